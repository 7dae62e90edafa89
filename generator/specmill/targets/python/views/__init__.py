"""Flat views of the model, one for each template of a package."""
