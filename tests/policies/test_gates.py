# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Gates let through every text that their pattern matches; what is read is the same without them; the table is kept."""

import json
import os
import re
import tomllib
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from make.gates import gate_of
from make.lexicons import SmallLexicon
from make.policies import document
from make.stated_patterns import stated_patterns

from inspector.engine.policy import understand
from inspector.policies.frames import read_passages
from inspector.policies.gates import FILE, GatedPattern, begins_text, gate_key, known_gate, known_gates
from inspector.policies.patterns import held_patterns

TABLE = Path(__file__).resolve().parents[2] / "resources" / FILE
FOLDER = Path(__file__).parent / "sentences"
NEW_ALLOWED = 0.1  # of the patterns may be younger than the table: they are slower, not wrong
HINT = "UPDATE_SNAPSHOTS=1 pytest tests/policies/test_gates.py writes the table anew"


@cache
def texts() -> tuple[str, ...]:
    """The sentences of the tables."""
    cases = [case for path in sorted(FOLDER.glob("*.toml")) for case in tomllib.loads(path.read_text("utf-8"))["case"]]
    return tuple(case["text"] for case in cases)


@cache
def sources() -> tuple[str, ...]:
    """Every pattern that the program states, and those that reading the sentences asks for, each by itself."""
    for text in texts():
        understand(document(text, "policy.txt"), SmallLexicon())
    return tuple(dict.fromkeys((*held_patterns(), *stated_patterns())))


def test_the_table_is_what_follows_from_the_patterns() -> None:
    worked_out = {source: gate for source in sources() if (gate := gate_of(source)) is not None}
    if os.environ.get("UPDATE_SNAPSHOTS") == "1":
        rows = sorted(
            f'"{gate_key(source)}": {json.dumps(gate, ensure_ascii=False)}' for source, gate in worked_out.items()
        )
        TABLE.write_text("{\n" + ",\n".join(rows) + "\n}\n", "utf-8")
        known_gates.cache_clear()
    wrong = [source for source, gate in worked_out.items() if known_gate(source) not in (None, gate)]
    assert not wrong, f"{HINT}: {wrong}"
    new = [source for source in worked_out if known_gate(source) is None]
    assert len(new) <= NEW_ALLOWED * len(worked_out), f"{len(new)} patterns have no gate yet; {HINT}"


def test_no_gate_keeps_out_a_sentence_that_its_pattern_matches() -> None:
    held = document("\n\n".join(texts()[::8]), "policy.txt")
    shown = {text for found in read_passages(held).statements for text in (found.plain, found.coded)}
    for source in sources():
        gate, bare = GatedPattern(source, gate_of(source)), re.compile(source)
        for text in shown:
            expected, found = bare.search(text), gate.search(text)
            assert (found and found.span()) == (expected and expected.span()), (source, text)
            assert expected is None or gate.may_match(expected[0]), (source, expected[0])
            assert (gate.match(text) is None) == (bare.match(text) is None), (source, text)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(st.data())
def test_whatever_a_pattern_matches_passes_its_gate(data: st.DataObject) -> None:
    source = data.draw(st.sampled_from(sources()))
    assume(len(source) < 1_500)  # drawing from longer ones takes seconds
    text = data.draw(st.from_regex(source.replace("++", "+")))
    expected, found = re.compile(source).search(text), GatedPattern(source, gate_of(source)).search(text)
    assert (found and found.span()) == (expected and expected.span())


def test_claims_are_the_same_without_gates(monkeypatch: pytest.MonkeyPatch) -> None:
    held = document("\n\n".join(texts()), "policy.txt")
    gated = understand(held, SmallLexicon())
    monkeypatch.setattr(GatedPattern, "may_match", lambda *_: True)
    monkeypatch.setattr(GatedPattern, "search", lambda pattern, *where: pattern.ungated().search(*where))
    monkeypatch.setattr(GatedPattern, "match", lambda pattern, *where: pattern.ungated().match(*where))
    assert understand(held, SmallLexicon()) == gated


