"""Media that is uploaded and downloaded in pieces."""
