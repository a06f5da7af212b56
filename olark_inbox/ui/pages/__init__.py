"""The small windows: settings, keys, about, backups, what arrived."""
