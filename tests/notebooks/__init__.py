"""Running and cleaning the notebooks."""
