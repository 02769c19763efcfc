"""A change that is handed in as HTML: in the preview, with a form, and on a page to send."""
