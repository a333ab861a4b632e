"""Plain values and pure functions of buyer messaging; no input, no output."""
