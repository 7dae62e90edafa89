"""Reference pages in Markdown to the normal form."""
