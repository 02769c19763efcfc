"""From the bytes of a folder to one checked guidebook, or to all of its problems."""
