# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Names of vendors: the id of one, the operator told from others, what is a proper name."""

from inspector.policies import vendor_words as says
from inspector.policies.late_pattern import pattern_of
from inspector.policies.lexicon import Mention
from inspector.policies.patterns import compiled


def vendor_id(known: str | None, name: str, *, ads: bool) -> str:
    """Return a party's id in the record: one of the guide's, else its printed name."""
    printed = says.PRINTED.get(name.lower().replace(". ", "."))
    if printed is not None:
        return printed
    if known in says.RECORD_IDS and known is not None:
        return known
    slug = slug_of(name)
    if known is not None and "-" in known and slug == known.replace("-", ""):
        return known  # "CrazyEgg"
    return says.WITH_ADS.get(slug, slug) if ads else slug


def is_operator(name: str, operator: tuple[str, ...]) -> bool:
    """Whether a name is one by which the site calls itself."""
    lowered = plain_name(name)
    return any(
        lowered == held
        or lowered == held.split(".")[0]
        or held.startswith(lowered + ".")
        or ("." in lowered and held.startswith(lowered + " "))  # "Example.org" of "Example.org Handbook"
        or ("." in lowered and " " in held and lowered.split(".")[0] == held.replace(" ", ""))  # its address
        for held in operator
    )


def whole_name(cell: str, mention: Mention) -> str:
    """The name that a cell prints, of which only a part is known: "EMX Digital", "Amazon Web Services (AWS)"."""
    name = cell.split("(")[0].strip(" .:")
    plain = 1 <= len(name.split()) <= 4 and not any(sign in name for sign in ",;/|:")
    product = name.lower().split()[-1:] and name.lower().split()[-1] in says.PRODUCTS
    return name if plain and not product and name[:1].isupper() else mention.name


def is_bare_google(name: str) -> bool:
    """Whether a name is Google's alone, which says of none of its services which one is meant."""
    return plain_name(name).replace(",", "").rstrip(".") in says.BARE_GOOGLE


def plain_name(name: str) -> str:
    """A name as operators' names are compared."""
    return name.lower().replace("’", "'").removesuffix("'s").strip()


def slug_of(name: str) -> str:
    """Return the id of a company that is not known: lower case with hyphens, without its legal form.

    >>> slug_of("Rudder Labs, Inc."), slug_of("Convert.com"), slug_of("Vercel Web Analytics")
    ('rudder-labs', 'convert', 'vercel')
    """
    text = name.strip(" .,'’\"()")
    for _ in range(3):
        text = says.FORM.sub("", text)
    text = says.PUBLIC.sub("", text)
    text = says.PRODUCT.sub("", text) or text
    return pattern_of(r"[^a-z0-9]+").sub("-", text.lower().replace("’", "").replace("'", "")).strip("-")[:60]


def proper(text: str, operator: tuple[str, ...], *, cell: bool = False) -> str:
    """The name in a run of capitalised words; empty where it is a generic word, the operator or a sentence's start."""
    words = text.strip(" .,'’\"()").removesuffix(" Web").split()
    if words and compiled(r"(?:We|I|You|It|They|That|There)['’](?:ll|ve|re|d|m|s)$").match(words[0]):
        return ""
    while words and words[-1].lower().strip(".,'’") in says.TRAILING:
        words.pop()
    generic = says.GENERIC - {"adobe", "microsoft", "apple", "mozilla"} if cell else says.GENERIC
    if not words or words[0].lower().strip(".,'’") in generic:
        return ""
    name = " ".join(words)
    lowered = plain_name(name)
    if (
        len(name) < 3
        or is_operator(name, operator)
        or any(lowered == held.split()[0] for held in operator)
        or name.isdigit()
        or not pattern_of(r"[A-Za-z]{2}").search(name)
    ):
        return ""
    return name
