"""The database itself refuses to change a decided item, its votes, or who stayed out of it.

Removal is left to Django's protected keys: tests empty tables, and a decided item has a
nomination that no service deletes.
"""

from django.db import migrations

SAID = "A decided item is frozen."
FINAL = "('approved', 'not_approved', 'deferred', 'taken_off')"
PARTS = ("ballot", "recusal", "papertally", "roundresult", "participation")
"""Tables whose rows belong to an item."""


def _sqlite():
    yield f"""
        CREATE TRIGGER councils_agendaitem_frozen BEFORE UPDATE ON councils_agendaitem
        WHEN OLD.outcome IN {FINAL}
        BEGIN SELECT RAISE(ABORT, '{SAID}'); END
    """
    for part in PARTS:
        for verb in ("INSERT", "UPDATE"):
            yield f"""
                CREATE TRIGGER councils_{part}_frozen_{verb.lower()}
                BEFORE {verb} ON councils_{part}
                WHEN (SELECT outcome FROM councils_agendaitem WHERE id = NEW.item_id) IN {FINAL}
                BEGIN SELECT RAISE(ABORT, '{SAID}'); END
            """


def _postgresql():
    yield f"""
        CREATE FUNCTION councils_refuse_decided() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '{SAID}' USING ERRCODE = 'check_violation'; END $$
    """
    yield f"""
        CREATE TRIGGER councils_agendaitem_frozen BEFORE UPDATE ON councils_agendaitem
        FOR EACH ROW WHEN (OLD.outcome IN {FINAL}) EXECUTE FUNCTION councils_refuse_decided()
    """
    yield f"""
        CREATE FUNCTION councils_refuse_part() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF (SELECT outcome FROM councils_agendaitem WHERE id = NEW.item_id) IN {FINAL} THEN
                RAISE EXCEPTION '{SAID}' USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        END $$
    """
    for part in PARTS:
        yield f"""
            CREATE TRIGGER councils_{part}_frozen BEFORE INSERT OR UPDATE ON councils_{part}
            FOR EACH ROW EXECUTE FUNCTION councils_refuse_part()
        """


def _undo(vendor):
    if vendor == "sqlite":
        yield "DROP TRIGGER councils_agendaitem_frozen"
        for part in PARTS:
            for verb in ("insert", "update"):
                yield f"DROP TRIGGER councils_{part}_frozen_{verb}"
    else:
        yield "DROP TRIGGER councils_agendaitem_frozen ON councils_agendaitem"
        for part in PARTS:
            yield f"DROP TRIGGER councils_{part}_frozen ON councils_{part}"
        yield "DROP FUNCTION councils_refuse_part()"
        yield "DROP FUNCTION councils_refuse_decided()"


def freeze(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for statement in {"sqlite": _sqlite, "postgresql": _postgresql}[vendor]():
        schema_editor.execute(statement)


def thaw(apps, schema_editor):
    for statement in _undo(schema_editor.connection.vendor):
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("councils", "0001_initial")]

    operations = [migrations.RunPython(freeze, thaw)]
