"""Numbers for people: given once, never again, gaps allowed."""

from django.db import connection


def next_number(series: str) -> int:
    """The next number of `series`, from 1. Call inside the transaction that uses it: the row lock keeps order."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO kernel_numberseries (series, last) VALUES (%s, 1) "
            "ON CONFLICT (series) DO UPDATE SET last = kernel_numberseries.last + 1 RETURNING last",
            [series],
        )
        row = cursor.fetchone()
    assert row is not None
    return int(row[0])
