"""Google's Discovery documents to the normal form."""
