"""One open conversation: header, transcript, visitor card."""
