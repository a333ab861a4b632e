"""The page of today's work: what there is to do, and one key to begin with each."""
