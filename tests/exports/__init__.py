"""What `guidebook export` writes, read by readers that others made."""
