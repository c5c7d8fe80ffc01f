# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A stranger's Debian: the package is installed over an older one, proven and removed, in a fresh one. Needs root."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any, Final

from packager import proof, upgrade

RELEASE: Final = "bookworm"
_USER: Final = "tester"
_HOME: Final = Path("home", _USER)
# What apt and dpkg themselves keep of every package that was ever installed, the caches of Debian's triggers, and the
# list of fonts that the system's fontconfig keeps for each user of any window.
_KEPT_BY_DEBIAN: Final = re.compile(
    r"(var/(lib/(dpkg|apt|systemd|dbus|pam|ucf)|cache|log|backups)|etc/(ld\.so\.cache|fonts|ssl|dbus-1|X11|gss)"
    r"|etc/(\.pwd\.lock|passwd|group|shadow|gshadow|subuid|subgid)-?|tmp|root|run|dev|proc|sys)(/|$)"
    r"|home/[^/]+/\.cache(/fontconfig.*)?$"
)


def why_not() -> str:
    """Return why this cannot be done here, nothing where it can."""
    if os.geteuid() != 0:
        return "only root can make a chroot"
    return "" if shutil.which("debootstrap") else "debootstrap is not installed"


def mirror(sources: Path = Path("/etc/apt")) -> str:
    """Return the address that this computer's apt takes Debian from."""
    for path in (*sorted(sources.glob("sources.list.d/*.sources")), *sorted(sources.glob("**/*.list"))):
        text = path.read_text(encoding="utf-8")
        found = re.search(r"^(?:URIs:\s*|deb\s+(?:\[[^]]*\]\s+)?)(\S+)", text, re.MULTILINE)
        if found:
            return found[1]
    return "http://deb.debian.org/debian"


def make(base: Path) -> None:
    """Make a minimal Debian in a folder, with this computer's ways to apt's mirror; one that is there is taken."""
    if (base / "etc" / "debian_version").exists():
        return
    work = base.with_name(base.name + ".part")
    shutil.rmtree(work, ignore_errors=True)
    options = ["--variant=minbase", f"--arch={_architecture()}"]
    subprocess.run(["debootstrap", *options, RELEASE, str(work), mirror()], check=True, stdout=subprocess.DEVNULL)
    for name in ("apt.conf.d", "trusted.gpg.d", "sources.list.d", "sources.list", "auth.conf.d"):
        source, target = Path("/etc/apt", name), work / "etc" / "apt" / name
        if source.is_dir():
            shutil.copytree(source, target, dirs_exist_ok=True)
        elif source.is_file():
            shutil.copy2(source, target)
    shutil.copy2("/etc/resolv.conf", work / "etc" / "resolv.conf")
    work.rename(base)


def smoke(base: Path, fresh: Path, package: Path) -> dict[str, Any]:
    """Install an older package in a copy of the base and this one over it; prove it as a plain user, then purge it.

    What the older one left in the user's home must open, and nothing may be left that the manual does not name.
    """
    shutil.rmtree(fresh, ignore_errors=True)
    subprocess.run(["cp", "-a", "--reflink=auto", str(base), str(fresh)], check=True)
    inside(fresh, "apt-get", "update", "-qq")
    inside(fresh, "useradd", "--create-home", _USER)
    before = _files(fresh)
    try:
        _install(fresh, upgrade.older(package, fresh.parent))
        home = fresh / _HOME
        upgrade.leave(home, (home.stat().st_uid, home.stat().st_gid))
        _as_user(fresh, "cookie-inspector", "demo")
        newer = fresh.parent / f"newer_{package.name}"
        shutil.copy2(package, newer)
        _install(fresh, newer)
        told = _prove_upgraded(fresh)
        inside(fresh, "apt-get", "purge", "-y", "-qq", "--auto-remove", package.name.partition("_")[0])
        shutil.rmtree(home / "store")
        upgrade.remove(home)
        left = leftovers(before, _files(fresh))
        if left:
            raise RuntimeError(f"removal left behind: {', '.join(left[:20])}")
        return told
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _install(fresh: Path, package: Path) -> None:
    """Install a package, and take its file away, from the chroot too."""
    shutil.move(package, fresh / package.name)
    inside(fresh, "apt-get", "install", "-y", "-qq", "--no-install-recommends", f"./{package.name}")
    (fresh / package.name).unlink()


def _prove_upgraded(fresh: Path) -> dict[str, Any]:
    """Prove the program that is installed, and that it opens what the older one left; return the second proof."""
    if (fresh / upgrade.GONE).exists():
        raise RuntimeError(f"the upgrade left a file of the older version: {upgrade.GONE}")
    proof.make_store(fresh / _HOME / "store")
    told = [_prove(fresh) for _ in range(2)][-1]
    _as_user(fresh, "cookie-inspector", "demo")
    listed = _as_user(fresh, "cookie-inspector", "history", "list").stdout
    if upgrade.DAY not in listed:
        raise RuntimeError(f"the older history does not show its reading: {listed[-500:]}")
    _as_user(fresh, "cookie-inspector", "project", f"/{_HOME / upgrade.PROJECT}")
    return told


def leftovers(before: set[str], after: set[str]) -> list[str]:
    """Return the files that are new and not Debian's own book-keeping."""
    return sorted(name for name in after - before if not _KEPT_BY_DEBIAN.match(name))


def _prove(fresh: Path) -> dict[str, Any]:
    store = Path("/", _HOME, "store", "Default", "Cookies")
    done = _as_user(fresh, "cookie-inspector", "gui", "--self-test", "--store", str(store))
    return proof.judged(done.returncode, done.stdout, done.stderr)


def _as_user(fresh: Path, *command: str) -> subprocess.CompletedProcess[str]:
    setting = ["env", "-i", f"HOME=/{_HOME}", "PATH=/usr/bin:/bin", "QT_QPA_PLATFORM=offscreen", "LANG=C.UTF-8"]
    whole = ["chroot", f"--userspec={_USER}", str(fresh), *setting, *command]
    done = subprocess.run(whole, capture_output=True, text=True, check=False, timeout=300)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {done.returncode} in the chroot: {done.stderr[-2000:]}")
    return done


def inside(fresh: Path, *command: str) -> None:
    """Run a command as root in a chroot; raise :class:`RuntimeError` with its last words where it fails."""
    env = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    env |= {key: value for key, value in os.environ.items() if key.lower().endswith("_proxy")}
    done = subprocess.run(["chroot", str(fresh), *command], env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed in the chroot: {(done.stdout + done.stderr)[-2000:]}")


def _files(root: Path) -> set[str]:
    done = subprocess.run(
        ["find", ".", "-xdev", "-printf", r"%P\n"], cwd=root, capture_output=True, text=True, check=True
    )
    return set(done.stdout.splitlines())


def _architecture() -> str:
    return subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True).stdout.strip()
