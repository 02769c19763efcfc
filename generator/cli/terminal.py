"""What is known of where a command writes."""

import os
from typing import TextIO


def wants_colour(stream: TextIO) -> bool:
    """Colour is for a person at a terminal who has not asked to be spared it."""
    return stream.isatty() and "NO_COLOR" not in os.environ
