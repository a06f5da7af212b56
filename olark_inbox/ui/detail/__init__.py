"""The room of the open conversation: its words, and who the visitor is."""
