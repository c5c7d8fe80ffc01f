# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Large JSON read entry by entry: what is whole is given on, and where it breaks off is said."""

import codecs
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, Final

from inspector.core.problem import Problem
from inspector.readers.files.api import OpenedFile
from inspector.readers.files.json_guard import JsonGuard
from inspector.readers.stable import Unreadable, explain, opened

_PART: Final = 256 * 1024


class Utf8Stream:
    """A file's bytes as sound UTF-8, whatever it was saved as: the parser refuses everything else."""

    def __init__(self, source: IO[bytes], head: bytes) -> None:
        wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        self._decoder = codecs.getincrementaldecoder("utf-16" if wide else "utf-8-sig")("replace")
        self._source = source
        self.guard = JsonGuard()

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes; empty at the end."""
        while size != 0:
            part = self._source.read(_PART if size < 0 else max(size, 4))
            text = self._decoder.decode(part, final=not part)
            if text or not part:
                passed = self.guard.passed(text.encode("utf-8", "replace"))
                if passed or not part or self.guard.too_deep:
                    return passed
        return b""


@contextmanager
def opened_stream(file: OpenedFile) -> Iterator[Utf8Stream]:
    """Open a file for reading in parts; raise :class:`Unreadable` where that cannot be done."""
    if file.held is not None:
        yield Utf8Stream(io.BytesIO(file.held), file.head)
        return
    try:
        descriptor = opened(file.path)
    except OSError as error:
        raise Unreadable(explain(file.path, error)) from error
    with os.fdopen(descriptor, "rb", buffering=0) as source:
        yield Utf8Stream(source, file.head)


class Entries:
    """Gives the entries under a path of keys, one after the other; ``problems`` says at the end what was lost."""

    def __init__(self, file: OpenedFile, prefix: str) -> None:
        self._file = file
        self._prefix = prefix
        self.count = 0
        self.broken: str = ""

    def __iter__(self) -> Iterator[Any]:
        import ijson  # here because it is needed for such files only

        with opened_stream(self._file) as stream:
            try:
                for entry in ijson.items(stream, self._prefix, buf_size=_PART):
                    self.count += 1
                    yield entry
            except ijson.IncompleteJSONError:
                deep = "it is nested deeper there than any record"
                self.broken = deep if stream.guard.too_deep else "it is cut off or no JSON there"
            except (ijson.JSONError, ValueError, ArithmeticError, RecursionError):
                self.broken = "it is no JSON there"
            except OSError as error:
                self.broken = explain(self._file.path, error).why or "it could not be read further"

    def problems(self) -> tuple[Problem, ...]:
        """Return what was lost, after the last entry."""
        if not self.broken:
            return ()
        why = f"{self.broken}; the {self.count} entries before it were read"
        return (Problem("json-damaged", "is broken or cut off", str(self._file.path), why, "Export it again"),)
