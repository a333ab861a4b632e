"""What is found by its shape rather than by its words, in every language."""
