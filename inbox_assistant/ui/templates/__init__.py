"""The page of saved replies: found, written, checked and looked at as sent."""
