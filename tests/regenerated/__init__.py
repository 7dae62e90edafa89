"""Packages that are generated again, with the lock of the run before."""
