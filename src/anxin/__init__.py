"""Anxin 安心: the open platform for a brand's whole after-sales service."""

__version__ = "0.1.0"
