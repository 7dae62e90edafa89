"""Hand-written pages as scripts: files are written, commands and programs run."""
