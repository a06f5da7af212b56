"""The door: the web address Olark posts to. It knows the inbox, and no window."""
