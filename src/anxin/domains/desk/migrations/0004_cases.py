"""The events of queues need their cases: the queues there already have none yet."""

from django.db import migrations


def open_cases(apps, schema_editor):
    case = apps.get_model("kernel", "Case")
    ids = apps.get_model("desk", "Queue").objects.values_list("id", flat=True)
    case.objects.bulk_create([case(id=one) for one in ids], ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0003_queue_version"),
        ("kernel", "0001_initial"),
    ]

    operations = [migrations.RunPython(open_cases, migrations.RunPython.noop)]
