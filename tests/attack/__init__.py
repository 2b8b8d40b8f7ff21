"""Hostile and careless use, by kind: what goes in, files of strangers, processes that are killed."""
