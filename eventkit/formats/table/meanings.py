"""What headings and answers of guest lists mean, in English, German, French, Spanish and Portuguese."""

import re

from eventkit.domain.guest_lists import GuestColumn
from eventkit.domain.guests import Photo
from eventkit.domain.text import fold

HEADINGS: dict[GuestColumn, tuple[str, ...]] = {
    GuestColumn.NAME: (
        "name", "full name", "attendee name", "participant name", "display name", "guest name", "attendee",
        "participant", "name original name", "name on badge", "badge name", "your name",
        "vollständiger name", "teilnehmer", "teilnehmername", "teilnehmer name", "name des teilnehmers", "anzeigename",
        "vor und nachname", "vorname und nachname", "teilnehmende",
        "nom", "nom complet", "nom et prénom", "prénom et nom", "nom prénom", "nom du participant", "nom affiché",
        "nombre", "nombre completo", "nombre y apellido", "nombre y apellidos", "asistente", "nombre del asistente",
        "nome", "nome completo", "nome do participante", "participante",
    ),
    GuestColumn.GIVEN_NAME: (
        "first name", "firstname", "given name", "given names", "forename", "attendee first name",
        "attendee name given name", "vorname", "rufname", "prénom", "nombre de pila", "nombres", "primeiro nome",
    ),
    GuestColumn.FAMILY_NAME: (
        "last name", "lastname", "surname", "family name", "attendee last name", "attendee name family name",
        "nachname", "familienname", "zuname", "nom de famille", "apellido", "apellidos", "sobrenome", "apelido",
        "último nome",
    ),
    GuestColumn.EMAIL: (
        "attendee email", "attendee e mail", "email", "e mail", "mail", "email address", "e mail address",
        "mail address", "user email", "participant email", "e mail adresse", "email adresse", "mailadresse",
        "adresse e mail", "adresse email", "adresse mail", "courriel", "correo", "correo electrónico",
        "endereço de email", "endereço de e mail",
    ),
    GuestColumn.TICKET: (
        "ticket number", "ticket no", "ticket id", "ticket code", "barcode number", "barcode", "ticketnummer",
        "ticket nummer", "ticketcode", "numéro de billet", "número de entrada", "número do bilhete", "ticket",
        "ticket type", "ticket name", "ticketart", "tickettyp", "product", "produkt", "billet", "type de billet",
        "entrada", "tipo de entrada", "bilhete", "ingresso", "tipo de ingresso",
    ),
    GuestColumn.PRONOUNS: (
        "pronouns", "pronoun", "preferred pronouns", "your pronouns", "pronomen", "pronoms", "pronom", "pronombres",
        "pronombre", "pronomes",
    ),
    GuestColumn.AFFILIATION: (
        "company", "organisation", "organization", "affiliation", "employer", "institution", "company organization",
        "company organisation", "company name", "university", "firma", "unternehmen", "verein", "hochschule",
        "arbeitgeber", "entreprise", "société", "organisme", "association", "empresa", "organización", "institución",
        "organização", "instituição",
    ),
    GuestColumn.FIRST_TIME: (
        "first time", "first timer", "first visit", "newcomer", "new here", "erstes mal", "zum ersten mal", "erstmals",
        "première fois", "primera vez", "primeira vez",
    ),
    GuestColumn.PHOTO: (
        "photo", "photos", "photo consent", "photo preference", "photos ok", "photos allowed", "foto", "fotos",
        "fotos ok", "foto erlaubt", "fotos erlaubt", "fotowunsch", "photos autorisées",
    ),
    GuestColumn.NOTE: (
        "note", "notes", "comment", "comments", "remark", "remarks", "notiz", "notizen", "bemerkung", "bemerkungen",
        "anmerkung", "anmerkungen", "kommentar", "commentaire", "commentaires", "remarque", "remarques", "nota",
        "notas", "observaciones", "comentario", "comentarios", "observações", "comentário", "comentários",
    ),
}  # fmt: skip
"""Whole headings; where two columns of a list mean the same, the one that stands first here is taken."""

_PHRASES = {
    GuestColumn.FIRST_TIME: ("first time", "ersten mal", "premiere fois", "primera vez", "primeira vez"),
    GuestColumn.PHOTO: ("take photos", "be photographed", "fotografiert"),
    GuestColumn.PRONOUNS: ("pronouns", "pronomen"),
}
"""What is looked for in headings that are whole questions."""

_YES = frozenset(
    {"yes", "y", "true", "1", "x", "ok", "okay", "sure", "allowed", "ja", "j", "gern", "gerne", "wahr", "oui", "o"}
    | {"vrai", "si", "s", "sim", "verdadero", "verdadeiro", "✓", "✔", "✅"}
)
_NO = frozenset(
    {"no", "n", "false", "0", "never", "nein", "falsch", "non", "faux", "nao", "falso", "-", "–", "✗", "✘", "❌"}
    | {"no photo", "no photos", "please not", "bitte nicht", "keine fotos", "kein foto", "pas de photo", "sin fotos"}
)
_ASK = frozenset(
    ["ask", "ask me", "ask first", "please ask", "fragen", "bitte fragen", "demander", "preguntar", "perguntar"]
)
_SIGNS = re.compile(r"[^\w]+")


def heading(text: str) -> str:
    """A heading as the lists here have it: folded words with single spaces."""
    return " ".join(_SIGNS.sub(" ", fold(text).replace("_", " ")).split())


_MEANT = {heading(told): (column, rank) for column, all_told in HEADINGS.items() for rank, told in enumerate(all_told)}


def meaning(text: str) -> tuple[GuestColumn, int] | None:
    """What a heading means, and how surely: 0 is best; None where it says nothing to us."""
    told = heading(text)
    if told in _MEANT:
        return _MEANT[told]
    for column, phrases in _PHRASES.items():
        if any(phrase in told for phrase in phrases):
            return column, len(HEADINGS[column])
    return None


def yes_or_no(text: str) -> str | None:
    """What an answer says, yes or no; None where it is neither."""
    told = fold(text).strip(" .!")
    return "yes" if told in _YES else "no" if told in _NO or not told else None


def photo(text: str) -> Photo | None:
    """Whether somebody may be photographed; None for an answer that we do not know."""
    told = fold(text).strip(" .!")
    if told in _ASK or not told:
        return Photo.ASK
    answer = yes_or_no(text)
    return None if answer is None else Photo(answer)
