"""Hand-written pages as scripts: their files are written, their commands run, their programs run."""
