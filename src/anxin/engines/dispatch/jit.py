"""Compile the inner loops with numba where it is installed; without it the same code runs, slower.

The random numbers are our own (xorshift32 of Marsaglia 2003, in 64-bit integers that never overflow), so both
ways draw the same sequence and give the same plan.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Any, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
F = TypeVar("F", bound=Callable[..., Any])

MASK = 0xFFFFFFFF
FAR = 1 << 40  # later than any time, dearer than any plan
COMPILES = find_spec("numba") is not None


def _compiler(**options: bool) -> Callable[[Any], Any]:
    """numba's `njit`, or a decorator that changes nothing.

    Reference counting is off: the kernels allocate nothing, and counting would cost more than the work.
    """
    if not COMPILES:
        return lambda function: function
    decorator: Callable[[Any], Any] = import_module("numba").njit(cache=True, nogil=True, _nrt=False, **options)
    return decorator


def compiled(function: F) -> F:
    """Mark a function for compilation; the cache on disk makes the next start fast."""
    return cast(F, _compiler()(function))


def inlined(function: F) -> F:
    """As `compiled`, and always merged into the caller: for the small steps of the innermost loops."""
    return cast(F, _compiler(forceinline=True)(function))


def generator(seed: int) -> Ints:
    """State of the generator: one non-zero word under 2**32, well mixed from any seed."""
    word = (seed * 2654435761 + 0x9E3779B9) & MASK
    return np.array([word or 1], dtype=np.int64)


@inlined
def step(rng: Ints) -> int:
    """Next word, 1 <= word < 2**32."""
    x = int(rng[0])
    x ^= (x << 13) & MASK
    x ^= x >> 17
    x ^= (x << 5) & MASK
    rng[0] = x
    return int(x)


@inlined
def draw(rng: Ints, bound: int) -> int:
    """A whole number in [0, bound), bound < 2**31."""
    return (step(rng) * bound) >> 32


@inlined
def uniform(rng: Ints) -> float:
    """A number in (0, 1)."""
    return step(rng) / 4294967296.0
