"""Parameters and bodies as they travel."""
