# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a column's header, or the key of a "key: value" line, says that its column holds; in many languages."""

import re
from enum import StrEnum
from functools import cache
from typing import Final

from inspector.core.short_memory import short_memory
from inspector.policies.late_pattern import pattern_of
from inspector.policies.ready import ready


class Column(StrEnum):
    """What a column of a cookie table holds."""

    NAME = "name"
    COOKIE = "cookie"  # "Cookie": a name in most tables, a product or a kind in some
    PROVIDER = "provider"
    PURPOSE = "purpose"
    LIFETIME = "lifetime"
    TYPE = "type"  # a category, the party, or where it is stored
    PARTY = "party"
    OTHER = "other"


# In this order: the first pattern that matches decides ("Cookie duration" is a lifetime, "Provider name" a provider).
_PATTERNS: Final = (
    (
        Column.LIFETIME,
        r"durations?|expir\w*|life[\s-]?spans?|life[\s-]?times?|retention|valid(?:ity|ité|ità|ade|ez)\b.*|ttl|max[\s.-]{0,2}age|"
        r"time\sto\slive|how\slong\b.*|(?:storage|retention|storing|conservation)\s(?:period|duration|time|term)s?|period|"
        r"stored\s(?:for|until)|\w*dauer|\w*laufzeit|ablauf\w*|gültig\w*|haltbarkeit|\w*frist|durées?|péremption|échéance|"
        r"conservation|duración|caducidad|vencimiento|plazo\w*|conservación|vigencia|durata|scadenza|conservazione|"
        r"\w*duur|\w*termijn|looptijd|vervalt?\w*|geldigheid|\w*periode|duração|prazo\w*|okres\w*|czas\w*|wygaś\w*|"
        r"ważnoś\w*|trwałoś\w*|varaktighet|\w*lagringstid|giltighet\w*|livslängd|utgång\w*|löptid|\w*varighed|udløb\w*|"
        r"levetid|varighet|utløp\w*|kesto\w*|voimassa\w*|säilyty\w*|doba\w*|platnost|trvání|expirace|lejárat\w*|élettartam|"
        r"időtartam|süre\w*|διάρκεια|λήξη|durat[ăa]|valabilitate",
    ),
    (
        Column.PARTY,
        r"(?:first|1st)(?:[\s-]party)?\s?(?:/|or|and|&)\s?(?:third|3rd)[\s-]?part(?:y|ies)|cookies\sused|part(?:y|ies)|"
        r"third[\s-]party\?|(?:own|proprias?|propias?)\s(?:or|o|ou)\s.*",
    ),
    (
        Column.TYPE,
        r"(?:cookies?[\s-])?(?:types?|categor(?:y|ies)|kinds?|class(?:ification)?|groups?)(?:\sof\s(?:the\s)?(?:cookies?|"
        r"storage|track\w+|technolog\w+))?|(?:cookie[\s-]?)?(?:typ|art|kategorien?|klasse)(?:\sde[rs]\scookies?)?|"
        r"(?:types?|catégories?|nature|tipos?|tipologi[ae]|categorías?|categori[ae]s?|clase|natura|soorten|soort)"
        r"(?:\s(?:de\s|di\s|du\s|van\s|d[’'])?\s?(?:la\s|le\s|el\s|o\s)?cookies?)?|categorie|soort|typ\w*|rodzaj\w*|kategori\w*|"
        r"storage(?:\stype)?|speicher(?:art|ort)|tyyppi|típus|tür",
    ),
    (
        Column.PROVIDER,
        r"(?:(?:cookie|service|name\sof(?:\sthe)?|third[\s-]party)\s)?(?:providers?|vendors?|suppliers?|compan(?:y|ies)|"
        r"owners?|publishers?|controllers?|operators?|issuers?|subprocessors?|hosts?|domains?|services?|sources?|origin|"
        r"(?:party|company|site|entity)\s(?:that\s)?(?:sets?|setting|places?|placing)\b.*|responsible\sparty|subgroup|partners?|third[\s-]part(?:y|ies)|organi[sz]ations?|recipients?|setters?|websites?|"
        r"sites?|platforms?)(?:\sname)?(?:\s?[/(,]\s?.*)?|(?:set|placed|provided|issued|served|used)\sby|who\b.*|"
        r"anbieter\w*|herausgeber|domäne|verantwortlich\w*|quelle|dienst(?:leister|e)?|empfänger|fournisseurs?|"
        r"émetteurs?|domaine|éditeurs?|société|responsable|origine|hôte|prestataire|tiers|proveedor(?:es)?|dominio|"
        r"titular|emisor|entidad|procedencia|origen|terceros?|fornitor[ei]|titolare|fonte|provenienza|gestore|"
        r"aanbieders?|leverancier|domein|geplaatst\sdoor|herkomst|fornecedor|domínio|provedor|entidade|dostawca|domena|"
        r"podmiot|wydawca|leverantör|domän|utgivare|udbyder|domæne|leverandør|tilbyder|palveluntarjoaja|poskytovatel|"
        r"szolgáltató|sağlayıcı|πάροχος|furnizor",
    ),
    (
        Column.NAME,
        r"(?:cookie|tracker|browser|storage|file)[\s-]*(?:names?|keys?|ids?|identifiers?)(?:\s?\(.*\)|\s?/.*)?|"
        r"names?(?:\sof(?:\s(?:the|each|your))?\s(?:cookies?|trackers?|storage|technolog\w+))?(?:\s?\(.*\)|\s?/.*)?|"
        r"cookies?,?\s?(?:name|title)s?|(?:cookie-?)?name[n]?(?:\sde[sr]\scookies?)?|cookie-?bezeichnung|bezeichnung|"
        r"noms?(?:\s(?:du|des|de)\s(?:cookies?|traceurs?|la\scookie))?|nombres?(?:\sde\s(?:la\s)?cookies?)?|"
        r"nom[ei](?:\s(?:del|dei|do|dos)\scookies?)?|denominazione|denominación|(?:cookie-?)?na[ao]m(?:\svan.*)?|"
        r"(?:cookie[\s-]?)?nazwa(?:\s.*)?|(?:kak|cookie)?namn(?:\s.*)?|(?:cookie-?)?navn(?:\s.*)?|(?:evästeen\s)?nimi|"
        r"název(?:\s.*)?|név|megnevezés|(?:çerez\s)?ad[ıi]|isim|nume(?:le)?(?:\s.*)?|όνομα|identifier|key",
    ),
    (
        Column.COOKIE,
        r"cookies?(?:\s?\(?s\)?)?(?:\sset)?|trackers?|traceurs?|galletas?|kakor|kaka|eväste(?:et)?|ciasteczk[oa]|"
        r"pliki?\scookies?|first[\s-]party\scookies?|third[\s-]party\scookies?|(?:local\s)?storage\s(?:item|entr)\w*|"
        r"our\scookies|çerez",
    ),
    (
        Column.PURPOSE,
        r".*\b(?:purposes?|descriptions?|functions?|functionality|usage|uses?|what\s(?:it|does|is|we)\b.*|why\b.*|"
        r"information|details|explanations?|more\sinfo\w*|reason|zwecke?|beschreibung|funktion|verwendung\w*|"
        r"erläuterung|finalités?|but|descriptions?|objectifs?|fonctions?|utilité|objet|rôle|finalidad(?:es)?|"
        r"propósito|descripción|objetivos?|función|uso|utilidad|finalità|scopo|descrizione|funzione|utilizzo|doel\w*|"
        r"beschrijving|functie|omschrijving|gebruik|finalidades?|descrição|função|cel|opis|funkcja|przeznaczenie|"
        r"zastosowanie|syfte|beskrivning|ändamål|användning|formål|beskrivelse|käyttötarkoitus|kuvaus|účel|popis|"
        r"leírás|cél|amaç|açıklama|σκοπός|περιγραφή|scop|descriere)\b.*",
    ),
)


