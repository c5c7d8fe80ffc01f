# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The reader of declarations as data: tells the format by its content and returns a document."""

import json
import re
from typing import Any, Final

from inspector.core.problem import Problem, Severity
from inspector.policies.declarations import cookiebot, onetrust, own, tcf, usercentrics
from inspector.policies.declarations.api import Declaration, JsonFormat, document_of
from inspector.policies.documents.api import DocumentReading, Limits, RawDocument
from inspector.policies.documents.encodings import decode
from inspector.policies.documents.sources import source_of, too_long
from inspector.policies.late_pattern import pattern_of
from inspector.policies.patterns import late

FORMATS: Final = (
    JsonFormat("OneTrust", onetrust.claims, onetrust.read),
    JsonFormat("Cookiebot", cookiebot.claims, cookiebot.read),
    JsonFormat("Usercentrics", usercentrics.claims, usercentrics.read),
    JsonFormat("IAB TCF device storage", tcf.claims, tcf.read),
)
_YAML: Final = late(r"^(?:cookies|vendors|purposes|denied)[ \t]*:", re.M)
_JSONP: Final = late(r"^[\s;]*[\w.$]{1,80}\s*\(\s*(?=[{\[])")


def bid(raw: RawDocument, beginning: str) -> int:
    """Bid on a document: JSON, Cookiebot's script, or YAML with our keys."""
    name = raw.location.lower().split("?")[0]
    start = beginning.lstrip()[:1]
    if name.endswith((".yml", ".yaml")) and (_YAML.search(beginning) or "{" not in beginning):
        return 96
    if raw.media_type in ("application/json", "text/json") or name.endswith(".json") or start == "{":
        return 92
    if start == "[" and pattern_of(r"\s*\[\s*[{\[]").match(beginning):
        return 92
    if name.endswith(".js") or "CookieConsentDialog." in beginning or _JSONP.match(beginning):
        return 91
    return 60 if pattern_of(r"^version[ \t]*:", re.M).search(beginning) and _YAML.search(beginning) else 0


def read(raw: RawDocument, limits: Limits) -> DocumentReading:
    """Read a declaration of any format."""
    decoded = decode(raw.data, raw.charset)
    name = raw.location.lower().split("?")[0]
    is_yaml = name.endswith((".yml", ".yaml")) or (decoded.text.lstrip()[:1] not in "{[" and _YAML.search(decoded.text))
    media_type = "application/yaml" if is_yaml else "application/json"
    declaration = own.read(decoded.text, raw.location) if is_yaml else _json(decoded.text, raw.location)
    if any(problem.severity is Severity.FAILED for problem in declaration.problems):
        return DocumentReading(None, declaration.problems)
    document, cut = document_of(declaration, source_of(raw, decoded, media_type), limits)
    problems = (*declaration.problems, too_long(raw.location, limits)) if cut else declaration.problems
    return DocumentReading(document, problems)


def _json(text: str, where: str) -> Declaration:
    if cookiebot.is_script(text):
        return cookiebot.read(cookiebot.script_tables(text), text)
    data, why = _parsed(text)
    if why:
        return _failed(where, "not valid JSON", why)
    for held in FORMATS:
        if held.claims(data):
            return held.read(data, text)
    known = ", ".join(held.name for held in FORMATS)
    return _failed(where, "JSON, but no declaration of cookies that is known", f"known: {known}")


def _parsed(text: str) -> tuple[Any, str]:
    """Parse JSON, or JSON handed to a function; returns the data and, where there is none, why."""
    call = _JSONP.match(text)
    body = text[call.end() : text.rfind(")")] if call else text
    try:
        return json.loads(body), ""
    except json.JSONDecodeError as error:
        return None, f"line {error.lineno}"
    except (ValueError, RecursionError):
        return None, "a number too long, or nested too deeply"


def _failed(where: str, what: str, why: str) -> Declaration:
    what_to_do = "Save the file again, or hand in the policy's page"
    problem = Problem("declaration-unreadable", what, where, why, what_to_do, Severity.FAILED)
    return Declaration("", problems=(problem,))
