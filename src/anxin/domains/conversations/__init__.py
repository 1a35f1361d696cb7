"""Threads with customers: what was said on a case, by whom, and who may read it."""
