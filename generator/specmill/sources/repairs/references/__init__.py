"""References that stand where none can, that are spelled wrong, or that lead nowhere."""
