# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What an audit reads: cookie files or browsers, the policy in one or several parts, corrections; and their hashes."""

from collections.abc import Sequence
from dataclasses import field
from pathlib import Path
from typing import Any

from inspector.core.cookie import Cookie
from inspector.core.evidence import NO_EVIDENCE, Evidence
from inspector.core.frozen import frozen
from inspector.core.policy import Policy
from inspector.core.problem import Problem, Severity
from inspector.core.reading import Reading
from inspector.core.report import Input
from inspector.engine.combined import combine
from inspector.engine.cookie_files import NOTHING_TOLD, Told, read_cookies
from inspector.engine.policy import PolicyOptions, PolicyReading, SourceState, read_policies, understand
from inspector.policies.fetch import is_address
from inspector.readers.files.registry import read_objects


@frozen
class CookieInput:
    """The cookies that were handed in, and what was read to get them. ``read`` counts sources that could be read.

    ``evidence`` is what recordings among them prove, ``recognised`` says for people what each file was read as.
    """

    cookies: tuple[Cookie, ...] = ()
    problems: tuple[Problem, ...] = ()
    inputs: tuple[Input, ...] = ()
    read: int = 0
    evidence: Evidence = NO_EVIDENCE
    recognised: tuple[str, ...] = ()


@frozen
class PolicyInput:
    """The policy, ``None`` where no part of it could be read; ``opened`` is false where there was nothing to open.

    An address that does not answer counts as opened: that there is no policy may be the site's fault.
    """

    policy: Policy | None
    problems: tuple[Problem, ...] = ()
    inputs: tuple[Input, ...] = ()
    opened: bool = True
    via: tuple[str, ...] = field(default=())


def read_cookie_files(paths: Sequence[Path], told: Told = NOTHING_TOLD) -> CookieInput:
    """Read cookie files of any format, each told by its content; one that cannot be read costs itself only."""
    found = [read_cookies(path, told) for path in paths]
    whole = Reading.joined(held.reading for held in found)
    known = [held for held in found if held.kind]
    return CookieInput(
        whole.cookies,
        whole.problems,
        tuple(Input("cookies", held.place, held.sha256, len(held.reading.cookies), held.kind) for held in known),
        len(known),
        whole.evidence,
        tuple(held.recognised for held in known),
    )


def read_cookie_objects(objects: Sequence[Any]) -> CookieInput:
    """Read cookies that a program holds as objects; what is of no known shape is no cookies read."""
    found = read_objects(objects)
    reading = found.reading
    if found.format is None:
        return CookieInput((), reading.problems)
    given = Input("cookies", "given by the test", None, len(reading.cookies), found.format.id)
    return CookieInput(reading.cookies, reading.problems, (given,), 1)


def cookies_of_scan(reading: Reading) -> CookieInput:
    """Return a scan's cookies as an input. Stores are named by browser and profile; their bytes are not hashed."""
    inputs = tuple(
        Input("cookies", count.store.file, None, count.cookies, count.store.family.value)
        for count in reading.stores
        if count.cookies is not None
    )
    return CookieInput(reading.cookies, reading.problems, inputs, len(inputs), reading.evidence)


def joined(parts: Sequence[CookieInput]) -> CookieInput:
    """Return several inputs as one."""
    return CookieInput(
        tuple(cookie for part in parts for cookie in part.cookies),
        tuple(problem for part in parts for problem in part.problems),
        tuple(held for part in parts for held in part.inputs),
        sum(part.read for part in parts),
        Evidence.joined(part.evidence for part in parts),
        tuple(line for part in parts for line in part.recognised),
    )


def read_policy(sources: Sequence[str], options: PolicyOptions, stdin: bytes = b"") -> PolicyInput:
    """Read a policy of one or several parts; a part that cannot be read makes the answer partial and is said."""
    readings = read_policies(sources, options, stdin)
    problems = tuple(problem for reading in readings for problem in reading.problems)
    opened = any(reading.state is not SourceState.NOT_OPENED or is_address(reading.source) for reading in readings)
    via = tuple(f"{reading.source} {reading.via}" for reading in readings if reading.via)
    whole = [reading.policy for reading in readings if reading.policy is not None]
    inputs = tuple(_input(reading) for reading in readings if reading.policy is not None)
    if not whole:
        return PolicyInput(None, problems, inputs, opened, via)
    if len(whole) == 1:
        return PolicyInput(whole[0], _milder(problems, readings), inputs, opened, via)
    policy, more = understand(combine([part.document for part in whole]), options.lexicon)
    return PolicyInput(policy, _milder((*problems, *more), readings), inputs, opened, via)


def _input(reading: PolicyReading) -> Input:
    source = reading.policy.document.source if reading.policy is not None else None
    return Input("policy", reading.source, source.sha256 if source else None, None, source.media_type if source else "")


def _milder(problems: tuple[Problem, ...], readings: Sequence[PolicyReading]) -> tuple[Problem, ...]:
    """Every part that failed stays a problem; where another part was read it is part of the input that is missing."""
    if any(reading.policy is None for reading in readings):
        missing = Problem(
            "policy-incomplete",
            "a part of the policy could not be read: what it declares is not known",
            ", ".join(reading.source for reading in readings if reading.policy is None),
            severity=Severity.PARTIAL,
        )
        return (*problems, missing)
    return problems
