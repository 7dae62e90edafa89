"""JSON to Python values and back: models, formats, unions. Nothing here knows HTTP."""
