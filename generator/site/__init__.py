"""The site as a whole: everything it is made of, by path, and the check of its links."""
