"""Everything that makes a checkpoint: `python -m helpers.training all --preset nano --out runs/nano`."""
