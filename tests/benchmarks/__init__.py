"""How fast, beside what one would use instead: reports, no assertions."""
