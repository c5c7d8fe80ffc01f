# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Words for everything that a visit can be: none is missing, and not known is never no."""

import pytest

from inspector.capture.parts import Ending, How, Outcome
from inspector.capture.scenario import SCENARIOS
from inspector.core.visit import CanaryAnswer, CookieStory, Deed, Fate, Mode, PageSeen, Phase, PhaseSpan
from inspector.gui.visit import words


def test_there_is_a_word_for_everything() -> None:
    assert set(words.SCENARIOS) == {scenario.name for scenario in SCENARIOS}
    assert set(words.MODES) == set(Mode)
    assert set(words.PHASES) == set(Phase)
    assert set(words.DEEDS) == set(Deed)
    assert set(words.FATES) == set(Fate)
    assert set(words.OUTCOMES) == set(Ending)
    assert set(words.PAGES) == set(Outcome)
    assert set(words.HOW) == set(How)


@pytest.mark.parametrize(
    ("stored", "refused", "partition", "said"),
    [
        (True, 0, None, "Stored"),
        (True, 2, "https://shop.test", "Stored, for this site only"),
        (False, 1, None, "Refused"),
        (None, 1, None, "Refused"),
        (False, 0, None, "Not stored"),
        (None, 0, None, "Not known"),
    ],
)
def test_what_became_of_a_cookie(stored: bool | None, refused: int, partition: str | None, said: str) -> None:
    story = CookieStory("i", "n", "h", "/", partition, 1, refused, stored, ())
    assert words.fate_text(story) == said


@pytest.mark.parametrize(
    ("canary", "said"),
    [
        (CanaryAnswer(), "Whether third parties' cookies are stored is not known"),
        (CanaryAnswer(True, True), "Third parties' cookies are stored, each site's apart"),
        (CanaryAnswer(True, None, "seen"), "Third parties' cookies are stored (seen)"),
        (CanaryAnswer(False), "Third parties' cookies are not stored"),
    ],
)
def test_what_the_self_test_says(canary: CanaryAnswer, said: str) -> None:
    assert words.canary(canary) == said


def test_what_is_not_known_says_so() -> None:
    assert words.after(None, 5) == "at an unknown time"
    assert words.jar(None) == "Not looked at"
    assert words.writer(None) == "Not recorded"
    assert words.who(PhaseSpan(Phase.NO_CHOICE, None)) == "Not recorded"
    assert words.answer(PageSeen("https://x.test/", None, 404, "http error")) == "An error instead of the page (404)"
    assert words.answer(PageSeen("https://x.test/", None, None, "something new")) == "something new"
