"""On PostgreSQL the database itself refuses two open visits of one engineer at one time (SQLite: one writer)."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

ADD = """
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE fieldwork_visit ADD CONSTRAINT visit_no_overlap EXCLUDE USING gist (
    engineer_id WITH =, tstzrange(window_start, window_end) WITH &&
) WHERE (window_start IS NOT NULL AND status IN ('planned', 'en_route', 'on_site'));
"""
DROP = "ALTER TABLE fieldwork_visit DROP CONSTRAINT visit_no_overlap;"


def add(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute(ADD)


def drop(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute(DROP)


class Migration(migrations.Migration):
    dependencies = [("fieldwork", "0001_initial")]
    operations = [migrations.RunPython(add, drop)]
