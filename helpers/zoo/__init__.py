"""Public models behind the same methods as ours. Nothing is fetched unless asked for."""
