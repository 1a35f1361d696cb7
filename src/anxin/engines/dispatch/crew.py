"""Everybody at once: who may do a job, how long it takes him, and what it costs that he does it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from anxin.engines.dispatch.jit import Ints
from anxin.engines.dispatch.model import Engineer, Job, Problem
from anxin.engines.dispatch.rules import exclusion, fixed_to, has_margin, moving_cost, service_seconds


class Crew:
    """The shifts of a problem in order. Answers are remembered: jobs that ask the same share one computation."""

    def __init__(self, shifts: Sequence[tuple[Engineer, int]]) -> None:
        self.shifts = shifts
        self.ids = np.array([e.id for e, _ in shifts], dtype=np.str_)
        self.visit = np.array([e.visit_cost for e, _ in shifts], dtype=np.int64)
        self.hours = np.array([e.week_seconds // 3600 for e, _ in shifts], dtype=np.int64)
        self.unpleasant = np.array([e.unpleasant for e, _ in shifts], dtype=np.int64)
        self._codes: dict[object, tuple[str, ...]] = {}
        self._service: dict[object, Ints] = {}

    def codes(self, job: Job) -> tuple[str, ...]:
        """For each shift the code of the rule that excludes it, "" where none does."""
        asks = (
            tuple(job.skills.items()), job.certificates, tuple(job.parts.items()), job.tools, job.banned, job.priority,
        )  # fmt: skip
        if asks not in self._codes:
            found = (exclusion(job, e, e.shifts[k]) for e, k in self.shifts)
            self._codes[asks] = tuple("" if f is None else f.code for f in found)
        return self._codes[asks]

    def fit(self, problem: Problem, job: Job) -> NDArray[np.uint8]:
        """(m,) 1 where no rule, lock or chain excludes."""
        row = np.array([not code for code in self.codes(job)], dtype=np.uint8)
        fixed = fixed_to(problem, job.id)
        if fixed is not None:
            engineer, shift = fixed
            mine = [e.id == engineer and shift in (None, k) for e, k in self.shifts]
            row &= np.array(mine, dtype=np.uint8)
        return row

    def excluded(self, problem: Problem, job: Job) -> Counter[str]:
        """How many shifts each rule excludes; those under no rule but a lock count as `locked_elsewhere`."""
        counts = Counter(self.codes(job))
        free = counts.pop("", 0)
        held = free - int(self.fit(problem, job).sum())
        return counts + Counter({"locked_elsewhere": held})

    def service(self, job: Job) -> Ints:
        """(m,) seconds on site."""
        asks = (tuple(job.skills), tuple(job.service_at_level.items()), job.service)
        if asks not in self._service:
            seconds = [service_seconds(job, e) for e, _ in self.shifts]
            self._service[asks] = np.array(seconds, dtype=np.int64)
        return self._service[asks]

    def people(self, problem: Problem, job: Job) -> Ints:
        """(m,) cost of people: partner's fee, thin skill margin, rough place, wishes, fairness and stability."""
        w = problem.weights
        row = self.visit + w.fairness * self.hours + w.inaccurate * (job.place.accuracy // 100)
        if job.unpleasant:
            row = row + w.unpleasant * self.unpleasant
        if job.preferred is not None:
            row = row + w.not_preferred * (self.ids != job.preferred)
        if job.id in problem.before:
            row = row + moving_cost(problem, job.id) * (self.ids != problem.before[job.id][0])
        if w.no_margin:
            thin = np.array([not has_margin(job, e) for e, _ in self.shifts], dtype=np.int64)
            row = row + w.no_margin * thin
        return row
