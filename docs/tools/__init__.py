"""Pages that are made from the code, the picture of the README, and the site of the documents."""
