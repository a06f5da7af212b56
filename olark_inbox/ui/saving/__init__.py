"""Out of the inbox and back: saving, printing, regular copies, archives."""
