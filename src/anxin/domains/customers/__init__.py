"""Customers: households, contacts, consents, tiers, merging, erasure."""
