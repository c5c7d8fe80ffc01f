# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Lifetimes as policies state them: "two years", "24 h", "until you close your browser", "2 ans", with their basis.

A month is 30 days and a year 365, as the published checks count (CookieBlock); the words below are the units and
numbers of the languages that cookie tables are written in. A moment in time ("1 January 2030") is no lifetime.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from inspector.core.policy import LifetimeFrom, StatedLifetime
from inspector.core.short_memory import short_memory
from inspector.policies.late_pattern import pattern_of
from inspector.policies.ready import ready

_UNITS: Final = (
    (1 / 86_400, "seconds? secs? sekunden? sek secondes? segundos? secondi secondo seconden sekund[ay]? sekunder s"),
    (
        1 / 1_440,
        "minutes? mins? minuten? minutos? minut[io] minuut minuta minuty minut minuter minutter minuuttia "
        "minuutti perc dakika λεπτά minuto",
    ),
    (
        1 / 24,
        "hours? hrs? stunden? std heures? horas? or[ae] uur uren godzin[aęy]? timm(?:e|ar) timer tuntia? hodin[ay]? "
        "óra saat ώρες h",
    ),
    (
        1.0,
        "(?:calendar\\s)?days? tage?n? jours? d[ií]as? giorn[oi] dag(?:en|ar|e|er)? dni dnia dzień päivää? dn[yíů] nap "
        "gün ημέρες zile? d",
    ),
    (
        7.0,
        "weeks? wks? wochen? semaines? semanas? settiman[ae] weken tydzień tygodni[ea]? veck(?:a|or) uger? uker? "
        "viikkoa? týdn[yů] týden hét hafta săptămâni w",
    ),
    (
        30.0,
        "months? mths? mos? monate?n? mois mes(?:es)? mes[ei] maand(?:en)? mês meses miesiąc[ea]? miesięcy "
        "månad(?:er)? måned(?:er)? kuukautta kuukausi měsíc[eů]? hónap ay μήνες lun[ăi]",
    ),
    (
        365.0,
        "years? yrs? jahre?n? ans? ann[ée]es? años? ann[oi] jaar jaren anos? rok[uiy]? lata lat år vuotta vuosi let "
        "év yıl έτη χρόνια y",
    ),
)
_NUMBERS: Final = {
    0.5: "half\\sa half\\san",
    1: "one an? single eine?[mnrs]? une? un[ao]? uno één een uma? jeden jedn[ay] et[t]? en yksi jeden bir",
    2: "two zwei deux dos due twee dois duas dwa dwie två to kaksi dva dvě két iki",
    3: "three drei trois tres tre drie três trzy kolme tři három üç",
    4: "four vier quatre cuatro quattro quatro cztery fyra fire",
    5: "five fünf cinq cinco cinque vijf pięć fem",
    6: "six sechs seis sei zes sześć sex seks",
    7: "seven sieben sept siete sette zeven sete siedem sju syv",
    8: "eight acht huit ocho otto oito osiem åtta otte",
    9: "nine neun neuf nueve nove negen dziewięć nio ni",
    10: "ten zehn dix diez dieci tien dez dziesięć tio ti",
    12: "twelve zwölf douze doce dodici twaalf doze dwanaście tolv",
    13: "thirteen dreizehn treize trece tredici dertien treze trzynaście tretton",
    14: "fourteen vierzehn quatorze catorce quattordici veertien catorze fourteen",
    15: "fifteen fünfzehn quinze quince quindici vijftien",
    18: "eighteen achtzehn dix-huit dieciocho diciotto achttien",
    20: "twenty zwanzig vingt veinte venti twintig vinte",
    24: "twenty[\\s-]?four vierundzwanzig vingt-quatre veinticuatro ventiquattro vierentwintig",
    25: "twenty[\\s-]?five vingt-cinq",
    30: "thirty dreißig trente treinta trenta dertig trinta",
    36: "thirty[\\s-]?six sechsunddreißig trente-six",
    45: "forty[\\s-]?five",
    60: "sixty sechzig soixante sesenta sessanta",
    90: "ninety neunzig noventa novanta negentig",
}
# Ends with the browser session. Longer phrases need no word "session" in them.
_SESSION: Final = (
    r"\b(?:browser)?sess(?:ions?|ional|ão|ione|ie|iecookie)\b|\bsesi(?:ón|on)\b|\bsesyjn\w+|\bsesj[aiąęe]\w*|"
    r"\b(?:browser)?sitzung(?:s\w*|en|sende)?\b|"
    r"\bsessions?-?cookies?\b|\bistunto\w*|\brelac[ei]\b|\bmunkamenet\w*|\boturum\w*|\bsesiune\w*|"
    r"\bclos(?:e|es|ed|ing|ure)\b[^.;]{0,30}\b(?:web\s?)?browsers?\b|\bclos(?:e|es|ed|ing)\b[^.;]{0,20}\btabs?\b|\bbrowsers?\b[^.;]{0,30}\b(?:is|are|gets)\s"
    r"(?:closed|shut)|\b(?:end|exit|quit)s?\b[^.;]{0,20}\bbrowsers?\b|\bbrowser\b[^.;]{0,25}\b(?:schlie(?:ß|ss)|"
    r"geschlossen|beende|sluit|gesloten|lukke|stäng|lukket)|\b(?:schlie(?:ß|ss)en|fermeture|sluiten|chiusura|cierre|"
    r"fechamento|zamknięci[au])\b[^.;]{0,25}\b(?:browsers?|navigateur|navegador|przeglądarki)|"
    r"\b(?:cierr|cerr|fech|ferm)\w{0,4}\b[^.;]{0,15}\b(?:navegador|navigateur)"
)
_PERSISTENT: Final = (
    r"\bpersist\w*|\bpermanen\w*|\bunlimited|\bunbegrenzt|\bdauerhaft|\billimit\w*|\bindefinite?\w*|"
    r"\bnever\sexpires?|\b(?:no|without)\s(?:an?\s)?expir\w+|\bdoes\snot\sexpire|\bforever|\btrwał[ey]|\bvedvarende|"
    r"\bbeständig|\bonbeperkt|\bsin\scaducidad|\buntil\s(?:it\sis\s|they\sare\s|manually\s|you\s)?"
    r"(?:deleted?|cleared?|removed?)"
)
_EVENT: Final = (
    r"\buntil\b|\bwhen\b|\bonce\b|\bupon\b|\bas\ssoon\sas\b|\bafter\b|\bdeleted\b|\bbis\b|\bsobald\b|\bjusqu|\bhasta\b|"
    r"\bfino\sa\b|\btotdat\b|\baté\b"
)
_AT_MOST: Final = (
    r"(?:\bup\sto|\bmax(?:\.|imum|imal|imaal|imo|\sof)?|\bat\smost|\bno(?:t)?\s(?:longer|more)\sthan|\bless\sthan|<|≤|"
    r"\bbis\szu|\bhöchstens|\bjusqu[’']à|\bau\splus|\bhasta|\bmassimo|\bfino\sa|\bmáximo|\btot|\bten\shoogste|\baté|"
    r"\bdo|\bupp\still|\bop\still|\bopptil|\bwithin|\bfor\sas\slong\sas)\W{0,3}(?:(?:of|to|a\speriod\sof|von)\s)?$"
)
_LAST_VISIT: Final = (
    r"\b(?:last|latest|most\srecent|previous)\s(?:visit|use|access|log-?in|activity|interaction|session|update)|"
    r"\bletzte[nmr]?\s(?:besuch|nutzung|zugriff|aktivität)|\bdernière\s(?:visite|utilisation|connexion)|"
    r"\b[uú]ltim[ao]\s(?:visita|uso|acceso|accesso|acesso)|\blaatste\s(?:bezoek|gebruik)|\bostatniej\swizyty|"
    r"\bnot\svisiting|\bsenaste\sbesök|\bsidste\sbesøg"
)
_INACTIVITY: Final = r"\binactiv|\binaktiv|\binattivit|\binactivité|\bidle\b|\bof\sno\sactivity|\bbezczynności"
# Words after which a duration is the cookie's own.
_CUE: Final = (
    r"\bexpir(?:es?|ing|ation|y)\b(?:\s(?:date|time|period))?|\b(?:retained|stored|kept|saved|lasts|lasting|valid|"
    r"active|remains?|persists?|exists?|stays?|set|deleted|removed|cleared|destroyed|disappears?)\b(?:\s\w+){0,4}?\s(?:for|"
    r"until|after|when|once|upon|within|up\sto)\b|\b(?:lasts|will\slast)\b|\b(?:life[\s-]?time|life[\s-]?span|life|duration|validity|"
    r"(?:storage|retention|validity)\s(?:period|duration|time)|retention(?=:))(?![\w-])(?:\s(?:of|is|:))?|\bläuft\b|\babgelaufen|\bgespeichert\b|"
    r"\b(?:speicher|lauf)(?:dauer|zeit)\b|\bdurée\b|\bconservée?s?\b|\bexpire\b|\bduración\b|\bcaduca\b|\bdurata\b|"
    r"\bscade\b|\bbewaard\b|\bverloopt\b|\bwygasa\b"
)


