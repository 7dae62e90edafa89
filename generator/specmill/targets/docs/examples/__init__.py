"""Examples on pages: values, programs, HTTP messages."""
