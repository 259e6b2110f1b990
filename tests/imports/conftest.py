"""What tests of imports stand on."""

from pathlib import Path

import pytest

from tests.imports.trial import Trial


@pytest.fixture
def trial(tmp_path: Path) -> Trial:
    """Empty stores."""
    return Trial(tmp_path / "home")
