"""Fields that not everybody who sees the row may read."""

from anxin.kernel.actor import Actor, ActorKind
from anxin.kernel.authz.reach import has


def sees(actor: Actor, field: str) -> bool:
    """Whether a field such as `customer.phone` is shown in full: staff need the verb `see.<field>`."""
    if actor.kind is ActorKind.CUSTOMER:
        return True  # customers reach only their own rows
    return has(actor, f"see.{field}")


def mask_phone(value: str) -> str:
    """`13812345678` → `138****5678`; short numbers keep their last two digits."""
    if len(value) < 8:
        return "*" * max(len(value) - 2, 0) + value[-2:]
    return f"{value[:3]}****{value[-4:]}"
