"""Large files are sent from the disk, where they lie for an hour under a name that nobody can guess."""

import re
import time
from pathlib import Path
from secrets import token_hex
from shutil import rmtree

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from twin_stats.settings import Settings

PLACE, KEPT_SECONDS = "files", 3600
TOKEN = re.compile("[0-9a-f]{32}")


def room(home: Path) -> Path:
    """A new folder for one file; those of an hour ago are removed."""
    place = home / PLACE
    place.mkdir(mode=0o700, exist_ok=True)
    for old in place.iterdir():
        if old.stat().st_mtime < time.time() - KEPT_SECONDS:
            rmtree(old, ignore_errors=True)
    made = place / token_hex(16)
    made.mkdir(mode=0o700)
    return made


def address(file: Path) -> str:
    """Where the browser gets a file that lies in its room."""
    return f"/{PLACE}/{file.parent.name}/{file.name}"


def send(request: Request) -> Response:
    """The file, read as it is sent."""
    token, name = request.path_params["token"], request.path_params["name"]
    file = Settings.from_environment().home / PLACE / token / name
    if not TOKEN.fullmatch(token) or Path(name).name != name or not file.is_file():
        return Response(status_code=404)
    return FileResponse(file, filename=name)


ROUTES = (Route(f"/{PLACE}/{{token}}/{{name}}", send),)
