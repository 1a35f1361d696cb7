"""Forgetting what was said about a person in the clocks of his cases."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from anxin.domains.processes.models import Pause, Promise
from anxin.kernel.db import atomic


@atomic
def forget(case_ids: Collection[UUID]) -> None:
    """Free words go; reasons, evidence, instants and outcomes stay, so that every clock still explains itself."""
    Promise.objects.filter(run__case_id__in=case_ids).update(words="")
    Pause.objects.filter(run__case_id__in=case_ids).update(note="")
