# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The opt-outs that policies offer: on the labelled policies (skipped where absent), and whose link is whose."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from make.verdicts import knowledge, lexicon, policy

from inspector.core.optout import LinkClass, PolicyOptOut
from inspector.engine.policy import PolicyOptions, read_policies
from inspector.engine.policy_optouts import policy_opt_outs

FOLDER = Path(__file__).parents[2].parent / "shared" / "data" / "policies_dev"
NOW = datetime(2026, 11, 24, tzinfo=UTC)
# Spellings of one target: the record names it as the policy does, the tables by its owner.
SAME = {"rubiconproject": "rubicon"}


def offers(text: str, name: str = "policy.md") -> tuple[PolicyOptOut, ...]:
    return policy_opt_outs(policy(text, name), knowledge()).offers


def labelled() -> list[dict[str, object]]:
    path = FOLDER / "labels.jsonl"
    if not path.is_file():
        pytest.skip("the labelled policies are not beside the project")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_the_labelled_policies_opt_outs_resolve_to_their_targets_and_the_closed_ones_are_flagged() -> None:
    hits = wrong = missed = closed = 0
    for record in labelled():
        path = next(FOLDER.glob(f"{record['id']}.*"))
        (reading,) = read_policies([str(path)], PolicyOptions(NOW, lexicon=lexicon()))
        assert reading.policy is not None
        found = policy_opt_outs(reading.policy, knowledge()).offers
        targets = {SAME.get(offer.target, offer.target) for offer in found}
        expected = {str(offer["target"]) for offer in record["opt_outs"]}  # type: ignore[attr-defined]
        hits += len(targets & expected)
        wrong += len(targets - expected)
        missed += len(expected - targets)
        for offer in found:
            if offer.target == "nai":
                closed += 1
                assert offer.link_class is LinkClass.RETIRED, offer
            assert not (offer.link_class is LinkClass.LIVE and offer.live is None), offer
    assert closed >= 5
    assert 2 * hits / (2 * hits + wrong + missed) >= 0.9


def test_words_that_name_one_company_and_lead_to_another_are_told() -> None:
    (offer,) = offers("You may opt out of these cookies: [Improve Digital](https://www.indexexchange.com/opt-out/).")
    assert offer.link_class is LinkClass.WRONG_VENDOR
    (offer,) = offers("You may opt out of these cookies: Improve Digital (https://www.indexexchange.com/opt-out/).")
    assert offer.link_class is LinkClass.WRONG_VENDOR


@pytest.mark.parametrize(
    "text",
    [
        "You may opt out of these cookies: [Criteo](https://www.criteo.com/privacy/).",
        "Companies such as Facebook take part: opt out at [the DAA](https://optout.aboutads.info/).",
        "You may opt out of [DoubleClick](https://adssettings.google.com/partnerads) cookies.",
        "You may opt out of [AppNexus](https://about.ads.microsoft.com/en-us/solutions/xandr/platform-privacy-policy).",
        "Facebook: [opt out of its cookies](https://optout.aboutads.info/?c=2#!/).",
        "You can opt out of [Oracle](https://optout.networkadvertising.org/) cookies.",
    ],
)
def test_nobody_is_accused_of_being_another(text: str) -> None:
    assert all(offer.link_class is not LinkClass.WRONG_VENDOR for offer in offers(text))
