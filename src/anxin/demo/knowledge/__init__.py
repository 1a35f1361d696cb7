"""Knowledge of the fictional brand 安心电器, in our own words. See README.md."""

from .load import Knowledge, load
from .schema import Article

__all__ = ["Article", "Knowledge", "load"]
