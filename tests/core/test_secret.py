# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import copy
import json
import pickle
import traceback

import pytest

from inspector.core.secret import Secret


def test_never_shows_itself() -> None:
    secret = Secret("hunter2")
    shown = [
        repr(secret),
        str(secret),
        f"{secret}",
        f"{secret:>20}",
        "%s" % secret,  # noqa: UP031 - the old way must not show it either
        repr([secret]),
        repr({"v": secret}),
    ]
    assert not any("hunter2" in text for text in shown)


def test_is_not_serialised() -> None:
    for dump in (pickle.dumps, json.dumps, copy.copy):
        with pytest.raises(TypeError):
            dump(Secret("hunter2"))


def test_is_not_in_a_traceback() -> None:
    secret = Secret("hunter2")
    try:
        raise ValueError(secret)
    except ValueError as error:
        text = "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
    assert "ValueError" in text
    assert '"hunter2"' not in text.replace('Secret("hunter2")', "")  # the source line itself names it


def test_is_a_value() -> None:
    assert Secret("a") == Secret("a") != Secret("b")
    assert len({Secret("a"), Secret("a")}) == 1
    assert Secret("a").reveal() == "a"
    assert Secret("a") != "a"
