"""Stubs of operations, and what they answer."""
