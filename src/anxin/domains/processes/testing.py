"""What a clock on the wall does, for tests of other domains."""

from anxin.domains.processes import services


def escalated() -> None:
    """The job that tells each rung whose instant has come has run."""
    services.escalate_due()
