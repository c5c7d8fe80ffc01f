# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The program's icon in every size and container, drawn from the one SVG by Qt."""

import os
import struct
from pathlib import Path
from typing import Final

from packager.environment import ROOT

SVG: Final = ROOT / "resources" / "icons" / "cookie-inspector.svg"
SIZES: Final = (16, 22, 24, 32, 48, 64, 128, 256, 512)
_ICO: Final = (16, 24, 32, 48, 64, 128, 256)
# Types of Apple's container that hold a PNG, by pixels (Icon Services).
_ICNS: Final = ((b"icp4", 16), (b"icp5", 32), (b"ic07", 128), (b"ic08", 256), (b"ic09", 512))


def png(size: int) -> bytes:
    """Return the icon as a PNG with ``size`` pixels a side."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(str(SVG))
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not renderer.isValid() or not image.save(buffer, "PNG"):  # type: ignore[call-overload]  # a device is one, too
        raise RuntimeError(f"the icon cannot be drawn: {SVG}")
    return bytes(data.data())


def ico() -> bytes:
    """Return Windows' container: a directory of 16 bytes a picture (0 means 256), then the PNGs."""
    pictures = [(size, png(size)) for size in _ICO]
    offset = 6 + 16 * len(pictures)
    head = struct.pack("<HHH", 0, 1, len(pictures))
    for size, data in pictures:
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), offset)
        offset += len(data)
    return head + b"".join(data for _, data in pictures)


def icns() -> bytes:
    """Return Apple's container: blocks of type, length with its head, PNG."""
    blocks = b"".join(struct.pack(">4sI", kind, 8 + len(data)) + data for kind, data in _pictures())
    return struct.pack(">4sI", b"icns", 8 + len(blocks)) + blocks


def _pictures() -> list[tuple[bytes, bytes]]:
    return [(kind, png(size)) for kind, size in _ICNS]


def write_themed(share: Path) -> None:
    """Write the icons where desktops look for them, below ``share`` (freedesktop.org, icon theme specification)."""
    for size in SIZES:
        path = share / "icons" / "hicolor" / f"{size}x{size}" / "apps" / "cookie-inspector.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(png(size))
    path = share / "icons" / "hicolor" / "scalable" / "apps" / SVG.name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(SVG.read_bytes())
