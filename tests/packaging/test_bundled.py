# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Licences, bill of materials and sums of what is bundled: nothing unknown gets through."""

import json
import sys
from importlib import metadata
from pathlib import Path

import pytest

import inspector
from packager import components, contents, licences, sbom, sums
from packager.components import Component

MOMENT = 1_795_573_606
CLICK = Component("pypi", "click", metadata.version("click"))


def item(path: str, name: str = "x", kind: str = "BINARY") -> contents.Item:
    return contents.Item(name, path, kind)


def test_each_file_is_told_whose_it_is() -> None:
    import json as standard

    import click

    items = [
        item(str(click.__file__), "click/__init__.pyc"),
        item(standard.__file__, "json/__init__.pyc"),
        item("Qt/lib/x", "libx.so", "SYMLINK"),
    ]
    held = components.bundled(items, always=["pytest"])
    assert held[CLICK] == ("click/__init__.pyc",)
    assert held[Component("pypi", "pytest", metadata.version("pytest"))] == ()
    assert {component.kind for component in held} == {"pypi", "python"}


@pytest.mark.parametrize("expression", ["", "WTFPL", "MIT AND WTFPL", "MIT or BSD"])
def test_a_licence_that_is_not_in_the_table_stops_the_build(expression: str) -> None:
    known = licences.table() | {"licences": {"click": expression}}
    assert not licences.is_allowed(expression, known["allowed"])
    if expression:
        with pytest.raises(licences.UnknownLicenceError, match="click"):
            licences.licensed([CLICK], known)


def test_a_component_that_says_nothing_or_has_no_text_stops_the_build() -> None:
    unknown = Component("debian", "libnothing1", "1")
    with pytest.raises(licences.UnknownLicenceError, match="libnothing1 1: says nothing"):
        licences.licensed([unknown, CLICK], licences.table())
    known = licences.table()
    known["licences"]["libnothing1"] = "MIT"
    with pytest.raises(licences.UnknownLicenceError, match="no licence text"):
        licences.licensed([unknown], known)


def test_every_licence_of_the_table_is_allowed() -> None:
    known = licences.table()
    told = [*known["licences"].values(), *(licence for rows in known["inside"].values() for _, licence in rows)]
    assert [licence for licence in told if not licences.is_allowed(licence, known["allowed"])] == []
    assert all((licences.FOLDER / name).is_file() for names in known["texts"].values() for name in names)


def test_the_list_and_the_texts_are_written(tmp_path: Path) -> None:
    held = licences.licensed([CLICK], licences.table())
    licences.write(tmp_path, held)
    assert f"| click | {CLICK.version} | BSD-3-Clause |" in (tmp_path / "THIRD-PARTY.md").read_text(encoding="utf-8")
    assert any("Redistribution" in path.read_text(encoding="utf-8") for path in (tmp_path / "click").iterdir())


def test_the_bill_of_materials_lists_them_and_is_the_same_again() -> None:
    held = licences.licensed([CLICK], licences.table())
    first = sbom.bill(held, MOMENT)
    assert first == sbom.bill(held, MOMENT) != sbom.bill((), MOMENT)
    told = json.loads(first)
    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.5")
    assert told["metadata"]["component"]["version"] == inspector.__version__
    (listed,) = told["components"]
    assert listed["purl"] == f"pkg:pypi/click@{CLICK.version}"
    assert listed["licenses"] == [{"expression": "BSD-3-Clause"}]
    assert told["dependencies"] == [{"ref": "cookie-inspector", "dependsOn": [listed["bom-ref"]]}]


def test_the_bill_of_materials_fits_cyclonedx_schema() -> None:
    validation = pytest.importorskip("cyclonedx.validation.json", reason="cyclonedx-python-lib is not installed")
    schema = pytest.importorskip("cyclonedx.schema").SchemaVersion.V1_5
    held = licences.licensed([CLICK], licences.table())
    held = (held[0]._replace(inside=(("part", "MIT"),), source="https://example.com/x"),)
    assert validation.JsonStrictValidator(schema).validate_str(sbom.bill(held, MOMENT)) is None


def test_sums_tell_what_differs(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        folder.mkdir()
        (folder / "same").write_text("x", encoding="utf-8")
        (folder / "changed").write_text(folder.name, encoding="utf-8")
    (other / "more").write_text("", encoding="utf-8")
    assert sums.differing(one, other) == ["changed", "more"]
    written = sums.write(one).read_text(encoding="utf-8").splitlines()
    assert written[1] == "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881  same"
    assert sums.write(one).read_text(encoding="utf-8").splitlines() == written


@pytest.mark.skipif(sys.platform != "linux", reason="dpkg is Debian's")
def test_a_library_that_no_package_brought_is_told(tmp_path: Path) -> None:
    if not Path("/usr/bin/dpkg-query").exists():
        pytest.skip("dpkg is not installed")
    with pytest.raises(components.UnattributedError, match=r"libmine\.so"):
        components.bundled([item(str(tmp_path / "libmine.so"))], always=())
