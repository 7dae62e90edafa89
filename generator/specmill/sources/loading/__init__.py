"""Bytes to a tree with positions, and the family that a tree is of."""
