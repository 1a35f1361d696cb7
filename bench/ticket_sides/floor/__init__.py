"""The least our stack can do: the same middleware, log-in, permission and schemas over one flat table."""
