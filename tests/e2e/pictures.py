"""The guide's pictures, taken by the browser tests where `ANXIN_SCREENSHOTS=1` asks for them."""

import io
import os
from pathlib import Path

from playwright.sync_api import Page

WANTED = os.environ.get("ANXIN_SCREENSHOTS") == "1"
FOLDER = Path(__file__).parents[2] / "docs/guide/img"

#: Device pixels per pixel on a phone's picture; a test alone needs no more than one.
SCALE = 2 if WANTED else 1
_COLOURS = 96

#: Toasts and skeletons have gone, pictures have come.
_STILL = """() => !document.querySelector('.skeleton, .ant-message-notice')
    && [...document.images].every((image) => image.complete)"""


def keep(page: Page, name: str) -> None:
    """Keep what the page shows as docs/guide/img/`name`.png, in few colours so that it stays small."""
    if not WANTED:
        return
    from PIL import Image

    page.wait_for_function(_STILL)
    page.evaluate("document.fonts.ready.then(() => undefined)")
    taken = Image.open(io.BytesIO(page.screenshot(animations="disabled", caret="hide"))).convert("RGB")
    FOLDER.mkdir(parents=True, exist_ok=True)
    few = taken.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(FOLDER / f"{name}.png", optimize=True)
