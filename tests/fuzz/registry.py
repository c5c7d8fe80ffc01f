# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Every fuzz target, on one page. A new parser is a line in one of these tuples."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from fuzz.target import Target
from fuzz.targets.datasets import DATASETS
from fuzz.targets.files import FILES
from fuzz.targets.policies import POLICIES
from fuzz.targets.projects import PROJECTS
from fuzz.targets.records import RECORDS
from fuzz.targets.stores import STORES

TARGETS: Final[Mapping[str, Target]] = MappingProxyType(
    {target.name: target for target in (*STORES, *FILES, *POLICIES, *PROJECTS, *RECORDS, *DATASETS)}
)
