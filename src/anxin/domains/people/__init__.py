"""People: organisation tree, users and roles, engineers and what they may do, when they work."""
