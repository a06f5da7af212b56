"""The public address: the ways to have one, the proof that it leads here, and who watches it."""
