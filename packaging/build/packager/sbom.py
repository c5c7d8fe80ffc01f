# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The bill of materials of the folder, in CycloneDX 1.5 (https://cyclonedx.org/docs/1.5/json/)."""

import json
import time
import uuid
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from inspector import __version__
from packager.components import OWN
from packager.licences import Licensed


def bill(held: Iterable[Licensed], moment: int) -> str:
    """Return the document. Its serial number is made of what it lists, so that the same build has the same one."""
    components = [_component(entry) for entry in held]
    own = {"type": "application", "bom-ref": OWN, "name": OWN, "version": __version__}
    own["purl"] = f"pkg:pypi/{OWN}@{__version__}"
    serial = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps([own, components, moment], sort_keys=True))
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {
            "timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(moment)),
            "component": own | {"licenses": [{"license": {"id": "Apache-2.0"}}]},
        },
        "components": components,
        "dependencies": [{"ref": OWN, "dependsOn": [component["bom-ref"] for component in components]}],
    }
    return json.dumps(document, indent=2) + "\n"


def _component(entry: Licensed) -> dict[str, Any]:
    kind, name, version = entry.component
    space = {"pypi": "pypi", "debian": "deb/debian", "python": "generic"}[kind]
    purl = f"pkg:{space}/{quote(name)}@{quote(version, safe='')}"
    held = {"type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl}
    told: dict[str, Any] = held | {"licenses": [{"expression": entry.licence}]}
    if entry.source.startswith("https://") and " " not in entry.source:
        told["externalReferences"] = [{"type": "vcs", "url": entry.source}]
    if entry.inside:
        told["components"] = [_inner(part, licence) for part, licence in entry.inside]
    return told


def _inner(name: str, licence: str) -> dict[str, Any]:
    return {"type": "library", "name": name, "licenses": [{"expression": licence}]}
