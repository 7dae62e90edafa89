"""References to other places and files, resolved before a document is read."""
