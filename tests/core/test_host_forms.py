# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A host in its two ways of writing, for comparing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.host_forms import host_forms


@pytest.mark.parametrize(
    ("host", "forms"),
    [
        ("shop.test", ("shop.test",)),
        ("xn--bcher-kva.example", ("xn--bcher-kva.example", "bücher.example")),
        (".xn--bcher-kva.example", (".xn--bcher-kva.example", ".bücher.example")),
        ("bücher.example", ("bücher.example", "xn--bcher-kva.example")),
        ("BÜCHER.example", ("BÜCHER.example", "xn--bcher-kva.example", "bücher.example")),
        ("bu\u0308cher.example", ("bu\u0308cher.example", "xn--bcher-kva.example", "bücher.example")),
        ("xn--.example", ("xn--.example",)),
        ("xn--99999999.example", ("xn--99999999.example",)),
        ("xn--bcher-kva.xn--p1ai", ("xn--bcher-kva.xn--p1ai", "bücher.рф")),
        ("\udc80.example", ("\udc80.example",)),
        ("xn--" + "a" * 400, ("xn--" + "a" * 400,)),
    ],
)
def test_forms(host: str, forms: tuple[str, ...]) -> None:
    assert host_forms(host) == forms


@given(st.text(max_size=80) | st.from_regex(r"xn--[a-z0-9-]{0,70}(\.[a-z]{0,5})?", fullmatch=True))
def test_any_text_has_itself_first_and_few_others(host: str) -> None:
    forms = host_forms(host)
    assert forms[0] == host
    assert len(forms) == len(set(forms)) <= 3
