"""The ground floor: folders, log, clock, tasks, wake-ups. It has no idea of chats."""
