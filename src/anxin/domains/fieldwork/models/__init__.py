"""Tables of fieldwork. Reached from other domains only through `fieldwork.public` and foreign keys."""

from anxin.domains.fieldwork.models.inbox import Device, FieldCommand
from anxin.domains.fieldwork.models.orders import ContactAttempt, Offer, WorkOrder
from anxin.domains.fieldwork.models.proof import ChecklistItem, Evidence, PartLine, Signature
from anxin.domains.fieldwork.models.visits import EngineerDay, Hold, Visit

__all__ = [
    "ChecklistItem",
    "ContactAttempt",
    "Device",
    "EngineerDay",
    "Evidence",
    "FieldCommand",
    "Hold",
    "Offer",
    "PartLine",
    "Signature",
    "Visit",
    "WorkOrder",
]
