"""Mails in, mails out: parsing, composing, IMAP and SMTP."""
