"""The facade with the methods of a reference page."""
