"""The events of categories and service items need their cases: those there already have none yet."""

from uuid import NAMESPACE_OID, uuid5

from django.db import migrations


def open_cases(apps, schema_editor):
    case = apps.get_model("kernel", "Case")
    ids = [uuid5(NAMESPACE_OID, f"category:{row.code}") for row in apps.get_model("catalog", "Category").objects.all()]
    ids += apps.get_model("catalog", "ServiceItem").objects.values_list("id", flat=True)
    case.objects.bulk_create([case(id=one) for one in ids], ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [
        ("catalog", "0003_upkeep"),
        ("kernel", "0001_initial"),
    ]

    operations = [migrations.RunPython(open_cases, migrations.RunPython.noop)]
