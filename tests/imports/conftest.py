"""What tests of imports stand on."""

from pathlib import Path

import pytest

from tests.imports.command import Typed
from tests.imports.trial import Trial


@pytest.fixture
def trial(tmp_path: Path) -> Trial:
    """Empty stores."""
    return Trial(tmp_path / "home")


@pytest.fixture
def typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Typed:
    """Commands on empty stores."""
    monkeypatch.setenv("TWIN_STATS_HOME", str(tmp_path / "home"))
    return Typed(tmp_path, capsys)
