"""Read playbooks, check them, and turn them into pages."""
