# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Every address that the program asked since it was started: a badge at the bottom, and the list behind it.

The list lives as long as the window and is written nowhere: it tells what a person was interested in.
"""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from inspector.core.problem import Problem, Severity
from inspector.core.visible import visible
from inspector.gui.policy.source import host_of
from inspector.gui.translation import translate


class Contact(NamedTuple):
    """An address that was asked, its host, and when."""

    host: str
    address: str
    us: int


class Contacts(QObject):
    """The list. ``changed`` tells that something was asked."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.all: tuple[Contact, ...] = ()
        self.barred = False  # the user's wish that no host be contacted at all, which every page asks before it asks

    def bar(self, barred: bool) -> None:
        """Take the user's wish that no host be contacted, or that it may be after a question."""
        self.barred = barred
        self.changed.emit()

    def add(self, addresses: Iterable[str], us: int) -> None:
        """Note addresses that were asked at a moment; one that was just noted is not noted twice."""
        for address in addresses:
            contact = Contact(host_of(address) or address, address, us)
            if contact not in self.all:
                self.all = (*self.all, contact)
        self.changed.emit()

    def add_hosts(self, hosts: Iterable[str], what: str, us: int) -> None:
        """Note hosts of which no address is told; ``what`` says who asked them."""
        self.all = tuple(dict.fromkeys((*self.all, *(Contact(host, what, us) for host in hosts))))
        self.changed.emit()

    @property
    def hosts(self) -> tuple[str, ...]:
        """The hosts, each once, in the order in which they were first asked."""
        return tuple(dict.fromkeys(contact.host for contact in self.all))


class ContactsBadge(QPushButton):
    """Says that nothing was asked, or how many hosts were; pressing it shows the list."""

    def __init__(self, contacts: Contacts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contacts = contacts
        self.setFlat(True)
        self.setToolTip(self.tr("Every host that this program contacted since it was started"))
        contacts.changed.connect(self._count)
        self.clicked.connect(self.show_list)
        self._count()

    def _count(self) -> None:
        count = len(self._contacts.hosts)
        if count == 0 and self._contacts.barred:
            self.setText(self.tr("Offline by your settings"))
        elif count == 0:
            self.setText(self.tr("Offline: no host contacted"))
        elif count == 1:
            self.setText(self.tr("Contacted {host}").format(host=visible(self._contacts.hosts[0], 60)))
        else:
            self.setText(self.tr("%Ln hosts contacted", None, count))

    def show_list(self) -> None:
        """Show every address, without blocking the window."""
        from inspector.gui.policy.contacts_dialog import ContactsDialog  # here because few ask for it

        ContactsDialog(self._contacts.all, self.window()).show()


def barred_problem(where: str) -> Problem:
    """Return why a host is not contacted where the settings say never."""
    return Problem(
        "network-barred",
        translate("contacts", "No host is contacted"),
        where,
        translate("contacts", "your settings say so"),
        translate("contacts", "Allow it under File > Settings, or give a file instead"),
        Severity.FAILED,
    )
