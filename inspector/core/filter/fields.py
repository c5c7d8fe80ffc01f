# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The fields of the filter language as data: what stands before the colon, what it says of a cookie, what may follow.

Adding a field is adding a line to ``FIELDS``. A field's ``key`` gives text, the name of a choice or microseconds.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NamedTuple

from inspector.core.cookie import SameSite
from inspector.core.filter.asking import Key, Pattern, domain, whole, word_start
from inspector.core.filter.subject import Around, Subject
from inspector.core.finding import Verdict
from inspector.core.host_forms import host_forms
from inspector.core.label import Certainty, Group, Label, Party, Purpose, Subtype, Tracks
from inspector.core.lifetime import LifetimeBasis
from inspector.core.visible import visible

Names = tuple[str, ...]


class Needs(StrEnum):
    """What must have been found out before a field can be asked."""

    NOTHING = "nothing"
    LABEL = "label"
    VERDICT = "verdict"


class Field(NamedTuple):
    """One field. ``choices`` names its keys and the words for each, the one to write first; a beginning is enough.

    ``fit`` is how a text is compared, ``span`` that lengths of time are; with both ``None`` and false only choices
    are taken. ``example`` is what a person can copy.
    """

    name: str
    says: str
    example: str
    key: Callable[[Subject, Around], Key]
    choices: Mapping[str, Names] = MappingProxyType({})
    fit: Callable[[Pattern, str], bool] | None = None
    span: bool = False
    needs: Needs = Needs.NOTHING
    also: Names = ()

    def word(self, key: str) -> str:
        """Return the word to write for a choice."""
        names = self.choices.get(key, ())
        return names[0] if names else key

    def with_words(self, words: Mapping[str, str]) -> "Field":
        """Return the field with a further word for some of its choices: those of a translation."""
        choices = {key: (*names, words[key]) if key in words else names for key, names in self.choices.items()}
        return self._replace(choices=MappingProxyType(choices))


def _named(kinds: type[StrEnum], **more: str) -> Mapping[str, Names]:
    """Return the choices of an enumeration by their values; ``more`` has further words, apart by bars."""
    return MappingProxyType(
        {kind.value: (kind.value, *filter(None, more.get(kind.value, "").split("|"))) for kind in kinds}
    )


_YES_NO: Final[Mapping[str, Names]] = MappingProxyType(
    {"yes": ("yes", "true"), "no": ("no", "false"), "unknown": ("unknown",)}
)
DART: Final = Subtype.GOOGLE_DART.value
_PURPOSES: Final[Mapping[str, Names]] = MappingProxyType(
    {
        **_named(
            Purpose,
            authentication="log-in|login",
            load_balancing="technical",
            opt_out="opt-out",
            preferences="preference",
        ),
        Purpose.ADVERTISING.value: ("plain-ad", "ad", "advertising"),
        DART: ("dart", "ad / dart", "google_dart", "advertising"),
    }
)


def _of_label(tell: Callable[[Label, Around], Key]) -> Callable[[Subject, Around], Key]:
    return lambda subject, around: None if subject.label is None else tell(subject.label, around)


def _flag(tell: Callable[[Subject], bool | None]) -> Callable[[Subject, Around], Key]:
    def key(subject: Subject, around: Around) -> Key:
        answer = tell(subject)
        return "unknown" if answer is None else "yes" if answer else "no"

    return key


def purpose_key(label: Label) -> str:
    """Return the key of a purpose: Google's DART family is told apart from other advertising."""
    dart = label.purpose is Purpose.ADVERTISING and label.subtype is Subtype.GOOGLE_DART
    return DART if dart else label.purpose.value


def _lifetime(subject: Subject, around: Around) -> Key:
    lifetime = subject.cookie.lifetime
    if lifetime.us is None:
        return "session" if lifetime.basis is LifetimeBasis.SESSION else "unknown"
    return lifetime.us


def _left(subject: Subject, around: Around) -> Key:
    cookie = subject.cookie
    if cookie.session:
        return "session"
    if cookie.expires_us is None:
        return "unknown"
    left = cookie.expires_us - around.now_us
    return "expired" if left < 0 else left


def _age(us: Callable[[Subject], int | None]) -> Callable[[Subject, Around], Key]:
    def key(subject: Subject, around: Around) -> Key:
        moment = us(subject)
        return "unknown" if moment is None else around.now_us - moment

    return key


def _last_set(subject: Subject) -> int | None:
    cookie = subject.cookie
    return cookie.updated_us if cookie.updated_us is not None and cookie.updated_is_real else cookie.created_us


def _host(subject: Subject, around: Around) -> Key:
    return _written(subject.cookie.host)


def _within(subject: Subject, around: Around) -> Key:
    partition = subject.cookie.isolation.partition
    return None if partition is None else _written(partition.site.rpartition("://")[2])


def _written(host: str) -> Key:
    """Return a host in each way that a person may type it."""
    forms = host_forms(host)
    return forms if len(forms) > 1 else host


