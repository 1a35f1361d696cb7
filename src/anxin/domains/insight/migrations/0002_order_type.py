from zoneinfo import ZoneInfo

from django.db import migrations, models
from django.db.models import Count, F, OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce


def fill(apps, schema_editor):
    """Outcomes take their ticket's order type, what has ended counts as closed, and the sums are made anew.

    Ended tickets without a time of closing (solved, not yet closed; merged) count on the day they last changed.
    """
    Outcome, Rollup = apps.get_model("insight", "Outcome"), apps.get_model("insight", "Rollup")
    Ticket, Order = apps.get_model("tickets", "Ticket"), apps.get_model("fieldwork", "WorkOrder")
    of_type = Ticket.objects.filter(pk=OuterRef("ticket_id")).values("order_type")[:1]
    Outcome.objects.update(order_type=Subquery(of_type))
    outlets = Order.objects.exclude(outlet=None).order_by("opened_at").values_list("ticket_id", "outlet_id")
    at_work = dict(outlets)
    for row in Outcome.objects.filter(measure="opened", ticket_id__in=at_work).iterator():
        Outcome.objects.filter(pk=row.pk).update(org_id=at_work[row.ticket_id])
    ended = Ticket.objects.exclude(status__in=["open", "waiting"], merged_into=None)
    at = ended.annotate(at=Coalesce("closed_at", "updated_at"), zone=F("org__timezone"))
    Outcome.objects.bulk_create(
        [
            Outcome(
                measure="closed",
                key=str(ticket.pk),
                value=1,
                org_id=at_work.get(ticket.pk, ticket.org_id),
                ticket_id=ticket.pk,
                order_type=ticket.order_type,
                day=ticket.at.astimezone(ZoneInfo(ticket.zone)).date(),
            )
            for ticket in at.iterator()
        ],
        batch_size=500,
    )
    Rollup.objects.all().delete()
    sums = Outcome.objects.values("measure", "order_type", "org_id", "day").annotate(n=Count("pk"), total=Sum("value"))
    Rollup.objects.bulk_create([Rollup(**row) for row in sums.order_by()], batch_size=500)


class Migration(migrations.Migration):

    dependencies = [
        ("insight", "0001_initial"),
        ("tickets", "0003_list_index"),
        ("fieldwork", "0001_initial"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="rollup", name="rollup_once"),
        migrations.AddField("outcome", "order_type", models.CharField(max_length=32, default=""), preserve_default=False),
        migrations.AddField("rollup", "order_type", models.CharField(max_length=32, default=""), preserve_default=False),
        migrations.AddConstraint(
            model_name="rollup",
            constraint=models.UniqueConstraint(
                fields=["measure", "org", "day", "order_type"], name="rollup_once"
            ),
        ),
        migrations.AddIndex(
            model_name="outcome",
            index=models.Index(fields=["ticket_id", "measure"], name="outcome_of_ticket"),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
