# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""JSON as other programs write it, and as it looks after an accident: cut off, with a key twice, with endless numbers.

Of a list that breaks off in the middle the entries before the break are kept, and the break is said. JSON Lines, an
object on each line, are a list; a line that is no JSON is :data:`BROKEN_LINE` in it.
"""

import json
import math
import re
from collections.abc import Callable, Iterable
from typing import Any, Final

from inspector.core.frozen import frozen
from inspector.readers.files.json_guard import JsonGuard

NOT_JSON: Final = object()
BROKEN_LINE: Final = object()
_LONGEST_NUMBER: Final = 400  # digits; the largest double has 309
_TOLD: Final = 3
_STEP: Final = 25
_RUN: Final = re.compile(rf"[0-9]{{{_LONGEST_NUMBER // _STEP - 1}}}")  # less one, for a sign counts as a digit


@frozen
class JsonText:
    """What a text held (``NOT_JSON``: nothing), and what was wrong with it; ``whole``: nothing of it was lost."""

    data: Any
    fault: str = ""
    why: str = ""
    what_to_do: str = ""
    whole: bool = True


def read_json(text: str) -> JsonText:
    """Return a text as JSON; never raises."""
    doubled: dict[str, None] = {}

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(found)
        if len(made) != len(found):
            _note_doubled(found, doubled)
        return made

    try:
        data = json.loads(text, parse_int=_integer if _may_hold_long_numbers(text) else None, object_pairs_hook=pairs)
    except RecursionError:
        return JsonText(NOT_JSON, "is nested deeper than any cookie file", whole=False)
    except ValueError as error:
        lines = _of_lines(text, pairs)
        if lines is None:
            return _salvaged(text, _where(error))
        data = lines
    if not doubled:
        return JsonText(data)
    names = ", ".join(f'"{name[:40]}"' for name in list(doubled)[:_TOLD])
    return JsonText(data, "has a key twice in one object; the last one counts", names, whole=False)


def _of_lines(text: str, pairs: Callable[[list[tuple[str, Any]]], dict[str, Any]]) -> list[Any] | None:
    """Return the objects of JSON Lines; ``None`` where the first line alone is no object, and so it is none of that."""
    lines = text.split("\n")
    first = next((line for line in lines if line.strip()), "")
    if not first.lstrip().startswith("{") or not isinstance(_of_line(first, pairs), dict):
        return None
    return [_of_line(line, pairs) for line in lines if line.strip()]


def _of_line(line: str, pairs: Callable[[list[tuple[str, Any]]], dict[str, Any]]) -> Any:
    try:
        return json.loads(line, parse_int=_integer, object_pairs_hook=pairs)
    except (ValueError, RecursionError):  # told as an entry that is none
        return BROKEN_LINE


def _may_hold_long_numbers(text: str) -> bool:
    """Whether a number may be longer than any that is one; a look at every 25th character finds each of them."""
    return _RUN.search(text[::_STEP]) is not None


def _note_doubled(found: Iterable[tuple[str, Any]], doubled: dict[str, None]) -> None:
    seen: set[str] = set()
    for name, _ in found:
        if name in seen and len(doubled) < _TOLD:
            doubled[name] = None
        seen.add(name)


def _integer(text: str) -> int | float:
    return int(text) if len(text) < _LONGEST_NUMBER else math.inf


def _where(error: ValueError) -> str:
    return f"line {error.lineno}" if isinstance(error, json.JSONDecodeError) else "a number without end"


def _salvaged(text: str, place: str) -> JsonText:
    """Return the entries before the break, of a list or of an object's list of cookies."""
    data = text.encode("utf-8", "surrogatepass")
    listed = text.lstrip().startswith("[")
    entries = _entries(data, "item" if listed else "cookies.item")
    if entries:
        why = f"at {place}; the {len(entries)} entries before it were read"
        made = entries if listed else {"cookies": entries}
        return JsonText(made, "is broken or cut off", why, "Export it again", whole=False)
    return JsonText(NOT_JSON, "is broken or cut off", f"at {place}", "Export it again", whole=False)


def _entries(data: bytes, prefix: str) -> list[Any]:
    import ijson  # here because it is needed for a broken file only

    entries: list[Any] = []
    try:
        for entry in ijson.items(JsonGuard().passed(data), prefix):
            entries.append(entry)
    except (ijson.JSONError, ValueError, ArithmeticError, RecursionError):  # where it breaks off, which is told
        return entries
    return entries
