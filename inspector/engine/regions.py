# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Where a quote stands in the file that it was read from, to the column.

Offsets of a quote are those of the readable text; the file has mark-up between the words. The file is read once more
and its words are looked for from the quote's line on. Where they are not found in a row, the line is all that is told.
"""

from bisect import bisect_right
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from inspector.core.late_pattern import late
from inspector.core.place import Region
from inspector.core.policy import Document, Quote, Source

_MOST_BYTES: Final = 20_000_000
_MOST_STARTS: Final = 200  # places where the first word is tried
_MOST_WORDS: Final = 2000
_NEWLINE: Final = late(r"\r\n|\r|\n")
_WORD: Final = late(r"[^\W_]+")
# What may stand between two words: tags, entities, a link's address, template expressions, anything that is no word.
_GAP: Final = late(r"(?:<[^<>]{0,400}>|&#?\w{1,10};|\]\([^()\s]{0,300}\)|\{\{[^{}]{0,200}\}\}|[\W_])*")
_EMPHASIS: Final = late(r"[*_`~]{0,3}|</\w{1,10}>")
_PLAIN: Final = late(r"(?!application/pdf)(?:text/|application/)")


class _File(NamedTuple):
    text: str
    starts: tuple[int, ...]  # offset of each line

    def region(self, start: int, end: int) -> Region:
        """Return a stretch of the text as lines and columns."""
        return Region(*self._point(start), *self._point(end))

    def line(self, number: int) -> Region | None:
        """Return a whole line; ``None`` for one that the file does not have."""
        if not 1 <= number <= len(self.starts):
            return None
        start = self.starts[number - 1]
        newline = _NEWLINE.search(self.text, start)
        return self.region(start, newline.start() if newline else len(self.text))

    def _point(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.starts, offset)
        before = self.text[self.starts[line - 1] : offset]
        return line, 1 + len(before.encode("utf-16-le", "surrogatepass")) // 2


class Regions:
    """Finds quotes of one document in its files. ``folder`` is what relative locations are relative to."""

    def __init__(self, document: Document, folder: Path) -> None:
        self._document, self._folder = document, folder
        self._files: dict[str, _File | None] = {}

    def __call__(self, quote: Quote) -> Region | None:
        """Return where a quote stands: its words, else its line; ``None`` where the file's lines are not known."""
        source = self._document.source_at(quote.start)
        if source.location not in self._files:
            self._files[source.location] = _opened(source, self._folder)
        file = self._files[source.location]
        if file is None:
            return None
        return _found(file, quote) or file.line(quote.line)


def _opened(source: Source, folder: Path) -> _File | None:
    """Read a local text file again; ``None`` where it is none, is not as it was, or its lines mean nothing (PDF)."""
    if "://" in source.location or "\0" in source.location or not _PLAIN.match(source.media_type or "text/"):
        return None
    path = folder / source.location
    try:
        if not path.is_file() or path.stat().st_size > _MOST_BYTES:
            return None
        data = path.read_bytes()
        if sha256(data).hexdigest() != source.sha256:
            return None
        text = data.decode(source.encoding or "utf-8", "replace").removeprefix("\ufeff")
    except (
        OSError,
        LookupError,
    ):  # gone, or an encoding by a name that only a page knows: the line is told all the same
        return None
    return _File(text, (0, *(newline.end() for newline in _NEWLINE.finditer(text))))


def _found(file: _File, quote: Quote) -> Region | None:
    words = [word[0] for word in _WORD.finditer(quote.text)]
    if not words or len(words) > _MOST_WORDS:
        return None
    near = file.starts[min(quote.line, len(file.starts)) - 1] if quote.line > 0 else 0
    for start in _starts(file.text, words[0], near):
        end = _end(file.text, words, start)
        if end is not None:
            return file.region(*_with_marks(file.text, quote.text, words, start, end))
    return None


def _starts(text: str, word: str, near: int) -> Iterator[int]:
    """Yield where the first word stands, from its line on."""
    start = text.find(word, near)
    for _ in range(_MOST_STARTS):
        if start < 0:
            return
        yield start
        start = text.find(word, start + 1)


def _end(text: str, words: list[str], start: int) -> int | None:
    """Return where the words end that begin at ``start``, with nothing between them but mark-up."""
    end = start + len(words[0])
    for word in words[1:]:
        gap = _GAP.match(text, end)
        at = gap.end() if gap else end
        if not text.startswith(word, at):
            return None
        end = at + len(word)
    return end


def _with_marks(text: str, quote: str, words: list[str], start: int, end: int) -> tuple[int, int]:
    """Take the punctuation in that the quote has before its first word and after its last, past closing emphasis."""
    before = quote[: quote.index(words[0])]
    after = quote[quote.rindex(words[-1]) + len(words[-1]) :]
    start -= len(before) if before and text.endswith(before, 0, start) else 0
    closing = _EMPHASIS.match(text, end)
    at = closing.end() if closing else end
    return start, at + len(after) if after and text.startswith(after, at) else end
