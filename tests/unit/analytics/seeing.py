"""Colours as eyes see them: contrast by WCAG 2, red-green blindness by Machado and others (2009)."""

import numpy as np

Vector = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

# Of linear RGB, for complete blindness to one of the cones.
BLIND = {
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}
# Björn Ottosson's OKLab: equal distances look equally different.
TO_CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


def linear(colour: str) -> Vector:
    """#rrggbb as linear light."""
    parts = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    light = [float(linear(colour) @ (0.2126, 0.7152, 0.0722)) for colour in (one, other)]
    return (max(light) + 0.05) / (min(light) + 0.05)


def lab(colour: str, blindness: str = "") -> Vector:
    """A colour as it is seen, in OKLab."""
    seen = np.array(BLIND[blindness]) @ linear(colour) if blindness else linear(colour)
    return np.array(TO_LAB) @ np.cbrt(np.array(TO_CONES) @ seen.clip(0, 1))


def distance(one: str, other: str, blindness: str = "") -> float:
    """How different two colours look: 0.02 is just seen side by side, black and white are 1."""
    return float(np.linalg.norm(lab(one, blindness) - lab(other, blindness)))
