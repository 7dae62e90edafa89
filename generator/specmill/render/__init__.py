"""From views to files: the template engine, the formatter, the set of files bound for disk."""
