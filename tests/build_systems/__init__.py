"""Generation as a step of other builds, as the guide to them shows it."""
