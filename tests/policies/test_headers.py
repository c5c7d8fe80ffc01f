# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.policies.headers import Column, column_of, unit_of

HEADERS = [
    (
        Column.NAME,
        "Cookie Name|Name|Name of cookie|Names of cookies|cookie name(s)|COOKIE name|Cookie-Name|Nom du cookie|Nom",
    ),
    (
        Column.NAME,
        "Nombre|Nome|Nome do cookie|Naam|Cookienaam|Nazwa|Nazwa pliku cookie|Namn|Navn|Nimi|Název|Név|İsim",
    ),
    (Column.COOKIE, "Cookie|Cookies|Cookie(s)|Tracker|Kakor|Galletas"),
    (
        Column.PROVIDER,
        "Provider|Providers|Vendor|Domain|Host|Set by|Placed by|Company|Service Provider|Cookie provider|Provider name",
    ),
    (
        Column.PROVIDER,
        "Cookie Subgroup|Domain / Provider|Anbieter|Herausgeber|Fournisseur|Proveedor|Dominio|Fornitore|Aanbieder",
    ),
    (Column.PROVIDER, "Fornecedor|Dostawca|Leverantör|Udbyder|Name of Subprocessor|Third party"),
    (
        Column.PURPOSE,
        "Purpose|Purpose of cookie|Description|Cookie Description|What it does|Function|Zweck|Beschreibung|Finalité",
    ),
    (
        Column.PURPOSE,
        "Finalidad|Descripción|Finalità|Scopo|Doel|Omschrijving|Finalidade|Cel|Opis|Syfte|Formål|Beskrivelse",
    ),
    (
        Column.LIFETIME,
        "Duration|Expiry|Expires|Expiration*|Lifespan|Lifetime|Life time|Retention period|Cookie Duration|Max. age",
    ),
    (
        Column.LIFETIME,
        "Maximum Storage Duration|Storage period|Expiry date|Speicherdauer|Laufzeit|Gültigkeit|Ablauf|Durée",
    ),
    (
        Column.LIFETIME,
        "Duración|Caducidad|Plazo|Durata|Scadenza|Bewaartermijn|Duração|Validade|Okres przechowywania|Varaktighet",
    ),
    (Column.LIFETIME, "Lagringstid|Varighed|Udløb|How long it lasts|Lifespan (days)|Validity"),
    (
        Column.TYPE,
        "Type|Cookie type|Type of cookie|Category|Cookie category|Category of cookies|Typ|Kategorie|Catégorie|Tipo",
    ),
    (Column.TYPE, "Soort|Categorie|Rodzaj|Tipo de cookie|Type de cookie|Kategori"),
    (Column.PARTY, "First or third party|Party|First-party or third-party|Cookies used"),
    (Column.OTHER, "Location of Processing|Opt-Out Link|Privacy policy|Your choices||_ga"),
]


@pytest.mark.parametrize(("column", "header"), [(c, h) for c, hs in HEADERS for h in hs.split("|")])
def test_a_header_says_what_its_column_holds(column: Column, header: str) -> None:
    assert column_of(header) is column


def test_a_unit_in_the_header_counts_for_bare_numbers() -> None:
    assert unit_of("Lifespan (days)") == 1
    assert unit_of("Dauer (Monate)") == 30
    assert unit_of("Duration") is None


@given(st.text(max_size=80))
def test_any_header_is_answered(header: str) -> None:
    assert column_of(header) in Column
