"""Chinese addresses offline: text → province, city, district, street, detail, a point, and trust in it.

`parse(text)` never guesses in silence: what it could not tell apart or find is in `asks`, to be asked back.
See docs/algorithms/address.md.
"""

from .gazetteer import places, search_area
from .parser import parse
from .place import Level, ParsedAddress, Place

__all__ = ["Level", "ParsedAddress", "Place", "parse", "places", "search_area"]
