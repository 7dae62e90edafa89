"""The errors that a client raises."""
