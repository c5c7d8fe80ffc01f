# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The pictures of the window: every page is among them, each is taken from made-up cookies and has its size."""

from collections import Counter
from pathlib import Path

import pytest
from make.qt import QT_MISSING

if QT_MISSING:
    pytest.skip(QT_MISSING, allow_module_level=True)

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from gallery import scenes, studio
from gallery.looks import LOOKS, Look
from inspector.gui.views.pages import PAGES

BY_NAME = {scene.name: scene for scene in scenes.SCENES}


def test_no_two_scenes_or_looks_have_one_name() -> None:
    names = Counter([*(scene.name for scene in scenes.SCENES), *(look.name for look in LOOKS)])
    assert [name for name, count in names.items() if count > 1] == []


def test_every_page_is_shown() -> None:
    assert {scene.page for scene in scenes.SCENES} == {spec.key for spec in PAGES}


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_a_look_is_a_window_of_whole_points(look: Look) -> None:
    assert (look.size[0] * look.scale, look.size[1] * look.scale) == (look.width, look.height)
    assert look.environment()["QT_SCALE_FACTOR"] == str(look.scale)


@pytest.mark.parametrize(("name", "size"), [("cookies", (1280, 800)), ("history", None), ("bare-visit", (1280, 800))])
def test_a_picture_is_taken(qapp: QApplication, tmp_path: Path, name: str, size: tuple[int, int] | None) -> None:
    file = tmp_path / "picture.png"
    assert studio.take(qapp, BY_NAME[name], LOOKS[0], file)
    image = QImage(str(file))
    assert not image.isNull()
    if size is not None:
        assert (image.width(), image.height()) == size
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 9) for y in range(0, image.height(), 9)}
    assert len(colours) > 10
