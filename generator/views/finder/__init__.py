"""The finder: its index, made by the build, and the check that it finds what staff look for."""

from generator.views.finder.expected_results import (
    QueryResult,
    Trial,
    compare_words,
    find_problems,
    list_questions,
    read_trial,
    try_search,
    write_successes,
    write_trial,
)
from generator.views.finder.index import (
    FIRST_PATH,
    PATHS,
    PageText,
    list_documents,
    list_paths,
    make_index,
    make_scripts,
)

__all__ = [
    "FIRST_PATH",
    "PATHS",
    "PageText",
    "QueryResult",
    "Trial",
    "compare_words",
    "find_problems",
    "list_documents",
    "list_paths",
    "list_questions",
    "make_index",
    "make_scripts",
    "read_trial",
    "try_search",
    "write_successes",
    "write_trial",
]
