"""Olark Inbox: a desktop inbox for a small shop's Olark chats and offline messages."""

__version__ = "0.1.0"
