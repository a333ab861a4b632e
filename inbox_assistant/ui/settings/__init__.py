"""Setting the program up."""
