"""Parameters and bodies as they travel: styles, media types, multipart, file content."""
