"""The guidebook as values: playbooks, chapters, house values, and how YAML becomes them."""