@pytest.mark.parametrize(
    ("source", "gate"),
    [
        (r"\bcookies?\b", ((("cookie",),),)),
        (r"organi[sz]e", ((("organise", "organize"),),)),
        (r"\b(?:pop-?up|banner)\b[^.]{0,9}\baccept", ((("accept",), ("popup", "banner", "pop-up")),)),
        (r"sell\w*\s+data|rent", ((("data",), ("sell",)), (("rent",),))),
        (r"(?:we\s+)?track", ((("track",),),)),
        (r"(?!never)\w+ing", ((("ing",),),)),
        (r"ĸ++\s", ((("ĸ",),),)),
        (r"(?:cookie)?", None),
        (r"(?i)cookie", None),
        (r"\w+", None),
    ],
)
def test_what_a_pattern_needs(source: str, gate: object) -> None:
    assert gate_of(source) == (gate and ((len(source), gate),))


@pytest.mark.parametrize(
    ("text", "passes"), [("we sell your data", True), ("we sell", False), ("for rent", True), ("", False)]
)
def test_a_gate_asks_for_every_part_of_one_way(text: str, passes: bool) -> None:
    pattern = GatedPattern(r"sell\w*\s+data|rent", ((19, ((("sell",), ("data",)), (("rent",),))),))
    assert pattern.may_match(text) is passes


WORDS = ("a", "no", "ads", "cookie", "opt-out", "Do Not Track", "ĸ")


@settings(deadline=None)
@given(st.lists(st.sampled_from((*WORDS, "x", " ", "\n", "-", "cook", "x" * 50)), max_size=12).map("".join))
def test_a_gate_sees_exactly_the_words_that_a_text_holds(text: str) -> None:
    for word in WORDS:
        source = re.escape(word)
        assert GatedPattern(source, ((len(source), (((word,),),)),)).may_match(text) is (word in text)


def test_a_pattern_behind_a_gate_answers_as_the_pattern_does() -> None:
    gated, bare = GatedPattern(r"\bno\s+ads", ((10, ((("ads",),),)),)), re.compile(r"\bno\s+ads")
    for text in ("no ads, no  ads", "no advice", ""):
        assert [match.span() for match in gated.finditer(text)] == [match.span() for match in bare.finditer(text)]
        assert gated.sub("-", text) == bare.sub("-", text)
        assert (gated.search(text, 3) is None) == (bare.search(text, 3) is None)
        assert (gated.match(text, 0, 4) is None) == (bare.match(text, 0, 4) is None)


def test_alternatives_that_are_tried_one_by_one_answer_as_one_pattern() -> None:
    source = r"\bads\w*|\bno\s+ads|no"
    gated = GatedPattern(source, ((8, ((("ads",),),)), (19, ((("no",), ("ads",)),)), (22, ((("no",),),))))
    for text in ("ads, no ads", "no ads", "none", "adsense", "nothing, ads", ""):
        expected, found = re.compile(source).search(text), gated.search(text)
        assert (found and found.span()) == (expected and expected.span())
        assert (gated.match(text) and gated.match(text)[0]) == (
            re.compile(source).match(text) and re.compile(source).match(text)[0]
        )


@pytest.mark.parametrize(
    ("source", "begins"),
    [
        ("^a", True),
        ("^a|^b", True),
        (r"^a(?:b|c)[|]\||^d", True),
        ("^a|b", False),
        ("(?:^a|b)", False),
        ("a", False),
        ("a^", False),
        ("", False),
    ],
)
def test_patterns_that_must_begin_where_the_text_does(source: str, begins: bool) -> None:
    assert begins_text(source) is begins


@pytest.mark.parametrize("start", [0, 1])
def test_a_pattern_that_begins_the_text_is_found_as_it_would_be_searched(start: int) -> None:
    source = r"^\W*ads|^no"
    for text in ("ads", " ads", "no", "x ads", "xads", ""):
        expected, found = re.compile(source).search(text, start), GatedPattern(source).search(text, start)
        assert (found and found.span()) == (expected and expected.span())


@pytest.mark.parametrize("part", [r"\|{90,}[|)]", r"(?:a|b)c{90}", r"\(|[\]|]" + "d" * 90])
def test_a_long_pattern_is_split_where_its_alternatives_are(part: str) -> None:
    filler = "e" * 120
    gate = gate_of(f"{filler}|{part}{filler}|{filler}f")
    assert gate is not None
    source = f"{filler}|{part}{filler}|{filler}f"
    assert all(re.compile(source[:end]) for end, _ in gate)
    assert gate[0][0] == len(filler)
