"""Out of the inbox: PDF to hand over, tables to work with, an archive that loses nothing."""