def _container(subject: Subject, around: Around) -> Key:
    container = subject.cookie.isolation.container
    return None if container is None else container.name or str(container.id)


def _vendor(label: Label, around: Around) -> Key:
    """Every name of whose it is: the vendor's id, its name, the company above it."""
    return tuple(filter(None, (label.vendor, label.vendor_name, around.company_of(label)))) or None


def _file(subject: Subject, around: Around) -> Key:
    file = subject.cookie.store.file
    return (file.replace("\\", "/").rpartition("/")[2], file)


_SESSION: Final[Mapping[str, Names]] = MappingProxyType({"session": ("session",), "unknown": ("unknown",)})
_UNKNOWN: Final[Mapping[str, Names]] = MappingProxyType({"unknown": ("unknown",)})
_EXPIRES: Final[Mapping[str, Names]] = MappingProxyType({**_SESSION, "expired": ("expired",)})
_PARTIES: Final = _named(Party, same_company="same")
_VERDICTS: Final = _named(Verdict)
_SAME_SITES: Final = _named(SameSite, unspecified="not set")

FIELDS: Final[tuple[Field, ...]] = (
    Field(
        "purpose",
        "what it is for",
        "purpose:advertising",
        _of_label(lambda label, around: purpose_key(label)),
        choices=_PURPOSES,
        needs=Needs.LABEL,
    ),
    Field(
        "group",
        "the group of its purpose",
        "group:marketing,analytics",
        _of_label(lambda label, around: label.group.value),
        choices=_named(Group),
        needs=Needs.LABEL,
    ),
    Field(
        "tracks",
        "how far it can recognise the browser",
        "tracks:cross_site",
        _of_label(lambda label, around: label.tracks.value),
        choices=_named(Tracks, cross_site="across sites", within_site="on one site"),
        needs=Needs.LABEL,
    ),
    Field(
        "sure",
        "how sure its purpose is",
        "sure:guess,none",
        _of_label(lambda label, around: label.certainty.value),
        choices=_named(Certainty, none="not known"),
        needs=Needs.LABEL,
    ),
    Field(
        "company",
        "whose it is: vendor or company, from the beginning of a word",
        "company:google",
        _of_label(_vendor),
        fit=word_start,
        needs=Needs.LABEL,
        also=("vendor",),
    ),
    Field(
        "party",
        "whose it is, seen from the site it was found on",
        "party:third",
        _of_label(lambda label, around: label.party.value),
        choices=_PARTIES,
        needs=Needs.LABEL,
    ),
    Field(
        "verdict",
        "what an audit said of it",
        "verdict:undeclared",
        lambda subject, around: None if subject.verdict is None else subject.verdict.value,
        choices=_VERDICTS,
        needs=Needs.VERDICT,
    ),
    Field(
        "lifetime",
        "how long it lives, counted from when it was last set",
        "lifetime:>1y",
        _lifetime,
        choices=_SESSION,
        span=True,
    ),
    Field("expires", "how much of its life is left", "expires:<7d", _left, choices=_EXPIRES, span=True),
    Field("set", "how long ago it was last set", "set:<1d", _age(_last_set), choices=_UNKNOWN, span=True),
    Field(
        "used",
        "how long ago it was last read or sent",
        "used:>30d",
        _age(lambda subject: subject.cookie.accessed_us),
        choices=_UNKNOWN,
        span=True,
    ),
    Field(
        "site",
        "the domain that it is sent to, or one above it",
        "site:shop.example",
        _host,
        fit=domain,
    ),
    Field(
        "host",
        "exactly the host that it is sent to",
        "host:www.shop.example",
        _host,
        fit=whole,
    ),
    Field("within", "the site that a partitioned cookie is kept for", "within:news.example", _within, fit=domain),
    Field("name", "its name", "name:_ga*", lambda subject, around: visible(subject.cookie.name), fit=whole),
    Field("path", "the part of the host", "path:/shop*", lambda subject, around: subject.cookie.path, fit=whole),
    Field(
        "browser",
        "the browser and the profile that hold it",
        "browser:firefox",
        lambda subject, around: visible(subject.cookie.store.label),
        fit=word_start,
        also=("profile", "store"),
    ),
    Field("container", "its Firefox container", "container:banking", _container, fit=word_start),
    Field("file", "the file that holds it, by its name or its whole path", "file:*.har", _file, fit=whole),
    Field(
        "secure", "whether it is sent over https only", "secure:no", _flag(lambda s: s.cookie.secure), choices=_YES_NO
    ),
    Field(
        "httponly",
        "whether it is hidden from scripts on a page",
        "httponly:no",
        _flag(lambda s: s.cookie.http_only),
        choices=_YES_NO,
    ),
    Field(
        "samesite",
        "whether it travels with requests that come from other sites",
        "samesite:none",
        lambda subject, around: subject.cookie.same_site.value,
        choices=_SAME_SITES,
    ),
)
