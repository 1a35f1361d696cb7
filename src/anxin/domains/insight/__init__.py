"""Measures of the service, one definition each, and the manager's report."""
