"""The window, and all that is seen of it. It asks the inbox and never a socket."""
