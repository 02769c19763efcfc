"""The finder: its index, made by the build, and the promise that it finds what staff look for."""

from generator.views.finder.expected_results import Answer, answer, find_misses, write_successes
from generator.views.finder.index import PATH, PageText, list_documents, make_script, read_script
from generator.views.finder.markdown_pages import list_pages

__all__ = [
    "PATH",
    "Answer",
    "PageText",
    "answer",
    "find_misses",
    "list_documents",
    "list_pages",
    "make_script",
    "read_script",
    "write_successes",
]
