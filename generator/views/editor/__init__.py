"""What `guidebook edit` adds to the site: forms for what no page shows, pictures of the ways."""

STYLE = "form.css"

FIRST = "form-press.js"
"""What every page of a preview loads before anything can be pressed."""

SCRIPTS = (
    "form-state.js",
    "form-field.js",
    "form-search.js",
    "form-once.js",
    "form-page.js",
    "form.js",
    "form-side.js",
)
"""What every page of a preview loads, in this order."""
