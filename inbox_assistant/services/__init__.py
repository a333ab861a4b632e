"""What the program can do, without a window, a socket or SQL."""
