import pytest

from eventkit.domain.programme import SessionKind, SessionState
from eventkit.formats.schedule import meanings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", SessionState.CONFIRMED),
        ("Confirmed", SessionState.CONFIRMED),
        ("accepted", SessionState.ACCEPTED),
        ("unconfirmed", SessionState.ACCEPTED),
        (" pending ", SessionState.PROPOSED),
        ("Accept Queue", SessionState.PROPOSED),
        ("draft", SessionState.DRAFT),
        ("rejected", SessionState.REJECTED),
        ("Canceled", SessionState.CANCELLED),
        ("CANCELLED", SessionState.CANCELLED),
        ("withdrawn", SessionState.WITHDRAWN),
        ("simmering", None),
    ],
)
def test_state(text: str, expected: SessionState | None) -> None:
    assert meanings.state(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", SessionKind.TALK),
        ("lecture", SessionKind.TALK),
        ("Vortrag", SessionKind.TALK),
        ("Breakout session", SessionKind.TALK),
        ("Democracy", SessionKind.TALK),
        ("Keynote", SessionKind.KEYNOTE),
        ("lightningtalk", SessionKind.LIGHTNING),
        ("Conférence éclair", SessionKind.LIGHTNING),
        ("Kurzvortrag", SessionKind.LIGHTNING),
        ("Atelier", SessionKind.WORKSHOP),
        ("Tutorial (3h)", SessionKind.WORKSHOP),
        ("Sprint", SessionKind.WORKSHOP),
        ("Podiumsdiskussion", SessionKind.PANEL),
        ("Mesa redonda", SessionKind.PANEL),
        ("BoF", SessionKind.BOF),
        ("Assemblée générale", SessionKind.BOF),
        ("Demo", SessionKind.DEMO),
        ("Lunch break", SessionKind.MEAL),
        ("Mittagessen", SessionKind.MEAL),
        ("Coffee", SessionKind.BREAK),
        ("Pause", SessionKind.BREAK),
        ("Opening ceremony", SessionKind.CEREMONY),
        ("Other", SessionKind.OTHER),
        ("工作坊", SessionKind.WORKSHOP),
    ],
)
def test_kind(text: str, expected: SessionKind) -> None:
    assert meanings.kind(text) is expected


def test_every_kind_but_the_talk_has_words() -> None:
    assert set(meanings._KIND_WORDS) == set(SessionKind) - {SessionKind.TALK}


@pytest.mark.parametrize(
    ("text", "expected"),
    [("en", "en"), ("English", "en"), ("中文", "zh"), ("pt-BR", "pt-BR"), (" Klingon ", "Klingon")],
)
def test_language(text: str, expected: str) -> None:
    assert meanings.language(text) == expected
