# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The folder of imported lists: add one, take one away, read them all.

A list is kept as one file in our own form, readable by its owner only. A list that is refused leaves the one that was
there before as it was: the new file is written beside it and takes its place in one step.
"""

import hashlib
import json
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, field, fields
from datetime import datetime
from pathlib import Path
from typing import Final

from inspector.core.frozen import frozen
from inspector.core.label import Purpose
from inspector.core.problem import InspectorError, Problem, Severity
from inspector.knowledge.packs.api import Document, PackData, PackError, PackFormat
from inspector.knowledge.packs.registry import FORMATS
from inspector.knowledge.records import DomainClaim, Match, PackInfo, Sure
from inspector.knowledge.rows import COOKIE_FIELDS, Segment, rank

FORM: Final = 1  # of our own files
LARGEST_FILE: Final = 128_000_000
_MOST_FILES: Final = 100_000  # Tracker Radar has a file for each domain
_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NOT_ID: Final = re.compile(r"[^a-z0-9]+")
_MATCHES: Final = frozenset({Match.EXACT.value, Match.PREFIX.value})
_PURPOSES: Final = frozenset(purpose.value for purpose in Purpose)
_OURS: Final = [0, Sure.PACK.value]  # the number of the source, and how sure


@frozen
class Shelf:
    """The imported lists, the most trusted first, and what could not be read of them."""

    infos: tuple[PackInfo, ...] = ()
    segments: tuple[Segment, ...] = ()
    claims: Mapping[str, Sequence[tuple[str, DomainClaim]]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def add_pack(source: Path, folder: Path, now: datetime) -> PackInfo:
    """Import a list (a file, or a folder of files in one format) into ``folder``; raise where it is refused."""
    documents = _read_documents(source)
    pack_format = _format_of(documents[0])
    data = PackData()
    digest = hashlib.sha256()
    for document in documents:
        _join(data, _read_one(pack_format, document, len(documents) > 1))
        digest.update(document.content)
    if not data.cookies and not data.domains:
        raise PackError("it says nothing that can be used")
    info = _make_info(pack_format, source, data, digest.hexdigest(), now)
    _write(folder, info, data)
    return info


def remove_pack(pack_id: str, folder: Path) -> None:
    """Take a list away; raise if there is none of that name."""
    path = folder / f"{pack_id}.json"
    if not _ID.fullmatch(pack_id) or not path.is_file():
        raise InspectorError(f"There is no imported list called {pack_id}", "See: cookie-inspector knowledge list")
    path.unlink()


def read_packs(folder: Path) -> Shelf:
    """Return all imported lists; one that cannot be read becomes a problem, the others count."""
    read: list[tuple[PackInfo, Segment, list[tuple[str, DomainClaim]]]] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.json")):
        try:
            read.append(_read_stored(path))
        except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
            problems.append(_damaged(path, error))
    read.sort(key=lambda item: (item[0].trust, item[0].id))
    return Shelf(
        infos=tuple(info for info, _, _ in read),
        segments=tuple(segment for _, segment, _ in read),
        claims={info.id: claims for info, _, claims in read},
        problems=tuple(problems),
    )


def _read_documents(source: Path) -> list[Document]:
    try:
        if source.is_dir():
            paths = sorted(path for path in source.rglob("*.json") if path.is_file())[: _MOST_FILES + 1]
            if not paths or len(paths) > _MOST_FILES:
                raise PackError("the folder holds no .json files" if not paths else "the folder holds too many files")
        else:
            paths = [source]
        if sum(path.stat().st_size for path in paths) > LARGEST_FILE:
            raise PackError(f"it is larger than {LARGEST_FILE:,} bytes")
        return [Document(path.name, path.read_bytes()) for path in paths]
    except OSError as error:
        raise InspectorError(f"{source} cannot be read: {error.strerror or error}", "Check the path") from error


def _format_of(document: Document) -> PackFormat:
    for pack_format in FORMATS:
        if pack_format.recognise(document):
            return pack_format
    names = ", ".join(pack_format.name for pack_format in FORMATS)
    raise PackError(f"{document.name} is in none of the known formats ({names})")


def _read_one(pack_format: PackFormat, document: Document, many: bool) -> PackData:
    if many and not pack_format.recognise(document):
        raise PackError(f"{document.name} is not in the format of the others ({pack_format.name})")
    try:
        return pack_format.read(document)
    except PackError as fault:
        raise PackError(f"{document.name}: {fault.message.partition(': ')[2]}") from fault


def _join(whole: PackData, part: PackData) -> None:
    whole.cookies += part.cookies
    whole.domains += part.domains
    whole.skipped += part.skipped
    whole.licence = whole.licence or part.licence


def _make_info(pack_format: PackFormat, source: Path, data: PackData, sha256: str, now: datetime) -> PackInfo:
    own_name = _NOT_ID.sub("-", source.stem.lower()).strip("-")[:60].strip("-")
    own_id = f"{pack_format.id}-{own_name}" if pack_format.one_per_file and own_name else pack_format.id
    name = f"{pack_format.name} {source.name}" if pack_format.one_per_file else pack_format.name
    licence = pack_format.licence + (f" (the file says: {data.licence})" if data.licence else "")
    return PackInfo(
        id=own_id,
        name=name,
        licence=licence,
        attribution=pack_format.attribution,
        trust=pack_format.trust,
        imported=now.date().isoformat(),
        sha256=sha256,
        cookies=len(data.cookies),
        domains=len(data.domains),
        skipped=data.skipped,
    )


def _write(folder: Path, info: PackInfo, data: PackData) -> None:
    content = {
        "form": FORM,
        "info": asdict(info),
        "cookies": sorted(data.cookies, key=rank),
        "domains": data.domains,
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)  # the mode is the last folder's only
    folder.mkdir(mode=0o700, exist_ok=True)
    target = folder / f"{info.id}.json"
    new = folder / f".{info.id}.{os.getpid()}.new"
    try:
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        new.replace(target)
    except OSError as error:
        new.unlink(missing_ok=True)
        raise InspectorError(f"The list cannot be kept in {folder}: {error.strerror}", "Free space there") from error


def _read_stored(path: Path) -> tuple[PackInfo, Segment, list[tuple[str, DomainClaim]]]:
    content = json.loads(path.read_bytes())
    if content["form"] != FORM:
        raise ValueError(f"it is of form {content['form']}, not {FORM}")
    info = PackInfo(**{item.name: content["info"][item.name] for item in fields(PackInfo)})
    if info.id != path.stem:
        raise ValueError("its name is not the name of its file")
    rows = content["cookies"]
    if not all(map(_is_sound, rows)):
        raise ValueError("a row is not as this program wrote it")
    claims = [
        (domain, DomainClaim(domain, owner, category, Purpose(purpose), info.id))
        for domain, owner, category, purpose in content["domains"]
    ]
    return info, Segment(f"pack:{info.id}", (f"{info.name} ({info.licence})",), rows), claims


def _is_sound(row: Sequence[object]) -> bool:
    if len(row) != len(COOKIE_FIELDS):
        return False
    match, name, domain, _, purpose = row[:5]
    texts = isinstance(name, str) and isinstance(row[12], str) and isinstance(row[13], list)
    return (
        texts and match in _MATCHES and purpose in _PURPOSES and isinstance(domain, str | None) and row[9:11] == _OURS
    )


def _damaged(path: Path, error: Exception) -> Problem:
    return Problem(
        "pack-damaged",
        "An imported list cannot be read",
        str(path),
        f"{type(error).__name__}: {error}",
        f"Import it again, or remove it: cookie-inspector knowledge remove {path.stem}",
        Severity.PARTIAL,
    )
