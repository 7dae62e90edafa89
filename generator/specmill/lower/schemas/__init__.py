"""Schemas to types and models."""
