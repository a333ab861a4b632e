"""The list of threads and its countdowns."""
