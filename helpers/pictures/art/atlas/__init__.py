"""The art of the `country` family: flags, dishes, landmarks, streets, animals, San Francisco, on one stage."""
