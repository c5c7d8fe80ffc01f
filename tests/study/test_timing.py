# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The time that is left follows from the rows that this run judged, not from those that were done before."""

import pytest

from inspector.study.timing import StudyProgress, sentence


@pytest.mark.parametrize(
    ("progress", "said"),
    [
        (StudyProgress(2, 100, 0, "a.example", 10.0), "2 of 100 rows, time left not known yet"),
        (StudyProgress(10, 100, 0, "a.example", 10.0), "10 of 100 rows, about 2 minutes left"),
        (StudyProgress(60, 100, 50, "a.example", 10.0), "60 of 100 rows (50 done before), less than a minute left"),
        (StudyProgress(3, 3000, 0, "a.example", 10.0), "3 of 3,000 rows, about 2 h 47 min left"),
        (StudyProgress(100, 100, 0, "a.example", 10.0), "100 of 100 rows, less than a minute left"),
    ],
)
def test_the_progress_in_one_sentence(progress: StudyProgress, said: str) -> None:
    assert sentence(progress) == said
