"""Batches: many calls in one HTTP request, and the clients that can send such."""
