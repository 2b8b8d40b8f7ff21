"""Fast tests, notebooks, browser."""
