from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventkit.domain.errors import ImportFileError
from eventkit.domain.guest_lists import GuestColumn, GuestList
from eventkit.domain.guests import Photo
from eventkit.formats.table.guests import MAX_NAME, guess_columns, guest_list, header_place
from eventkit.formats.table.meanings import HEADINGS, meaning, photo, yes_or_no
from eventkit.formats.table.reading import read_table, read_text

DATA = Path(__file__).parent / "data"
C = GuestColumn


def of_file(name: str, *, keep_emails: bool = False) -> GuestList:
    return guest_list(read_table((DATA / name).read_bytes()), keep_emails=keep_emails)


def said(listed: GuestList) -> list[dict[str, str]]:
    return [dict(one.fields) for one in listed.guests]


def codes(listed: GuestList) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    skipped, notes = ([(row.place.split(":")[0], row.code) for row in rows] for rows in (listed.skipped, listed.notes))
    return skipped, notes


def test_list_of_a_meeting_platform() -> None:
    listed = of_file("meeting.csv")
    assert said(listed) == [{"name": "Ada Brandão (she/her)"}, {"name": "Nyström, Ole"}]
    assert codes(listed) == (
        [("1", "before_header"), ("2", "before_header"), ("7", "guest_twice")],
        [("1", "emails_withheld")],
    )
    assert said(of_file("meeting.csv", keep_emails=True))[0]["email"] == "ada@example.org"


def test_list_of_a_ticket_shop() -> None:
    listed = of_file("tickets.csv")
    assert said(listed) == [
        {"name": "Mira Okonkwo", "ticket": "HX7Q-1", "affiliation": "Acme <R&D> Sons", "first_time": "yes"},
        {"name": "Jo Li", "ticket": "HX7Q-2", "photo": "no", "note": "Needs a seat near the door"},
    ]
    assert codes(listed) == ([("5", "guest_without_name")], [("1", "emails_withheld")])


def test_german_list_of_a_spreadsheet() -> None:
    listed = of_file("german.csv")
    assert said(listed) == [
        {"name": "Zoë Müller", "affiliation": "=SUM(A1:A9)", "first_time": "yes", "photo": "no"},
        {"name": "Jörg Groß"},
    ]
    assert codes(listed)[1] == [("1", "encoding_guessed"), ("3", "answer_unknown"), ("1", "emails_withheld")]


def test_report_of_several_parts() -> None:
    listed = of_file("attendance.csv")
    assert [one["name"] for one in said(listed)] == ["Ada Brandão", "Zoë Ívarsdóttir"]
    assert [code for _, code in codes(listed)[0]] == [*["before_header"] * 4, "headings_again", "guest_twice"]


