"""Known mistakes in schemas, and keywords of older dialects."""
