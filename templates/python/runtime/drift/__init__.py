"""Drift: what answers have that the spec lacks, written down without a value of theirs."""
