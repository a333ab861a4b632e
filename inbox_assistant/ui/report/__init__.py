"""The report page, loaded when it is first opened."""
