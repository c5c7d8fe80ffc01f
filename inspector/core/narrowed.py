# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""That a filter left things out of what is shown: every output that shows a part says so, and of how much."""

from typing import NamedTuple


class Narrowed(NamedTuple):
    """The line of the filter, how many cookies it shows and of how many; findings where there are some to show."""

    line: str
    cookies: int
    of_cookies: int
    findings: int | None = None
    of_findings: int | None = None

    @property
    def leaves_out(self) -> bool:
        """Whether anything at all is left out."""
        return (self.cookies, self.findings) != (self.of_cookies, self.of_findings)

    @property
    def nothing_found(self) -> str:
        """What stands where findings would, when none is shown: "nothing was found" only where that is so."""
        if not self.of_findings:
            return ""
        return f"No finding is about the cookies that are shown; the filter leaves out {self.of_findings:,}."

    def __str__(self) -> str:
        """Return it as one sentence without a full stop."""
        if not self.leaves_out:
            return f"The filter leaves nothing out: all of {self.of_cookies:,} cookies are shown (filter: {self.line})"
        shown = f"{self.cookies:,} of {self.of_cookies:,} cookies"
        if self.findings is not None and self.of_findings is not None:
            shown += f" and {self.findings:,} of {self.of_findings:,} findings"
        return f"Only a part is shown: {shown} (filter: {self.line})"
