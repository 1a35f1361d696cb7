"""Desk: who is present, how much each can take, and the one router for people's work."""
