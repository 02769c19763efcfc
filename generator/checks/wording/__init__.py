"""The editorial rules: what one playbook says, and how. Each may be switched off with a reason."""
