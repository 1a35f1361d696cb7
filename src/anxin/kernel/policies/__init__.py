"""Business configuration: versioned documents with a schema, a scope and a day from which they hold.

@policies.policy("tickets.triage")
class Triage(policies.Policy):
    standards = (2, 3)
    acknowledge_minutes: int = 10

policies.current(Triage, scope={"category": "ac"}).acknowledge_minutes
"""

from anxin.kernel.policies.document import Policy, kinds, policy
from anxin.kernel.policies.store import Considered, Version, current, explain, forget, publish

__all__ = ["Considered", "Policy", "Version", "current", "explain", "forget", "kinds", "policy", "publish"]