# What a cookie is said to be before all else: "Session cookie that holds the basket".
_CALLED_SESSION: Final = (
    r"\W*(?:(?:this\s+is\s+)?(?:an?|the)\s+)?(?:\w+\s+){0,3}?(session\s+cookies?)\b(?!\s+(?:and|or)\b)"
)
# How often it is set anew is no lifetime.
_RENEWED: Final = r"[,;(]?\s*(?:and\s+)?(?:is\s+)?(?:extended|renewed|refreshed|updated|reset|set\s+anew)\s+every\s.*"


class _Hit(NamedTuple):
    days: float
    unit: float
    start: int
    end: int


@cache
def _pattern() -> re.Pattern[str]:
    """A number and its unit; compiled at first use, since most runs of the program parse no policy."""
    words = "|".join(f"(?:{word})" for text in _NUMBERS.values() for word in text.split())
    units = "|".join(f"(?P<u{at}>{'|'.join(text.split())})" for at, (_, text) in enumerate(_UNITS))
    number = rf"(?P<digits>\d{{1,6}}(?:[.,]\d{{1,3}})?)|(?<![\w])(?P<word>{words})(?=[\s(-])"
    return ready(
        rf"(?<![\w.,:/#])(?:{number})(?:\s?\(\s?(?P<again>\d{{1,5}})\s?\))?[\s\u00a0-]{{0,3}}(?:{units})(?![\w’'])\.?",
        re.I,
    )


