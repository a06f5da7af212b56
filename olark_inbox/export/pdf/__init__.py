"""Conversations on paper: laid out once, painted to a PDF file, a printer or a preview."""
