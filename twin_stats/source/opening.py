"""Opening the books: folder, connection settings, schema migrations."""

import errno
from pathlib import Path

from filelock import FileLock
from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from twin_stats.errors import DiskFull, NotWritable, StoreTooNew, StoreUnreachable
from twin_stats.settings import Settings

HEAD = "0004"
FULL = ("no space left", "max_temp_directory_size", "disk is full", "disk full")
MIGRATIONS = Path(__file__).parent / "migrations"


def open_books(settings: Settings) -> Engine:
    """An engine on the books with the newest schema; raise a StoreError when that cannot be had."""
    make_folder(settings.home)
    engine = _engine(settings.database_url)
    try:
        if _revision(engine) != HEAD:
            with FileLock(settings.home / "books.lock"):
                _migrate(engine)
    except SQLAlchemyError as error:
        raise trouble("books", settings.database_url, error) from error
    return engine


def trouble(name: str, url: str, error: SQLAlchemyError) -> DiskFull | StoreUnreachable:
    """What a database's own error is to us: a full disk has a sentence of its own, with its place."""
    if is_full(error):
        found = make_url(url)
        is_files = found.get_backend_name() in {"sqlite", "duckdb"}
        return DiskFull(folder=Path(found.database or "").parent if is_files else found.host or name)
    return StoreUnreachable(store=name, reason=first_line(error))


def is_full(error: BaseException) -> bool:
    """Whether Python, DuckDB, Arrow, SQLite or PostgreSQL say so of a full disk."""
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return True
    # Of a database's error the driver's own words, not the statement: it may hold anything.
    words = f"{getattr(error, 'orig', None) or error} {error.__cause__ or ''}".lower()
    return any(sign in words for sign in FULL)


def make_folder(folder: Path) -> None:
    """Make a folder, and say so plainly when that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        if is_full(error):
            raise DiskFull(folder=folder) from error
        raise NotWritable(path=folder, reason=error.strerror) from error


def first_line(error: SQLAlchemyError) -> str:
    """What the driver said, without SQL or parameters."""
    cause = getattr(error, "orig", None) or error
    return str(cause).strip().partition("\n")[0]


def _engine(url: str) -> Engine:
    engine = create_engine(url, pool_pre_ping=True)
    if make_url(url).get_backend_name() == "sqlite":
        event.listen(engine, "connect", _sqlite_settings)
        event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """Writers queue up at their start, so that none fails at its end; readers never queue."""
    reads = connection.get_execution_options().get("reading")
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _sqlite_settings(connection: object, _record: object) -> None:
    connection.isolation_level = None  # type: ignore[attr-defined]
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=30000"):
        connection.execute(f"PRAGMA {pragma}")  # type: ignore[attr-defined]


def _revision(engine: Engine) -> str | None:
    if not inspect(engine).has_table("alembic_version"):
        return None
    with engine.connect() as connection:
        found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return found


def _migrate(engine: Engine) -> None:
    # Alembic takes a third of a second to import, and a store is nearly always up to date.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    try:
        ScriptDirectory.from_config(config).get_revision(_revision(engine) or HEAD)
    except CommandError as error:
        raise StoreTooNew(store="books", found=_revision(engine), known=HEAD) from error
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, HEAD)
