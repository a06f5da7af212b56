"""Alerts, tray, sounds, closing: how the program is there outside its window."""