@cache
def _numbers() -> tuple[tuple[float, re.Pattern[str]], ...]:
    return tuple((value, ready("|".join(text.split()), re.I)) for value, text in reversed(list(_NUMBERS.items())))


@cache
def _phrase(source: str) -> re.Pattern[str]:
    return ready(source, re.I)


def parse_lifetime(text: str, unit: float | None = None) -> StatedLifetime | None:
    """Return the lifetime that ``text`` states, ``None`` where it states none.

    ``text`` is what stands in a table's cell or after "expires": a text that speaks of a lifetime. ``unit`` is the
    number of days that a bare number counts (a column headed "Lifespan (days)").
    """
    found = parse_lifetimes(text, unit)
    if not found:
        return _event(text)
    values = {(item.days, item.session) for item in found}
    if len(values) > 1:
        return StatedLifetime(None, False, LifetimeFrom.CHOICES, found[0].start, found[-1].end)
    return found[0]


@short_memory(256)
def parse_lifetimes(text: str, unit: float | None = None) -> tuple[StatedLifetime, ...]:
    """Return every lifetime that ``text`` states, in order: "12 mesi / Sessione" states two."""
    text = _without_renewal(text[:2000])
    hits = tuple(_joined(text, tuple(_hits(text))))
    found = [_counted(text, hit) for hit in hits]
    session = _phrase(_SESSION).search(text)
    if session and not _speaks_of_visit(text, session, hits) and not _has_other_end(text, session):
        found.append(StatedLifetime(None, True, LifetimeFrom.SESSION, session.start(), session.end()))
    elif not found and (lasting := _phrase(_PERSISTENT).search(text)):
        found.append(StatedLifetime(None, False, LifetimeFrom.PERSISTENT, lasting.start(), lasting.end()))
    elif not found and (short := pattern_of(r"\s*(5|10|15|20|30|45|60)\s?m\s*").fullmatch(text)):
        # minutes; "6m" may be months
        found.append(StatedLifetime(float(short[1]) / 1_440, False, LifetimeFrom.SET, short.start(1), short.end()))
    elif not found and unit is not None and (bare := pattern_of(r"\s*(\d{1,6}(?:[.,]\d{1,3})?)\s*").fullmatch(text)):
        days = float(bare[1].replace(",", ".")) * unit
        found.append(StatedLifetime(days, False, LifetimeFrom.SET, bare.start(1), bare.end(1)))
    return tuple(sorted(found, key=lambda item: item.start))


