# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""About: every library that is declared is named with the licence that its distribution declares; it can be copied."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from inspector import __version__
from inspector.gui.views.about import PARTS, AboutDialog, versions

PROJECT = Path(__file__).parents[3] / "pyproject.toml"


def test_every_library_that_is_used_is_named() -> None:
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    declared = [*project["dependencies"], *extras["gui"], *extras["pdf"]]
    names = {re.split(r"[<>=;\[ ]", entry)[0].lower() for entry in declared}
    assert names <= {name.lower() for name, _ in PARTS}


@pytest.mark.parametrize(("name", "licence"), PARTS)
def test_a_licence_is_the_one_that_is_declared(name: str, licence: str) -> None:
    try:
        found = distribution(name).metadata
    except PackageNotFoundError:
        pytest.skip(f"{name} is not installed here")
    classifiers = (text for text in found.get_all("Classifier") or [] if text.startswith("License"))
    declared = " ".join(
        filter(None, (found.get("License-Expression"), (found.get("License") or "")[:200], *classifiers))
    )
    assert licence.split("-")[0].lower() in declared.lower()


def test_it_can_be_copied(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    dialog.copy.click()
    copied = QGuiApplication.clipboard().text()
    for part in (
        f"Cookie Inspector {__version__}",
        "Apache-2.0",
        "PySide6-Essentials",
        "LGPL-3.0",
        "Knowledge",
        "MPL-2.0",
    ):
        assert part in copied
    assert dict(versions())["Python"] in copied
