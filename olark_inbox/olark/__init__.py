"""What Olark sends: the tolerant reader, the merge rules, the shape of a conversation."""
