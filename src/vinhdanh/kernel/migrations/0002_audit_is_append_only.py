"""The database itself refuses to change a written audit event."""

from django.db import migrations

SQLITE = """
CREATE TRIGGER kernel_auditevent_no_update BEFORE UPDATE ON kernel_auditevent
BEGIN SELECT RAISE(ABORT, 'An audit event is append-only.'); END;
"""
POSTGRESQL = """
CREATE FUNCTION kernel_auditevent_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'An audit event is append-only.'; END $$;
CREATE TRIGGER kernel_auditevent_no_update BEFORE UPDATE ON kernel_auditevent
FOR EACH ROW EXECUTE FUNCTION kernel_auditevent_refuse();
"""
SQLITE_BACK = "DROP TRIGGER kernel_auditevent_no_update;"
POSTGRESQL_BACK = """
DROP TRIGGER kernel_auditevent_no_update ON kernel_auditevent;
DROP FUNCTION kernel_auditevent_refuse();
"""


def refuse_updates(apps, schema_editor):
    schema_editor.execute(SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL)


def allow_updates(apps, schema_editor):
    schema_editor.execute(
        SQLITE_BACK if schema_editor.connection.vendor == "sqlite" else POSTGRESQL_BACK
    )


class Migration(migrations.Migration):
    dependencies = [("kernel", "0001_initial")]

    operations = [migrations.RunPython(refuse_updates, allow_updates)]
