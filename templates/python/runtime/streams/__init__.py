"""Answers that come item by item."""