@pytest.mark.parametrize(
    ("headings", "columns"),
    [
        ("First Name,Last Name,Email,Ticket Type", (C.GIVEN_NAME, C.FAMILY_NAME, C.EMAIL, C.TICKET)),
        ("Vorname,Name,E-Mail", (C.GIVEN_NAME, C.FAMILY_NAME, C.EMAIL)),
        ("Prénom,Nom,Courriel,Société", (C.GIVEN_NAME, C.FAMILY_NAME, C.EMAIL, C.AFFILIATION)),
        ("Nombre,Apellidos,Correo electrónico,Empresa", (C.GIVEN_NAME, C.FAMILY_NAME, C.EMAIL, C.AFFILIATION)),
        ("Nome,Sobrenome,Pronomes,Observações", (C.GIVEN_NAME, C.FAMILY_NAME, C.PRONOUNS, C.NOTE)),
        ("NOM COMPLET,Billet,Première fois ?", (C.NAME, C.TICKET, C.FIRST_TIME)),
        ("Name,First name,Last name", (C.NAME, None, None)),
        ("Ticket type,Full name,Ticket number", (None, C.NAME, C.TICKET)),
        ("Seat,Name,RSVP'd on,Guests", (None, C.NAME, None, None)),
        ("E-mail,Tags", (C.EMAIL, None)),
    ],
)
def test_headings_are_known_in_several_languages(headings: str, columns: tuple[GuestColumn | None, ...]) -> None:
    table = read_text(f"{headings}\n{','.join('x' for _ in columns)}\n")
    assert (header_place(table), guess_columns(table)) == (0, columns)


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("Ada Brandão\nOle Nyström\n", (C.NAME,)),
        ("Ada Brandão\tDock\nOle Nyström\tLoft\n", (C.NAME, C.AFFILIATION)),
        ("Ada\tBrandão\nOle\tNyström\n", (C.GIVEN_NAME, C.FAMILY_NAME)),
        ("Brandão, Ada\nNyström, Ole\n", (C.FAMILY_NAME, C.GIVEN_NAME)),
        ("ada@example.org;Ada Brandão\nole@example.org;Ole Nyström\n", (C.EMAIL, C.NAME)),
        ("1;Ada Brandão\n2;Ole Nyström\n", (None, C.NAME)),
        ("1;2\n3;4\n", (None, None)),
    ],
)
def test_lists_without_headings_are_guessed_by_what_is_in_them(
    text: str, columns: tuple[GuestColumn | None, ...]
) -> None:
    table = read_text(text)
    assert (header_place(table), guess_columns(table)) == (None, columns)


def test_columns_can_be_chosen_otherwise() -> None:
    table = read_text("Ada;Brandão;Dock\nOle;Nyström;Loft\n")
    listed = guest_list(table, (C.GIVEN_NAME, C.FAMILY_NAME, C.AFFILIATION))
    assert said(listed)[0] == {"name": "Ada Brandão", "affiliation": "Dock"}
    assert said(guest_list(table, (None, C.NAME, None))) == [{"name": "Brandão"}, {"name": "Nyström"}]


def test_one_name_twice_is_kept_where_something_tells_them_apart() -> None:
    listed = guest_list(read_text("Name;Email\nAna;a@example.org\nAna;b@example.org\nana;A@example.org\n"))
    assert said(listed) == [{"name": "Ana"}, {"name": "Ana"}]
    assert [(row.code, row.values) for row in listed.skipped] == [("guest_twice", {"line": "2"})]


def test_long_rows_and_long_names_are_told() -> None:
    listed = guest_list(read_text(f"Name;Firma\nAda;Dock;more\n{'x' * (MAX_NAME + 1)};y\n"))
    assert said(listed) == [{"name": "Ada", "affiliation": "Dock"}]
    assert codes(listed) == ([("3", "guest_name_long")], [("2", "row_longer")])


@given(st.binary(max_size=300))
def test_no_row_is_lost(data: bytes) -> None:
    try:
        table = read_table(data)
    except ImportFileError:
        return
    listed = guest_list(table)
    headings = header_place(table) is not None
    assert len(listed.guests) + len(listed.skipped) + headings == len(table.rows)
    assert all(one.fields["name"] for one in listed.guests)


def test_every_heading_of_ours_is_known() -> None:
    for column, headings in HEADINGS.items():
        assert {told[0] for told in map(meaning, headings) if told} == {column}
    assert meaning("Do you like boats?") is None


@pytest.mark.parametrize(
    ("answer", "told"), [("JA!", "yes"), ("x", "yes"), ("Não", "no"), ("", "no"), ("perhaps", None)]
)
def test_answers_are_known_in_several_languages(answer: str, told: str | None) -> None:
    assert yes_or_no(answer) == told


@pytest.mark.parametrize(
    ("answer", "told"),
    [("Yes", Photo.YES), ("bitte nicht", Photo.NO), ("Ask me", Photo.ASK), ("", Photo.ASK), ("http://x", None)],
)
def test_wishes_about_photos_are_known(answer: str, told: Photo | None) -> None:
    assert photo(answer) == told
