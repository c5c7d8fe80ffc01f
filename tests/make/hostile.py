# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Texts that a site or a broken store can put where a name or a host is expected."""

HOSTILE = {
    "ansi": "a\x1b[31mred\x1b[0m",
    "title": "\x1b]0;owned\x07x",
    "markup": "[red]x[/red]",
    "broken markup": "[/]",
    "link": "[link=https://evil.test]x[/link]",
    "emoji code": ":pile_of_poo:",
    "formula": '=HYPERLINK("https://evil.test")',
    "plus": "+1",
    "minus": "-1+1",
    "at": "@SUM(A1)",
    "tab formula": "\t=1+1",
    "cr formula": "\r=1+1",
    "wide formula": "＝1+1",
    "nul": "a\x00b",
    "newlines": "a\r\nb\nc",
    "bidi": "moc.\u202elive\u202c",
    "zero width": "pay\u200bpal",
    "surrogate": "a\udcffb",
    "lone high": "a\ud800b",
    "separators": "a\u2028b\x85c",
    "quotes": 'say "hi", ok',
    "del": "a\x7fb",
    "wide": "猫" * 30,
    "long": "x" * 5000,
    "empty": "",
    "json": '"}]',
}


def is_safe(text: str) -> bool:
    """Whether a text holds nothing that moves a cursor or turns the line around (line ends apart)."""
    unsafe = {*map(chr, range(32)), *map(chr, range(0x7F, 0xA0))} - {"\n", "\r"}
    unsafe |= {*map(chr, range(0x200B, 0x2010)), *map(chr, range(0x2028, 0x202F)), *map(chr, range(0xD800, 0xE000))}
    return not unsafe & set(text)
