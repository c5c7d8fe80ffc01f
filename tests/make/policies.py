# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Policies for tests: documents of any kind from text, and what they name."""

from inspector.core.policy import Claim, Document, Policy
from inspector.core.problem import Problem
from inspector.engine.policy import understand
from inspector.policies.documents.api import DEFAULT_LIMITS, DocumentReading, Limits, RawDocument
from inspector.policies.documents.registry import read_document
from inspector.policies.purposes import purpose_of
from inspector.policies.stated import read_stated


def reading(data: str | bytes, name: str = "policy.html", limits: Limits = DEFAULT_LIMITS) -> DocumentReading:
    """Return what reading gives."""
    return read_document(RawDocument(data.encode() if isinstance(data, str) else data, name), limits)


def document(data: str | bytes, name: str = "policy.html") -> Document:
    """Return a document that must be readable, with the promises of every document checked."""
    read = reading(data, name)
    assert read.document is not None, read.problems
    check(read.document)
    return read.document


def problems(data: str | bytes, name: str = "policy.html") -> tuple[Problem, ...]:
    """Return the problems of reading."""
    return reading(data, name).problems


def check(held: Document) -> None:
    """Blocks are in order and inside the text, cells inside it, marks sorted, links where the text is."""
    last = 0
    for block in held.blocks:
        assert last <= block.start <= block.end <= len(held.text)
        last = block.end
        assert all(0 <= cell.start <= cell.end <= block.end for cell in block.cells)
        assert all(index < len(held.blocks) for index in block.headings)
        assert block.start == block.end or held.line_at(block.start) == block.line
    assert [mark.offset for mark in held.lines] == sorted(mark.offset for mark in held.lines)
    assert held.lines[0].offset == 0
    assert all(0 <= link.start <= link.end <= len(held.text) for link in held.links)


def shown(held: Document) -> list[str]:
    """Return the text of every block."""
    return [held.text[block.start : block.end] for block in held.blocks]


def rows(held: Document) -> list[list[str]]:
    """Return the cells of every table row."""
    return [[held.text[c.start : c.end] for c in block.cells] for block in held.blocks if block.table is not None]


def named(data: str | bytes, name: str = "policy.html") -> tuple[Claim, ...]:
    """Return the claims that name cookies."""
    held = document(data, name)
    return read_stated(held, purpose_of)


def facts(data: str | bytes, name: str = "policy.html") -> dict[str, float | str | None]:
    """Return name and lifetime of every named cookie."""
    return {claim.names[0]: claim.lifetime_value for claim in named(data, name)}


def policy(data: str | bytes, name: str = "policy.html") -> Policy:
    """Return the policy that a text makes."""
    return understand(document(data, name))[0]
