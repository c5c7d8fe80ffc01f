# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A survey as one JSON document."""

from typing import TextIO

from inspector.core.survey import Survey
from inspector.reports.api import Look
from inspector.reports.as_json import write_list
from inspector.reports.json_text import as_text
from inspector.reports.objects import PROGRAM, problem_object, sighting_object


def write_survey(survey: Survey, look: Look, out: TextIO) -> None:
    """Write the document: program, browsers by profile and store, places looked in, problems."""
    out.write(f'{{"program": {as_text(PROGRAM)},\n"complete": {as_text(survey.complete)},\n"browsers": ')
    write_list(map(sighting_object, survey.sightings), out)
    out.write(f',\n"looked_in": {as_text(list(survey.looked_in))},\n"problems": ')
    write_list(map(problem_object, survey.problems), out)
    out.write("}\n")
