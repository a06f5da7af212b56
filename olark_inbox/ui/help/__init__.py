"""The Help: short pages, found as one types, with pictures of the program."""
