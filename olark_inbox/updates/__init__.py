"""Whether there is a newer version: one small file is read, and nothing is told in return."""
