"""What is kept: schema, one writer, readers, search. SQLite is known only in this room."""
