# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A made-up policy for pictures: a tea shop that declares some of what it does, denies some, and contradicts itself."""

from typing import Final

TEXT: Final = """<!doctype html>
<html lang="en"><head><title>Privacy and cookies – The Tea Shelf</title></head><body>
<h1>Privacy and cookies</h1>
<p>Last updated: 15 January 2026</p>
<p>The Tea Shelf sells tea. This page says what we keep about you when you visit shop.example, and why.</p>
<h2>What we use cookies for</h2>
<p>We use cookies to remember the items in your shopping cart. You can visit our shop anonymously: we do not ask for
your name until you order. We do not sell your personal data.</p>
<ul>
<li>We use a cookie to keep you logged in until you close your browser.</li>
<li>We use cookies to remember your language.</li>
<li>We do not use cookies to follow you across other websites.</li>
</ul>
<h2>The cookies that we set</h2>
<table>
<tr><th>Name</th><th>Provider</th><th>Purpose</th><th>Duration</th></tr>
<tr><td>cart</td><td>The Tea Shelf</td><td>Remembers what is in your cart</td><td>14 days</td></tr>
<tr><td>PHPSESSID</td><td>The Tea Shelf</td><td>Keeps you logged in</td><td>Session</td></tr>
<tr><td>consent</td><td>The Tea Shelf</td><td>Remembers your choice about cookies</td><td>6 months</td></tr>
<tr><td>_ga, _ga_*</td><td>Google Analytics</td><td>Counts visits to our pages</td><td>13 months</td></tr>
</table>
<h2>Third parties</h2>
<p>Google, as a third party vendor, uses cookies to serve ads on our site. Google's use of the DART cookie enables it to
serve ads based on your visits to this and other sites. You may opt out of the use of the DART cookie by visiting the
<a href="https://adssettings.google.com/">Google ad settings</a>. No third party sets cookies in our shop without your
consent.</p>
<p>We do not transfer your personal information to outside parties, except to those who deliver your order.</p>
<h2>Your choices</h2>
<p>You can refuse cookies in the settings of your browser. We do not respond to Do Not Track signals. Our shop is not
meant for children under 13.</p>
</body></html>
"""

BIG_PARAGRAPH: Final = (
    "We use cookies to remember the items in your shopping cart, and we do not sell your personal data. Our visitors"
    " may refuse them in the settings of their browser, which we describe at length in the chapters below and above."
)


def big(characters: int) -> str:
    """Return a policy of any length, in chapters."""
    chapters = range(1 + characters // (12 * len(BIG_PARAGRAPH)))
    return "\n\n".join(f"## Chapter {number + 1}\n\n" + "\n\n".join([BIG_PARAGRAPH] * 12) for number in chapters)
