# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Labels as one JSON document, a line each; as JSON Lines; and a story as one object."""

from typing import TextIO

from inspector.core.labelling import Labelling, Story
from inspector.reports.api import Look
from inspector.reports.as_json import write_list
from inspector.reports.json_text import as_text
from inspector.reports.label_objects import label_object, story_object
from inspector.reports.objects import PROGRAM, problem_object


def write_labels(labelling: Labelling, look: Look, out: TextIO) -> None:
    """Write the document: program, knowledge, cookies with their labels, problems."""
    edition = {"version": labelling.edition.version, "date": labelling.edition.date}
    out.write(f'{{"program": {as_text(PROGRAM)},\n"knowledge": {as_text(edition)},\n"cookies": ')
    write_list((label_object(cookie, labelling.edition) for cookie in labelling.cookies), out)
    out.write(',\n"problems": ')
    write_list(map(problem_object, labelling.problems), out)
    out.write("}\n")


def write_label_lines(labelling: Labelling, look: Look, out: TextIO) -> None:
    """Write a line for each cookie and nothing else; each names the edition of the knowledge."""
    for cookie in labelling.cookies:
        out.write(as_text(label_object(cookie, labelling.edition)) + "\n")


def write_story(story: Story, look: Look, out: TextIO) -> None:
    """Write one object."""
    out.write(as_text(story_object(story)) + "\n")
