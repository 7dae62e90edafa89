"""From a workspace to files: reads each API, lowers it, runs its targets, keeps the lock."""
