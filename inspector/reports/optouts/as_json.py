# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Opt-outs as one JSON document, a line for each answer, and as JSON Lines."""

from collections.abc import Sequence
from typing import TextIO

from inspector.core.optout import ClearSteps, OptOutLook, PolicyOptOuts
from inspector.reports.api import Look
from inspector.reports.as_json import write_list
from inspector.reports.json_text import as_text
from inspector.reports.objects import PROGRAM, problem_object
from inspector.reports.optouts import objects


def write_look(found: OptOutLook, look: Look, out: TextIO) -> None:
    """Write the document: program, knowledge, answers, signals, what a visit left, companies without a way out."""
    out.write(f'{{"program": {as_text(PROGRAM)},\n"knowledge": {as_text(found.knowledge)},\n')
    if found.asked is not None:
        out.write(f'"company": {as_text(objects.company_object(found.asked))},\n')
    out.write('"opt_outs": ')
    write_list(map(objects.standing_object, found.standings), out)
    out.write(',\n"signals": ')
    write_list(map(objects.signal_object, found.signals), out)
    out.write(',\n"set_by_visit": ')
    write_list(map(objects.visit_object, found.by_visit), out)
    out.write(f',\n"without_a_way_out": {as_text(list(found.without))},\n"problems": ')
    write_list(map(problem_object, found.problems), out)
    out.write("}\n")


def write_look_lines(found: OptOutLook, look: Look, out: TextIO) -> None:
    """Write a line for each company and place."""
    for standing in found.standings:
        out.write(as_text(objects.standing_object(standing)) + "\n")


def write_offers(found: Sequence[PolicyOptOuts], look: Look, out: TextIO) -> None:
    """Write the document of policies' opt-outs."""
    out.write(f'{{"program": {as_text(PROGRAM)},\n"opt_outs": ')
    write_list((objects.offer_object(offer, each.source) for each in found for offer in each.offers), out)
    out.write(',\n"problems": ')
    write_list((problem_object(problem) for each in found for problem in each.problems), out)
    out.write("}\n")


def write_offer_lines(found: Sequence[PolicyOptOuts], look: Look, out: TextIO) -> None:
    """Write a line for each opt-out that a policy offers."""
    for each in found:
        for offer in each.offers:
            out.write(as_text(objects.offer_object(offer, each.source)) + "\n")


def write_steps(found: Sequence[ClearSteps], look: Look, out: TextIO) -> None:
    """Write the document of steps."""
    out.write(f'{{"program": {as_text(PROGRAM)},\n"profiles": ')
    write_list(map(objects.steps_object, found), out)
    out.write("}\n")


def write_steps_lines(found: Sequence[ClearSteps], look: Look, out: TextIO) -> None:
    """Write a line for each profile."""
    for held in found:
        out.write(as_text(objects.steps_object(held)) + "\n")