def _without_renewal(text: str) -> str:
    """ "2 minutes, extended every 30 seconds": the first is the lifetime."""
    again = _phrase(_RENEWED).search(text) if " every " in text else None
    return text[: again.start()] if again and any(character.isdigit() for character in text[: again.start()]) else text


def find_lifetime(text: str) -> StatedLifetime | None:
    """Return a lifetime that a sentence about a cookie states, ``None`` where its durations are of something else.

    "retained for 6 hours", "(storage period of two years)", "expires when you close your browser"; but not "counts
    the visits of the last 30 days".
    """
    text = text[:4000]
    for cue in _phrase(_CUE).finditer(text):
        end = min(
            (at for at in (text.find(mark, cue.end()) for mark in (". ", ";", "\n")) if at >= 0), default=len(text)
        )
        shift = cue.end() + (text[cue.end() : cue.end() + 1] == ":")
        rest = text[shift : min(end, shift + 100)]
        found = parse_lifetime(rest)
        if found and found.start <= 45 and found.basis is not LifetimeFrom.CHOICES:
            found = found._replace(start=found.start + shift, end=found.end + shift)
            return _with_basis(found, cue[0])
    for note in pattern_of(r"\(([^()\n]{1,80})\)").finditer(text):
        found = parse_lifetime(note[1])
        if found and (found.value is not None) and len(note[1]) - (found.end - found.start) <= 40:
            return found._replace(start=found.start + note.start(1), end=found.end + note.start(1))
    kind = _phrase(_CALLED_SESSION).match(text)
    return StatedLifetime(None, True, LifetimeFrom.SESSION, kind.start(1), kind.end(1)) if kind else None


def _with_basis(found: StatedLifetime, cue: str) -> StatedLifetime:
    at_most = found.basis is LifetimeFrom.SET and pattern_of(r"up to|bis zu|maxim|jusqu", re.I).search(cue)
    return found._replace(basis=LifetimeFrom.AT_MOST) if at_most else found


def _hits(text: str) -> Iterator[_Hit]:
    for match in _pattern().finditer(text):
        unit = next(days for at, (days, _) in enumerate(_UNITS) if match[f"u{at}"])
        if match["again"]:
            amount = float(match["again"])
        elif match["digits"]:
            amount = _number(match["digits"])
        else:
            amount = _counts(match["word"])
        yield _Hit(amount * unit, unit, match.start(), match.end())


