"""The `guidebook` command, one module for each subcommand."""
