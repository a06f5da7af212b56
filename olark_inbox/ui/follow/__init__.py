"""Following up: tags, notes, reminders, the bin, whatever is done to many."""
