# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the interpreter makes of the patterns that reading policies asks for: what the table of them has to hold.

As a script it reads the sentences of the tables and prints each pattern's source and flags, one JSON list; that takes a
process of its own, since a pattern is asked for once only.
"""

import json
import re
import sys
import tomllib
from array import array
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

from inspector.policies import ready
from inspector.policies.ready import Program, little

Asked = tuple[str, int]
SENTENCES = Path(__file__).resolve().parents[1] / "policies" / "sentences"
compiler: Any = re._compiler  # type: ignore[attr-defined]
parser: Any = re._parser  # type: ignore[attr-defined]


def compile_program(source: str, flags: int) -> Program:
    """Return what the interpreter makes of a pattern: the work that the table saves."""
    parsed = parser.parse(source, flags)
    code = little(array("I", compiler._code(parsed, flags))).tobytes()
    state = parsed.state
    return Program(int(state.flags | flags), state.groups - 1, dict(state.groupdict), code)


def asked_for() -> list[Asked]:
    """Return every pattern of the program's policies: those of modules, and those that the sentences call for."""
    asked: dict[Asked, None] = {}
    original = ready.ready

    def note(source: str, flags: int = 0) -> re.Pattern[str]:
        asked[source, int(flags)] = None
        return original(source, flags)

    ready.ready = note  # before the modules that use it are imported
    late_pattern = import_module("inspector.policies.late_pattern")
    begin = late_pattern._Late.__init__

    def noted(self: Any, source: str, flags: int) -> None:
        asked[source, int(flags)] = None
        begin(self, source, flags)

    late_pattern._Late.__init__ = noted
    import inspector.policies as room

    for module in walk_packages(room.__path__, "inspector.policies."):
        import_module(module.name)
    _read_sentences()
    _ask_for_pieces()
    return list(asked)


def _read_sentences() -> None:
    from make.lexicons import SmallLexicon
    from make.policies import document

    from inspector.engine.policy import understand

    for path in sorted(SENTENCES.glob("*.toml")):
        for case in tomllib.loads(path.read_text("utf-8"))["case"]:
            understand(document(case["text"], "policy.txt"), SmallLexicon())


def _ask_for_pieces() -> None:
    """Ask for every alternative of the patterns of the program, and for the rows of the books."""
    import gc

    from make.stated_patterns import stated_patterns, stated_plainly

    from inspector.policies.gates import _Piece
    from inspector.policies.headers import _compiled
    from inspector.policies.late_pattern import pattern_of
    from inspector.policies.patterns import compiled

    _compiled()  # sentences have no columns
    for source in stated_patterns():
        compiled(source).ungated()
    for source, flags in stated_plainly():
        pattern_of(source, flags)
    for held in gc.get_objects():
        if isinstance(held, _Piece):
            held.pattern()


if __name__ == "__main__":
    json.dump(asked_for(), sys.stdout)
