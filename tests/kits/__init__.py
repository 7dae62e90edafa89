"""Test kits of whole APIs: every operation is called through its fake."""
