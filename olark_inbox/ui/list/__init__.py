"""The list of conversations: windowed model, view, painted rows."""
