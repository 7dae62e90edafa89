"""Models, formats and unions: JSON to Python values and back."""
