"""What several routes of the catalogue take, with the bounds of their columns."""

from decimal import Decimal
from typing import Annotated, Literal

from ninja import Field, Schema

Code = Annotated[str, Field(min_length=1, max_length=40, pattern=r"^\S(.*\S)?$")]
Slug = Annotated[str, Field(min_length=1, max_length=32, pattern=r"^[a-z0-9_-]+$")]
#: What a thing is called in one language.
Words = Annotated[str, Field(min_length=1, max_length=80, pattern=r"\S")]
ShortWords = Annotated[str, Field(min_length=1, max_length=40, pattern=r"\S")]
#: CNY.
Money = Annotated[Decimal, Field(ge=0, max_digits=10, decimal_places=2)]
Months = Annotated[int, Field(ge=0, le=600)]
Minutes = Annotated[int, Field(ge=1, le=1440)]
State = Literal["active", "retired", "all"]


class ExportQuery(Schema):
    """What a list shows, as a file: `format` csv or xlsx."""

    q: str = ""
    category: str = ""
    state: State = "active"
    format: str = "csv"
