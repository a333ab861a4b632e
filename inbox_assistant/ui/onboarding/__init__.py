"""The first minutes with the program."""
