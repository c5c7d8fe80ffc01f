# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Keep what was fetched, byte by byte, with its address, time and hash, so that a verdict can be repeated.

A document is ``<sha256>.<ending>``, and beside it ``<the same>.source.json`` says where it came from; handing the kept
file to ``policy`` reads it as if it had just been fetched.
"""

import contextlib
import hashlib
import json
import os
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from inspector.core.problem import Problem, Severity
from inspector.policies.documents.api import RawDocument

_ENDINGS: Final = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "txt",
    "text/markdown": "md",
    "application/pdf": "pdf",
    "application/json": "json",
}
_ASIDE: Final = ".source.json"
_MAX_ASIDE: Final = 100_000


def keep_source(raw: RawDocument, folder: Path) -> tuple[Problem, ...]:
    """Write a fetched document and its origin to ``folder``; says where, or why not."""
    digest = hashlib.sha256(raw.data).hexdigest()
    target = folder / f"{digest}.{_ENDINGS.get(raw.media_type, 'bin')}"
    origin = {
        "location": raw.location,
        "retrieved": raw.retrieved.isoformat() if raw.retrieved else None,
        "sha256": digest,
        "media_type": raw.media_type,
        "charset": raw.charset,
        "redirects": list(raw.redirects),
    }
    try:
        folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)  # the mode is the last folder's only
        folder.mkdir(exist_ok=True, mode=0o700)
        _write(target, raw.data)
        _write(target.with_name(target.name + _ASIDE), json.dumps(origin, indent=1, ensure_ascii=False).encode())
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        return (
            Problem(
                "policy-not-kept", "it was read, but a copy could not be kept", raw.location, why, "", Severity.NOTE
            ),
        )
    return (Problem("policy-kept", f"a copy is kept as {target}", raw.location, severity=Severity.NOTE),)


def _write(target: Path, data: bytes) -> None:
    """Write a file whole or not at all, readable by its owner only: addresses tell what was visited."""
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0), 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        part.replace(target)
    finally:
        with contextlib.suppress(OSError):  # it is gone where all went well
            part.unlink(missing_ok=True)


def kept_source(path: Path, data: bytes) -> RawDocument | None:
    """Return a kept document as it was fetched, ``None`` where ``path`` is no such file or was changed since."""
    aside = path.with_name(path.name + _ASIDE)
    try:
        with aside.open("rb") as file:
            origin = json.loads(file.read(_MAX_ASIDE))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(origin, dict) or origin.get("sha256") != hashlib.sha256(data).hexdigest():
        return None
    texts = {name: origin.get(name) for name in ("location", "media_type", "charset")}
    if not all(isinstance(value, str) for value in texts.values()):
        return None
    redirects = origin.get("redirects")
    trail = tuple(item for item in redirects if isinstance(item, str)) if isinstance(redirects, list) else ()
    return RawDocument(
        data, str(texts["location"]), _moment(origin), str(texts["media_type"]), str(texts["charset"]), trail
    )


def _moment(origin: dict[str, Any]) -> datetime | None:
    try:
        return datetime.fromisoformat(str(origin.get("retrieved")))
    except ValueError:
        return None
