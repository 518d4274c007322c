from hypothesis import given
from hypothesis import strategies as st

from eventkit.formats.ical.lines import folded


@given(st.text(st.sampled_from(["a", "\\", "n", "ü", "船", "🎉", ",", " "]), max_size=400))
def test_folded_unfolds_to_the_line_and_cuts_no_character(text: str) -> None:
    data = folded(text.encode())
    pieces = data.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(piece) <= 75 for piece in pieces)
    assert "".join(piece.decode().removeprefix(" " if n else "") for n, piece in enumerate(pieces)) == text


@given(st.lists(st.sampled_from(["a", "\\\\", "\\n", "ü"]), min_size=60, max_size=400))
def test_folded_cuts_no_escape(tokens: list[str]) -> None:
    for piece in folded("".join(tokens).encode()).removesuffix(b"\r\n").split(b"\r\n "):
        assert (len(piece) - len(piece.rstrip(b"\\"))) % 2 == 0


def test_folded_fills_its_lines() -> None:
    assert [len(piece) for piece in folded(b"x" * 75).split(b"\r\n")] == [75, 0]
    assert [len(piece) for piece in folded(b"x" * 76).split(b"\r\n")] == [75, 2, 0]
    assert [len(piece) for piece in folded(b"x" * 149).split(b"\r\n")] == [75, 75, 0]
