# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""No labelled policy accuses the cookies that it itself names (skipped where the labelled policies are absent)."""

import importlib.util
from pathlib import Path

import pytest

from inspector.core.finding import Level

ROOT = Path(__file__).parents[2]
FOLDER = ROOT.parent / "shared" / "data" / "policies_dev"
SCRIPT = ROOT / "packaging" / "measure" / "precision.py"


@pytest.mark.skipif(not (FOLDER / "labels.jsonl").is_file(), reason="the labelled policies are not beside the project")
def test_a_policy_does_not_accuse_what_it_names() -> None:
    spec = importlib.util.spec_from_file_location("precision", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    precision = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(precision)
    judged = 0
    for policy_id, report in precision.measure(FOLDER):
        judged += len(report.cookies)
        assert not precision.exceptions(report, Level.ERROR), policy_id
    assert judged > 250
