# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Stacks of both engines become callers; our own frames and what is no frame are left out."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.capture.hook import DEEPEST, NAME
from inspector.capture.parts import Caller
from inspector.capture.stacks import callers
from inspector.capture.traces import bare_url

V8 = f"""Error
    at stack ({NAME}:13:29)
    at set cookie ({NAME}:42:36)
    at write (https://ads.test/tag.js?uid=77:2:24)
    at Object.<anonymous> (https://shop.test/:7:1)
    at https://shop.test/app.js:10:5
    at async Promise.all (index 0)
    at eval (eval at run (https://shop.test/app.js:1:1), <anonymous>:1:1)"""
SPIDERMONKEY = f"""stack@{NAME}:13:29
set cookie@{NAME}:42:36
write@https://ads.test/tag.js?uid=77:2:24
@https://shop.test/:7:1
promise callback*later@https://shop.test/app.js:10:5
"""


def test_a_stack_of_v8() -> None:
    assert callers(V8, bare_url)[:3] == (
        Caller("script", "https://ads.test/tag.js?uid=…", 2, 24, "write"),
        Caller("script", "https://shop.test/", 7, 1, "Object.<anonymous>"),
        Caller("script", "https://shop.test/app.js", 10, 5, ""),
    )


def test_a_stack_of_spidermonkey() -> None:
    assert callers(SPIDERMONKEY, bare_url) == (
        Caller("script", "https://ads.test/tag.js?uid=…", 2, 24, "write"),
        Caller("script", "https://shop.test/", 7, 1, ""),
        Caller("script", "https://shop.test/app.js", 10, 5, "promise callback*later"),
    )


@pytest.mark.parametrize("stack", ["", "Error", "forged", "at nowhere", "    at x (y)", "@", "a@b"])
def test_what_is_no_frame_gives_none(stack: str) -> None:
    assert callers(stack, bare_url) == ()


def test_a_deep_stack_is_bounded() -> None:
    assert len(callers("\n".join(["    at f (https://a.test/x.js:1:1)"] * 500), bare_url)) == DEEPEST


@given(st.text(max_size=400))
def test_any_text_is_read(stack: str) -> None:
    assert all(caller.kind == "script" for caller in callers(stack, bare_url))


@pytest.mark.parametrize("line", ["    at " + "a (" * 7_000, "@" * 20_000, " " * 20_000, "at " + "x" * 20_000 + ":1"])
def test_a_hostile_line_costs_little(line: str) -> None:
    began = time.process_time()
    callers(line, bare_url)
    assert time.process_time() - began < 2
