# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The manual's pictures: some of those that packaging/screenshots makes of the current program, as small WebP files."""

import sys
import tempfile
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[3]
SCREENSHOTS: Final = ROOT / "packaging" / "screenshots"
LARGEST: Final = 150_000  # bytes of one picture
_QUALITIES: Final = (80, 70, 60, 50)

# The picture's name here, the scene that it shows, and how it looks there.
PICTURES: Final = (
    ("overview", "overview", "light"),
    ("cookies", "cookies", "light"),
    ("filtered", "cookies-filtered", "light"),
    ("policy", "policy", "light"),
    ("audit", "audit", "light"),
    ("audit-dark", "audit", "dark"),
    ("claim", "audit-claim", "light"),
    ("finding", "audit-finding", "light"),
    ("marks", "audit-marks", "light"),
    ("optouts", "optouts", "light"),
    ("visit", "visit", "light"),
)


def main(folder: Path) -> None:
    """Make every picture anew."""
    sys.path.insert(0, str(SCREENSHOTS))
    from gallery import scenes, studio
    from gallery.looks import LOOKS

    by_name, looks = {scene.name: scene for scene in scenes.SCENES}, {look.name: look for look in LOOKS}
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        for name, scene, look in PICTURES:
            picture = Path(made) / f"{name}.png"
            studio.take(studio.start(looks[look]), by_name[scene], looks[look], picture)
            _shrink(picture, folder / f"{name}.webp")


def _shrink(source: Path, target: Path) -> None:
    """Write a picture as WebP, in the best quality that is small enough."""
    from PySide6.QtGui import QImage

    image = QImage(str(source))
    for quality in _QUALITIES:
        if not image.save(str(target), "WEBP", quality):
            raise ValueError(f"{target} cannot be written")
        if target.stat().st_size <= LARGEST:
            return
    raise ValueError(f"{target} stays over {LARGEST} bytes")