# A heading that names the document, or a panel where one chooses, and no kind of cookies.
NAMES_TOOL: Final = (
    r"\bcookies?\s+(?:and\s+\w+\s+|consent\s+)?"
    r"(?:notices?|settings?|preferences?|choices?|consents?|banners?|options|messages?)\b(?!\s+cookies)"
)


@cache
def _compiled() -> tuple[tuple[Column, re.Pattern[str]], ...]:
    return tuple((column, ready(source, re.I)) for column, source in _PATTERNS)


@short_memory(512)  # the same headers stand over every row
def column_of(header: str) -> Column:
    """Return what a header (or a key) says of its column."""
    text = " ".join(header.strip(" \t\n*:•|_?.†‡¹²³").split())
    if not text or len(text) > 60:
        return Column.OTHER
    for column, pattern in _compiled():
        if pattern.fullmatch(text):
            return column
    if len(text) <= 40 and _compiled()[0][1].search(text):  # "Cookie Duration", "Maximum Storage Duration"
        return Column.LIFETIME
    return Column.OTHER


def unit_of(header: str) -> float | None:
    """Return the days that a bare number counts under a header such as "Lifespan (days)", ``None`` elsewhere."""
    for days, words in (
        (1.0, r"\b(?:days|tage|jours|días|giorni|dagen|dias)\b"),
        (30.0, r"\b(?:months|monate|mois)\b"),
    ):
        if pattern_of(words, re.I).search(header):
            return days
    return None
