"""Changing the texts of a page where they stand, in `guidebook edit`: what its scripts are told."""
