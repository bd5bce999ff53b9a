"""The index of the register: words and tags of every honour, kept by the database itself.

One line of the index holds the words of an honour and a tag for each thing the register is
narrowed by, so that a search narrows before it reads a single row:

    pham duc phạm đức _y2024 _hgiay_khen_ca_nhan _kindividual _snominated _u7 _r0

SQLite keeps it in an FTS5 table by triggers; the row's key there is body, day and number, so a
search reads one body's stretch and the newest come first without sorting. PostgreSQL keeps it in
a generated column under a GIN index; every word there begins with the body's number, and year,
unit and honour are columns of indexes by day, for what is rare or old is found faster by them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABLE: Final = "decisions_honour"
INDEX: Final = "decisions_honour_search"
DAY: Final = 1 << 26
"""Distance of two days in the keys of SQLite's index; honours are numbered below it."""
BODY: Final = DAY << 17
"""Distance of two bodies: 358 years; leaves room for a million bodies."""
FIRST_DAY: Final = 2415020.5
"""1900-01-01 as SQLite counts days; what was decided before stands there."""
_WATCHED: Final = (
    "words, body_id, year, honour, recipient_kind, source, unit_id, revoked_on, decided_on"
)


def _line(row: str) -> str:
    """Return the SQLite expression of a row's line; `row` is "new" or "old"."""
    return f"""{row}.words || ' _y' || {row}.year
        || ' _h' || replace({row}.honour, '-', '_') || ' _k' || {row}.recipient_kind
        || ' _s' || {row}.source || ' _u' || coalesce({row}.unit_id, 0)
        || ' _r' || ({row}.revoked_on IS NOT NULL)"""


def _key(row: str) -> str:
    day = f"max(CAST(julianday({row}.decided_on) - {FIRST_DAY} AS INTEGER), 0)"
    return f"{row}.body_id * {BODY} + {day} * {DAY} + {row}.id"


_ADD: Final = (
    f"INSERT INTO {INDEX}(rowid, line)"  # noqa: S608 - our own words throughout
    f" VALUES ({_key('new')}, {_line('new')});"
)
_DROP: Final = (
    f"INSERT INTO {INDEX}({INDEX}, rowid, line) VALUES ('delete', {_key('old')}, {_line('old')});"  # noqa: S608
)
SQLITE: Final = (
    f"""CREATE VIRTUAL TABLE {INDEX} USING fts5(line, content='', columnsize=0, detail=none,
        prefix='1 2 3 4 5 6', tokenize="unicode61 remove_diacritics 0 tokenchars '_'")""",
    f"CREATE TRIGGER {INDEX}_added AFTER INSERT ON {TABLE} BEGIN {_ADD} END",
    f"CREATE TRIGGER {INDEX}_gone AFTER DELETE ON {TABLE} BEGIN {_DROP} END",
    f"""CREATE TRIGGER {INDEX}_changed AFTER UPDATE OF {_WATCHED} ON {TABLE}
        BEGIN {_DROP} {_ADD} END""",
    f"""INSERT INTO {INDEX}(rowid, line)
        SELECT {_key("new")}, {_line("new")} FROM {TABLE} AS new ORDER BY 1""",  # noqa: S608
)
SQLITE_AWAY: Final = (
    f"DROP TRIGGER {INDEX}_added",
    f"DROP TRIGGER {INDEX}_gone",
    f"DROP TRIGGER {INDEX}_changed",
    f"DROP TABLE {INDEX}",
)
POSTGRESQL: Final = (
    f"""ALTER TABLE {TABLE} ADD COLUMN search tsvector GENERATED ALWAYS AS (array_to_tsvector(
        string_to_array(body_id::text || '_' || replace(words, ' ', ' ' || body_id::text || '_'),
            ' ') || ARRAY[
            body_id::text || '_k' || recipient_kind::text,
            body_id::text || '_s' || source::text,
            body_id::text || CASE WHEN revoked_on IS NULL THEN '_r0' ELSE '_r1' END])) STORED""",
    f"ALTER TABLE {TABLE} ALTER COLUMN search SET STATISTICS 1000",
    f"CREATE INDEX {INDEX} ON {TABLE} USING gin (search) WITH (fastupdate = off)",
)
POSTGRESQL_AWAY: Final = (f"ALTER TABLE {TABLE} DROP COLUMN search",)
_MAKE: Final = {"sqlite": SQLITE, "postgresql": POSTGRESQL}
_AWAY: Final = {"sqlite": SQLITE_AWAY, "postgresql": POSTGRESQL_AWAY}


def install(_apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Make the index over every honour there is; for a migration."""
    for statement in _MAKE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def remove(_apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take the index away; a migration that rebuilds the table on SQLite does it first."""
    for statement in _AWAY[schema_editor.connection.vendor]:
        schema_editor.execute(statement)
