"""The business rules of fieldwork that an administrator may change."""

from __future__ import annotations

from datetime import time

from pydantic import BaseModel, ConfigDict, Field

from anxin.kernel import policies


class Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class CertificateRule(Part):
    """Which certificate the law asks for; empty category or order types = every one."""

    category: str
    certificate: str
    order_types: tuple[str, ...] = ()


class CheckLine(Part):
    """`order_types` and `tiers` empty = every one. `needs_photo`: cannot be ticked without evidence."""

    code: str
    needs_photo: bool = False
    required: bool = True
    order_types: tuple[str, ...] = ()
    tiers: tuple[str, ...] = ()


@policies.policy("fieldwork.dispatch")
class Dispatch(policies.Policy):
    """Who may do what work, how long it takes, how visits are placed."""

    standards = (102,)
    used_in = (
        "outlets",
        "engineers",
    )

    certificates: tuple[CertificateRule, ...] = (
        CertificateRule(category="ac", certificate="refrigeration"),
        CertificateRule(category="ac", certificate="height", order_types=("installation", "relocation")),
        CertificateRule(category="gas_heater", certificate="gas"),
        CertificateRule(category="electric_heater", certificate="low_voltage"),
        CertificateRule(category="compressor", certificate="low_voltage"),
    )
    level: int = Field(default=1, ge=1, le=4)
    high_end_level: int = Field(default=3, ge=1, le=4)
    minutes: dict[str, int] = {
        "installation": 120,
        "repair": 60,
        "maintenance": 60,
        "inspection": 45,
        "assessment": 45,
        "relocation": 180,
        "exchange": 90,
        "rework": 60,
        "depot_repair": 30,
        "recycling": 30,
        "commissioning": 60,
    }
    default_minutes: int = 60
    visits_a_day: int = Field(default=8, ge=1)
    grant_days_after_close: int = Field(default=30, ge=0)
    """An outlet keeps seeing customer and unit this long."""


@policies.policy("fieldwork.windows")
class Windows(policies.Policy):
    """The times offered to customers, at the outlet's place."""

    used_in = ("booking",)

    windows: tuple[tuple[time, time], ...] = (
        (time(8), time(10)),
        (time(10), time(12)),
        (time(13), time(15)),
        (time(15), time(17)),
        (time(17), time(19)),
    )
    days_ahead: int = Field(default=5, ge=1, le=30)
    notice_minutes: int = 60
    hold_minutes: int = 15
    contact_attempts: int = 3


@policies.policy("fieldwork.checklist")
class Checklist(policies.Policy):
    """Standard 32, the on-site code: greet, show, protect, explain, test, clean, advise. Standard 63: the whole house
    is looked at for 黄金, with a report of its energy."""

    standards = (32, 63)
    used_in = ("visit",)

    lines: tuple[CheckLine, ...] = (
        CheckLine(code="greeting"),
        CheckLine(code="uniform_badge"),
        CheckLine(code="shoe_covers", needs_photo=True),
        CheckLine(code="tool_mat"),
        CheckLine(code="power_gas_safe"),
        CheckLine(code="nameplate", needs_photo=True),
        CheckLine(code="explain_cause", order_types=("repair", "rework", "assessment")),
        CheckLine(code="explain_price", order_types=("repair", "rework", "maintenance", "relocation")),
        CheckLine(code="test_run", needs_photo=True),
        CheckLine(code="show_operation"),
        CheckLine(code="care_advice"),
        CheckLine(code="whole_house", tiers=("gold",)),
        CheckLine(code="energy_report", tiers=("gold",)),
        CheckLine(code="site_clean", needs_photo=True),
    )

    def for_visit(self, order_type: str, tier: str) -> tuple[CheckLine, ...]:
        """The lines of a visit of this type to a customer of this tier."""
        return tuple(
            line
            for line in self.lines
            if (not line.order_types or order_type in line.order_types) and (not line.tiers or tier in line.tiers)
        )


@policies.policy("fieldwork.completion")
class Completion(policies.Policy):
    """What must be there before a visit counts as completed."""

    used_in = (
        "visit",
        "review",
    )

    cause_for: tuple[str, ...] = ("repair", "rework", "assessment")
    coverage_for: tuple[str, ...] = ("repair", "rework", "maintenance")
    unsigned_reasons: tuple[str, ...] = ("absent", "declined", "contactless")
