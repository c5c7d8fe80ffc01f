# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
from datetime import date

import pytest
from make.policies import document

from inspector.policies.dates import policy_date

DATED = {
    "Last updated: February 22, 2021": (date(2021, 2, 22), "updated"),
    "Last updated on 5th of March 2019": (date(2019, 3, 5), "updated"),
    "Effective Date: 10 May 2018": (date(2018, 5, 10), "effective"),
    "This policy is effective as of February 1, 2008.": (date(2008, 2, 1), "effective"),
    "This policy was last modified on 5-25-18": (date(2018, 5, 25), "updated"),
    "Page updated 2024-02-28": (date(2024, 2, 28), "updated"),
    "Last updated: 25.01.2022": (date(2022, 1, 25), "updated"),
    "Last updated August 2021": (date(2021, 8, 1), "updated"),
    "Revised: 4/4/2016": (date(2016, 4, 4), "updated"),
    "Updated 3 May 2019. Updated 4 June 2020.": (date(2020, 6, 4), "updated"),
}
UNDATED = (
    "Last updated: 05/06/2018",  # two ways to read it
    "We were founded on 3 May 1999.",
    "Last updated: 31 February 2020",
    "Last updated recently.",
    "Privacy Shield was struck down on 16 July 2020.",
)


@pytest.mark.parametrize(("text", "expected"), DATED.items(), ids=list(DATED))
def test_a_date_that_the_text_states(text: str, expected: tuple[date, str]) -> None:
    held = document(f"<p>We use cookies.</p><p>{text}</p>", "policy.html")
    found = policy_date(held)
    assert found is not None
    assert (found.date.date, found.date.basis) == expected
    assert found.quote.text in held.text


@pytest.mark.parametrize("text", UNDATED)
def test_no_date_is_guessed(text: str) -> None:
    assert policy_date(document(f"<p>We use cookies.</p><p>{text}</p>", "policy.html")) is None