@lru_cache(maxsize=256)
def _counts(word: str) -> float:
    """The number that a word is: "two" is 2."""
    return next(value for value, words in _numbers() if words.fullmatch(word))


def _number(digits: str) -> float:
    """``1.5`` and ``1,5`` are one and a half; ``1,000`` is a thousand."""
    if pattern_of(r"\d{1,3},\d{3}").fullmatch(digits):
        return float(digits.replace(",", ""))
    return float(digits.replace(",", "."))


def _joined(text: str, hits: tuple[_Hit, ...]) -> Iterator[_Hit]:
    """Put together what one lifetime is: "1 year 1 month"; leave out repetitions: "1 year (365 days)"."""
    held: _Hit | None = None
    for hit in hits:
        if held is None:
            held = hit
            continue
        between = text[held.end : hit.start]
        if hit.unit < held.unit and pattern_of(r"[ \u00a0,]*(?:and|und|et|y|e|en|och|og|i|&)?[ \u00a0]*").fullmatch(
            between
        ):
            held = _Hit(held.days + hit.days, hit.unit, held.start, hit.end)
        elif pattern_of(r"\s*[(=~≈]\s*(?:approx\.?|ca\.?|about|i\.e\.|=)?\s*").fullmatch(between) and _about(held, hit):
            held = held._replace(end=hit.end)
        else:
            yield held
            held = hit
    if held is not None:
        yield held


def _about(one: _Hit, other: _Hit) -> bool:
    return abs(one.days - other.days) <= 0.1 * max(one.days, other.days)


def _counted(text: str, hit: _Hit) -> StatedLifetime:
    """A number of days with what it counts from."""
    before, after = text[max(0, hit.start - 40) : hit.start], text[hit.end : hit.end + 80]
    around = before + " " + after
    basis = LifetimeFrom.SET
    if _phrase(_INACTIVITY).search(around):
        basis = LifetimeFrom.INACTIVITY
    elif _phrase(_LAST_VISIT).search(around):
        basis = LifetimeFrom.LAST_VISIT
    elif _phrase(_AT_MOST).search(before) or pattern_of(r"\d\s*(?:[-–—]|to|bis|à)\s*$").search(before):
        basis = LifetimeFrom.AT_MOST
    return StatedLifetime(round(hit.days, 9), False, basis, hit.start, hit.end)


def _speaks_of_visit(text: str, session: re.Match[str], hits: tuple[_Hit, ...]) -> bool:
    """Whether "session" is part of what a number counts: "30 minutes after the end of the session"."""
    between = next((text[hit.end : session.start()] for hit in reversed(hits) if hit.end <= session.start()), None)
    if between is not None and pattern_of(r"\b(?:after|from|since|nach|après|después|dopo|na)\b", re.I).search(between):
        return True
    following = text[session.end() : session.end() + 3]
    first = hits[0].start if hits else -1
    return first >= session.end() and bool(
        pattern_of(r"\s?\(").match(following)
    )  # "Session (30 minutes)": the number counts


def _has_other_end(text: str, session: re.Match[str]) -> bool:
    """Whether something else may end it too: "until the browser is closed or the request is completed"."""
    rest = text[session.end() :]
    other = pattern_of(r"[^.;\n/]{0,40}?\b(?:or|oder|ou|whichever)\b\s*(.+)", re.I | re.S).match(rest)
    if other is None:
        return False
    return _phrase(_SESSION).search(other[1]) is None and _pattern().search(other[1]) is None


def _event(text: str) -> StatedLifetime | None:
    """A lifetime without a number: "until you log out"."""
    event = _phrase(_EVENT).search(text[:2000])
    if event is None:
        return None
    return StatedLifetime(None, False, LifetimeFrom.EVENT, event.start(), min(len(text), 2000))
