# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A person's correction is shown as one in every format that says more than its findings."""

from dataclasses import replace

import pytest
from make.audits import sample_report
from make.written import written

from inspector.core.report import Correction

MADE = Correction("label", "_ga is for\x1b analytics", "a gardener <said> so", "J. Doe")


@pytest.mark.parametrize("name", ["table", "html", "markdown", "json", "sarif", "junit", "github"])
def test_a_correction_is_shown(name: str) -> None:
    text = written(replace(sample_report(), corrections=(MADE,)), name)
    told = "1 correction by hand applied." if name == "github" else "a gardener"
    assert told in " ".join(text.split())
    assert told not in " ".join(written(replace(sample_report(), corrections=()), name).split())
    assert "\x1b" not in text
    assert name not in ("html", "junit") or "<said>" not in text


def test_no_format_grows_without_bound_by_them() -> None:
    many = tuple(MADE._replace(reason=f"reason {at}") for at in range(5000))
    for name in ("sarif", "junit", "github"):
        assert len(written(replace(sample_report(), corrections=many), name)) < 600_000
