"""What one would believe of a figure."""


def within(figures: dict[str, float], bounds: dict[str, tuple[float, float]]) -> None:
    """Every figure is within its bounds; all that are not are named."""
    wrong = {name: figures[name] for name, (low, high) in bounds.items() if not low <= figures[name] <= high}
    assert not wrong
