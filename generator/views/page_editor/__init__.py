"""Changing the texts of a page in place, in `guidebook edit`: what its scripts are given."""

STYLE = "page-editor.css"

SCRIPTS = (
    "busy-input.js",
    "page-editor-state.js",
    "page-editor-requests.js",
    "page-editor-form.js",
    "page-editor-texts.js",
    "page-editor-redraw.js",
    "page-editor-items.js",
    "page-editor-conflicts.js",
    "page-editor-bar.js",
    "page-editor-entry.js",
    "page-editor-changes.js",
    "page-editor-input.js",
    "page-editor.js",
)
"""What every page of a preview loads, in this order."""
