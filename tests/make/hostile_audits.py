# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A report in which everything that a site or a policy wrote is hostile, for tests of whatever shows one."""

from dataclasses import replace
from typing import Final

from make.audits import cookie, sample_report

from inspector.core.label import Label, Purpose
from inspector.core.policy import Quote
from inspector.core.problem import Problem
from inspector.core.report import Correction, Report, WayOut

HOSTILE: Final = (
    "<script>window.hacked=1</script>",
    '"><img src=x onerror="document.title=`hacked`">',
    "</style><style>*{display:none}",
    "{{ 7*7 }}{% raw %}",
    "\x1b[2J\x1b[31mred\x07",
    "a\r\nb\x00\x7f",
    "\u202egnp.exe\u2066",
    "\ud800",
    "| --- | `code` [x](javascript:alert(1)) https://evil.example www.evil.example @all #1",
    "x" * 4096,
    " ",
    "",
)
HOSTILE_URLS: Final = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "http://optout.example/",
    "https://user@optout.example/",
    "https://evil.example\\@optout.example/",
    "https://127.0.0.1/",
    "https://2130706433/",
    "https://оptout.example/",
    'https://optout.example/"onmouseover="alert(1)',
    "//optout.example/",
    "",
)


def hostile_report() -> Report:
    """Return the sample with everything that comes from sites replaced by what would do harm if it were not text."""
    report = sample_report()
    evil = "\n".join(HOSTILE)
    source = replace(report.policy.document.source, location=evil)
    document = replace(report.policy.document, source=source, language='"><b>', title=evil)
    policy = replace(report.policy, document=document)
    cookies = tuple(
        report.cookies[number % len(report.cookies)]._replace(
            cookie=cookie(name, f"{number}.{name[:80]}.example", partition=f"https://{name[:80]}"),
            why=evil,
            label=Label(Purpose.ADVERTISING, vendor=name or None, vendor_name=name or None, because=(evil,)),
        )
        for number, name in enumerate(HOSTILE)
    )
    quote = Quote(evil, 0, len(evil), 1)
    claims = tuple(
        judged._replace(claim=replace(judged.claim, quote=quote, names=HOSTILE, field=f"vendors.{evil}"), why=evil)
        for judged in report.claims
    )
    refs = tuple(judged.ref for judged in cookies)
    findings = tuple(
        finding._replace(message=evil, what_to_do=evil, evidence=(evil,), cookie=refs[0], others=refs, cap_why=evil)
        for finding in report.findings
    )
    ways = tuple(WayOut(evil, evil, url, evil, False, True, evil) for url in HOSTILE_URLS)
    return replace(
        report,
        site=evil,
        headline=evil,
        policy=policy,
        cookies=cookies,
        claims=claims,
        findings=findings,
        not_judged=tuple(item._replace(why=evil) for item in report.not_judged),
        ways_out=ways,
        notices=(evil,),
        problems=(Problem("x", evil, evil, evil, evil),),
        corrections=(Correction(evil, evil, evil, evil),),
        unverified_why=evil,
        verified=False,
    )
