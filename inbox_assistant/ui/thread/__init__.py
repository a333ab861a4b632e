"""One thread, message by message."""
