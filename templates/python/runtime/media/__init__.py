"""Media: uploads and downloads of files, which go on where a connection broke."""
