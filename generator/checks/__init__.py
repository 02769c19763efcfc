"""Checks of a guidebook that has been read: each rule with its reason, and what applies it."""
