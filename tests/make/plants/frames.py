# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Frames: of third parties, nested, sandboxed, without an address of their own. Page ``/frames``."""

from typing import Final

from make.plants.record import (
    CHIPS,
    FOREIGN,
    HEADER,
    KEPT,
    OWN,
    REFUSED,
    SCRIPT,
    THIRD,
    THIRD_WHY,
    UNSTATED,
    UNSTATED_WHY,
    Fate,
    Fates,
    Plant,
)

PAGE: Final = "/frames"
WIDGET: Final = "widget.test/frame"
INNER: Final = "inner.test/nested"
HERE: Final = f"shop.test{PAGE}"


def _in(frame: str, what: str, cookie: str, asked: str, fates: Fates, why: str = "", api: str = HEADER) -> Plant:
    return Plant(what, cookie, PAGE, frame, asked, fates, api, why, frame)


FRAMES: Final[tuple[Plant, ...]] = (
    _in(WIDGET, "a third party's frame", "f_frame", FOREIGN, THIRD, THIRD_WHY),
    _in(WIDGET, "a frame without SameSite", "f_unstated", "Secure", UNSTATED, UNSTATED_WHY),
    _in(WIDGET, "a frame with SameSite=Strict", "f_strict", "Secure; SameSite=Strict", REFUSED),
    _in(WIDGET, "partitioned (CHIPS)", "__Host-f_chip", f"{FOREIGN}; Path=/; Partitioned", CHIPS),
    _in(WIDGET, "partitioned without Secure", "f_bad_chip", "SameSite=None; Partitioned", REFUSED),
    _in(WIDGET, "a frame's script", "f_script", FOREIGN, THIRD, THIRD_WHY, SCRIPT),
    _in(WIDGET, "a frame's script, partitioned", "f_script_chip", f"{FOREIGN}; Partitioned", CHIPS, "", SCRIPT),
    _in(INNER, "a frame in the frame", "f_nested", FOREIGN, THIRD, THIRD_WHY),
    _in(INNER, "the script of a frame in the frame", "f_nested_script", FOREIGN, THIRD, THIRD_WHY, SCRIPT),
    _in("shop.test/embedded", "the site's own page within the third party's frame", "f_back", "SameSite=Lax", REFUSED),
    _in("widget.test/sandboxed", "a sandboxed frame", "f_sandboxed", FOREIGN, THIRD, THIRD_WHY),
    Plant("a frame of srcdoc", "f_srcdoc", PAGE, "about:srcdoc", OWN, KEPT, SCRIPT, frame="about:srcdoc"),
    Plant("an empty frame, written from outside", "f_blank", PAGE, HERE, OWN, KEPT, SCRIPT, frame="about:blank"),
    Plant(
        "the script of a sandboxed frame",
        "f_sandboxed_script",
        PAGE,
        "widget.test/sandboxed",
        FOREIGN,
        REFUSED,
        SCRIPT,
        frame="widget.test/sandboxed",
    ),
    Plant("a frame of a data: address", "f_data", PAGE, "data:text/html,…", OWN, REFUSED, SCRIPT, frame="data:"),
)
__all__ = ["FRAMES", "PAGE", "Fate"]
