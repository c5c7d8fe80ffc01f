# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The words of an audit's page, explained for people who do not make websites."""

from typing import Final

GLOSSARY: Final = (
    ("Cookie", "A small piece of text that a site, or somebody on it, keeps in your browser and gets back later."),
    ("Own cookie", "A cookie of the site itself: its host is under the site's domain."),
    ("Third party", "Somebody other than the site whose content the page loads: an advertiser, a statistics service."),
    ("Partition", "A compartment of the browser for one site. A third party's cookie in it was used on that site."),
    ("Session cookie", "A cookie that ends when the browser is closed."),
    ("Persistent cookie", "A cookie with a date: it outlives the session."),
    ("Lifetime", "From when a cookie was last set until it ends. Browsers keep none longer than 400 days."),
    ("Identifier", "A value that tells one browser from all others."),
    ("DART", "The name under which DoubleClick, now Google, served advertisements; its cookie today is IDE."),
    ("Opt-out", "A cookie or setting that asks a company to leave you out. Its cookie must stay for it to hold."),
    ("Declared", "The policy names the cookie, a pattern of its name, its company for this purpose, or its purpose."),
    ("In tension", "Two things that are hard to square; which of them holds is left open."),
    ("Not testable", "Nothing that a cookie could show, such as what is done with data afterwards."),
    ("Not measured", "A cookie could have shown it, and none that may be judged did. It is not the same as fine."),
    ("Likely", "No sourced, undisputed entry says what the cookie is for, so nothing grave rests on it."),
)
