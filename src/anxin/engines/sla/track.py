"""One clock's own time axis: the open seconds of a calendar since its start, less the gaps."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from anxin.engines.sla.timeline import Timeline

Stretches = Sequence[tuple[int, int]]


class Track:
    """Counted seconds ↔ instants for a clock started at `start`. `gaps` are disjoint and in order.

    Between two gaps the calendar alone decides, so it is enough to know where counting resumes after each gap
    and how much had been counted by then.
    """

    def __init__(self, timeline: Timeline, start: int, gaps: Stretches) -> None:
        self._timeline = timeline
        self._resumes = [start]
        self._counted = [0]
        self._stops: list[int] = []
        for gap_start, gap_end in gaps:
            if gap_end > start:
                stop = max(gap_start, start)
                self._counted.append(self._counted[-1] + timeline.opened(self._resumes[-1], stop))
                self._stops.append(stop)
                self._resumes.append(gap_end)

    def instant(self, seconds: int) -> int:
        """The first instant by which `seconds` (> 0) have been counted."""
        i = max(bisect_left(self._counted, seconds) - 1, 0)
        return self._timeline.after(self._resumes[i], seconds - self._counted[i])

    def counted(self, end: int) -> int:
        """Seconds counted before `end`."""
        i = max(bisect_right(self._resumes, end) - 1, 0)
        if i < len(self._stops):
            end = min(end, self._stops[i])
        return self._counted[i] + self._timeline.opened(self._resumes[i], end)
