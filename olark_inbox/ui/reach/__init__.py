"""The public address: the guide to it, how it stands, when nothing could be heard."""
