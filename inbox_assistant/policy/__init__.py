"""What may not be written to a buyer, found in a text."""
