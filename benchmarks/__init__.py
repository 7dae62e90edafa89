"""Measurements of specmill and its output against other tools: ``python -m benchmarks``."""
