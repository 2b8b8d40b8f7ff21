"""What a notebook holds: models that draw, what they draw, and the checkpoints they come from."""
