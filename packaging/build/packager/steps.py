# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The steps of a build, each a command: ``packaging/build STEP...``. A step takes what the ones before it left."""

import shutil
import sys
import tarfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from inspector import __version__
from packager import chroot, components, contents, debian, distributions, folder, licences, proof, sbom, stranger, sums
from packager.environment import Place


class Step(NamedTuple):
    """A step: its name, what it does, and the function that does it and says what came out."""

    name: str
    help: str
    run: Callable[[Place, int], str]


def _python(place: Place, moment: int) -> str:
    return "wheel and sdist: " + ", ".join(_sized(path) for path in distributions.build(place, moment))


def _folder(place: Place, moment: int) -> str:
    made = folder.freeze(place, moment)
    held = licences.licensed(components.bundled(contents.read(place.contents)), licences.table())
    licences.write(made / "licences", held)
    (place.out / f"cookie-inspector-{__version__}-{sys.platform}.cdx.json").write_text(
        sbom.bill(held, moment), encoding="utf-8"
    )
    folder.settle(made, moment)
    return f"folder: {folder.size(made) / 1e6:.0f} MB, {len(held)} components, each with a licence and its text"


def _prove(place: Place, _moment: int) -> str:
    return f"self-test of the folder: {proof.prove_twice([program(place)])}"


def _archive(place: Place, moment: int) -> str:
    target = place.out / f"cookie-inspector-{__version__}-{sys.platform}.tar.xz"

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = moment
        return entry

    with tarfile.open(target, "w:xz", format=tarfile.PAX_FORMAT, preset=place.xz_level) as file:
        file.add(place.folder, "cookie-inspector", filter=plain)  # names in order, as tarfile adds them
    return "archive of the folder: " + _sized(target)


def _deb(place: Place, moment: int) -> str:
    return "Debian package: " + _sized(debian.build(place, moment))


def _chroot(place: Place, _moment: int) -> str:
    why = chroot.why_not()
    if why:
        return f"chroot: skipped, {why}"
    package = place.out / f"{debian.NAME}_{__version__}_{debian.architecture()}.deb"
    base = place.work / "debian"
    chroot.make(base)
    told = chroot.smoke(base, place.work / "fresh", package)
    return f"installed over an older one, proven and removed in a fresh Debian: {told}"


def _walk(place: Place, _moment: int) -> str:
    why = chroot.why_not()
    if why:
        return f"walk: skipped, {why}"
    base = place.work / "debian"
    chroot.make(base)
    lines = []
    for line in stranger.walk(base, place.work / "stranger", whole=place.whole):
        print(line, flush=True)
        lines.append(line)
    return f"a stranger's walk: {len(lines)} lines"


def _sums(place: Place, _moment: int) -> str:
    return "sums: " + str(sums.write(place.out))


STEPS: Final = (
    Step("python", "wheel and sdist", _python),
    Step("folder", "the frozen program in one folder, with licences and bill of materials", _folder),
    Step("prove", "the self-test of the folder", _prove),
    Step("archive", "the folder as .tar.xz", _archive),
    Step("deb", "the Debian package of the folder", _deb),
    Step("chroot", "upgrade to the Debian package, prove and remove it in a fresh Debian (root)", _chroot),
    Step("walk", "the README's commands and the manual's tours in a fresh Debian (root, network)", _walk),
    Step("sums", "SHA-256 sums of everything", _sums),
)
_LINUX: Final = ("deb", "chroot", "walk")
UNASKED: Final = ("walk",)  # makes nothing and takes long: only where it is named


def program(place: Place) -> Path:
    """Return the frozen program."""
    return place.folder / ("cookie-inspector.exe" if sys.platform == "win32" else "cookie-inspector")


def take(names: Sequence[str], place: Place, moment: int) -> None:
    """Run steps in their order, and tell what each made and how long it took."""
    place.out.mkdir(parents=True, exist_ok=True)
    for step in STEPS:
        if step.name in names and (sys.platform == "linux" or step.name not in _LINUX):
            began = time.monotonic()
            said = step.run(place, moment)
            print(f"{said} ({time.monotonic() - began:.0f} s)", flush=True)


def compare(names: Sequence[str], place: Place, moment: int) -> list[str]:
    """Build twice, in two folders of different names, and return what is not the same in both."""
    places = [place._replace(out=place.work / f"twice-{number}") for number in (1, 2)]
    folders = [place.work / f"twice-folder-{number}" for number in (1, 2)]
    for one, kept in zip(places, folders, strict=True):
        shutil.rmtree(one.out, ignore_errors=True)
        shutil.rmtree(kept, ignore_errors=True)
        take(names, one, moment)
        if place.folder.exists():
            shutil.copytree(place.folder, kept, symlinks=True)
    differ = sums.differing(places[0].out, places[1].out)
    if folders[0].exists():
        differ += [f"cookie-inspector/{name}" for name in sums.differing(*folders)]
    return differ


def _sized(path: Path) -> str:
    return f"{path.name} {path.stat().st_size / 1e6:.1f} MB"
