"""Scripts that run in an interpreter of their own, ours or the peers', and print JSON."""
