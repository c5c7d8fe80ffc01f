# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The manual's pictures: some of those that packaging/screenshots makes of the current program, as small WebP files."""

import importlib.util
import sys
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[3]
SCREENSHOTS: Final = ROOT / "packaging" / "screenshots"
LARGEST: Final = 150_000  # bytes of one picture
_QUALITIES: Final = (80, 70, 60, 50)

# The picture's name here, the script that makes it, and what it calls it.
PICTURES: Final = (
    ("overview", "first_window", "overview"),
    ("cookies", "first_window", "example"),
    ("filtered", "first_window", "filtered"),
    ("policy", "policy_page", "policy-example"),
    ("audit", "audit_page", "audit-example"),
    ("claim", "audit_page", "audit-claim"),
    ("finding", "audit_page", "audit-finding"),
    ("marks", "projects", "projects-marks"),
    ("optouts", "optouts_page", "optouts-full"),
)


def main(folder: Path) -> None:
    """Make every picture anew, in the light theme."""
    from PySide6.QtCore import QLocale
    from PySide6.QtWidgets import QApplication

    sys.path.insert(0, str(SCREENSHOTS))
    modules = {script: _load(script) for _, script, _ in PICTURES}
    from inspector.gui import theme

    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    app = QApplication.instance() or QApplication(["cookie-inspector"])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        for name, script, called in PICTURES:
            module = modules[script]
            shot = next(shot for shot in module.SHOTS if shot.name == called)
            module.take(app, shot, theme.Scheme.LIGHT, Path(made))
            _shrink(Path(made) / f"{called}-light.png", folder / f"{name}.webp")


def _load(script: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(script, SCREENSHOTS / f"{script}.py")
    assert spec is not None  # noqa: S101 - a file of ours
    assert spec.loader is not None  # noqa: S101
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


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
