# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Labels as plain objects with stable keys, for JSON and CSV. No value of a cookie is in them."""

from typing import Any

from inspector.core.labelling import Edition, LabelledCookie, Story
from inspector.reports.objects import label_fields


def label_object(cookie: LabelledCookie, edition: Edition) -> dict[str, Any]:
    """Return a row with its label."""
    traits, label = cookie
    return {"name": traits.name, "domain": traits.host} | label_fields(label, str(edition))


def story_object(story: Story) -> dict[str, Any]:
    """Return a story as one object."""
    return label_object(story.cookie, story.edition) | {
        "usual_lifetime": story.lifetime or None,
        "facts": list(story.facts),
        "evidence": list(story.evidence),
        "alternatives": [{"group": group, "chance": chance} for group, chance in story.alternatives],
        "vendor_note": story.vendor_note or None,
        "opt_out": [
            {
                "name": way.name,
                "url": way.url,
                "status": way.status,
                "how": way.how,
                "stops": way.stops,
                "does_not_stop": way.does_not_stop,
            }
            for way in story.ways_out
        ],
    }
