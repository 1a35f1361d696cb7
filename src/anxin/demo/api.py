"""What only a demo has: units to scan, and how far its past is written."""

from django.conf import settings
from ninja import Schema

from anxin.demo.stage import Progress
from anxin.domains.assets.models import Unit
from anxin.kernel.errors import NotFound
from anxin.kernel.http import Request, Router

router = Router(tags=["demo"])
routers = (router,)

_SHOWN_LINES = ("gas", "ac", "washer", "fridge")


class DemoUnit(Schema):
    """A machine whose code a newcomer may open."""

    model: str
    name: str
    category: str
    qr_path: str


class DemoStart(Schema):
    units: list[DemoUnit]
    planned: int
    done: int
    complete: bool


@router.get("/demo/start", verb="public", rate="240/m", response=DemoStart)
def start(request: Request) -> DemoStart:
    progress = Progress.read() if settings.ANXIN.demo else None
    if progress is None:
        raise NotFound
    lines = Unit.objects.filter(household__isnull=False, product__category__in=_SHOWN_LINES)
    units = [lines.filter(product__category=line).select_related("product").first() for line in _SHOWN_LINES]
    english = request.actor.lang == "en"
    return DemoStart(
        units=[
            DemoUnit(
                model=u.product.model,
                name=u.product.name_en if english else u.product.name_zh,
                category=u.product.category_id,
                qr_path=f"/q/{u.qr_token}",
            )
            for u in units
            if u is not None
        ],
        planned=progress.planned,
        done=progress.done,
        complete=progress.complete,
    )
