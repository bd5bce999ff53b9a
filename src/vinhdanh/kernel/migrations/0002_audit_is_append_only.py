"""The database itself refuses to change or remove a written audit event, or to wind a chain back.

The statements that refuse removal have names of their own: the tests, which empty tables, take
those triggers away, and one test puts them back.
"""

from django.db import migrations

REFUSE_REMOVAL = {
    "sqlite": [
        """
        CREATE TRIGGER kernel_auditevent_no_delete BEFORE DELETE ON kernel_auditevent
        BEGIN SELECT RAISE(ABORT, 'An audit event is append-only.'); END
        """,
    ],
    "postgresql": [
        """
        CREATE TRIGGER kernel_auditevent_no_delete BEFORE DELETE ON kernel_auditevent
        FOR EACH ROW EXECUTE FUNCTION kernel_auditevent_refuse()
        """,
        """
        CREATE TRIGGER kernel_auditevent_no_truncate BEFORE TRUNCATE ON kernel_auditevent
        FOR EACH STATEMENT EXECUTE FUNCTION kernel_auditevent_refuse()
        """,
    ],
}
ALLOW_REMOVAL = {
    "sqlite": ["DROP TRIGGER kernel_auditevent_no_delete"],
    "postgresql": [
        "DROP TRIGGER kernel_auditevent_no_truncate ON kernel_auditevent",
        "DROP TRIGGER kernel_auditevent_no_delete ON kernel_auditevent",
    ],
}
REFUSE_CHANGE = {
    "sqlite": [
        """
        CREATE TRIGGER kernel_auditevent_no_update BEFORE UPDATE ON kernel_auditevent
        BEGIN SELECT RAISE(ABORT, 'An audit event is append-only.'); END
        """,
        """
        CREATE TRIGGER kernel_auditchain_no_return BEFORE UPDATE ON kernel_auditchain
        WHEN NEW.last_sequence < OLD.last_sequence
        BEGIN SELECT RAISE(ABORT, 'A chain of the log only grows.'); END
        """,
    ],
    "postgresql": [
        """
        CREATE FUNCTION kernel_auditevent_refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'An audit event is append-only.'; END $$
        """,
        """
        CREATE FUNCTION kernel_auditchain_refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'A chain of the log only grows.'; END $$
        """,
        """
        CREATE TRIGGER kernel_auditevent_no_update BEFORE UPDATE ON kernel_auditevent
        FOR EACH ROW EXECUTE FUNCTION kernel_auditevent_refuse()
        """,
        """
        CREATE TRIGGER kernel_auditchain_no_return BEFORE UPDATE ON kernel_auditchain
        FOR EACH ROW WHEN (NEW.last_sequence < OLD.last_sequence)
        EXECUTE FUNCTION kernel_auditchain_refuse()
        """,
    ],
}
ALLOW_CHANGE = {
    "sqlite": [
        "DROP TRIGGER kernel_auditchain_no_return",
        "DROP TRIGGER kernel_auditevent_no_update",
    ],
    "postgresql": [
        "DROP TRIGGER kernel_auditchain_no_return ON kernel_auditchain",
        "DROP TRIGGER kernel_auditevent_no_update ON kernel_auditevent",
        "DROP FUNCTION kernel_auditchain_refuse()",
        "DROP FUNCTION kernel_auditevent_refuse()",
    ],
}


def refuse(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for statement in (*REFUSE_CHANGE[vendor], *REFUSE_REMOVAL[vendor]):
        schema_editor.execute(statement)


def allow(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for statement in (*ALLOW_REMOVAL[vendor], *ALLOW_CHANGE[vendor]):
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("kernel", "0001_initial")]

    operations = [migrations.RunPython(refuse, allow)]
