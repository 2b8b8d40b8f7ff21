"""Weights and forward passes, nothing else."""
