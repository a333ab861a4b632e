"""Writing a reply, with its findings."""
