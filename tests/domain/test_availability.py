from datetime import date

import pytest

from eventkit.domain.availability import NIGHT, availability

SATURDAY, SUNDAY = date(2027, 5, 8), date(2027, 5, 9)


@pytest.mark.parametrize(
    ("text", "on_saturday", "on_sunday"),
    [
        ("", (), ()),
        ("not after 20:00", ((1200, NIGHT),), ((1200, NIGHT),)),
        ("nicht nach 20 Uhr", ((1200, NIGHT),), ((1200, NIGHT),)),
        ("until 8 pm", ((1200, NIGHT),), ((1200, NIGHT),)),
        ("before 8:30pm", ((1230, NIGHT),), ((1230, NIGHT),)),
        ("not before 10", ((0, 600),), ((0, 600),)),
        ("ab 10.30", ((0, 630),), ((0, 630),)),
        ("after 12am", ((0, 0),), ((0, 0),)),
        ("only Saturday morning", ((720, NIGHT),), ((0, NIGHT),)),
        ("nur Samstag Vormittag", ((720, NIGHT),), ((0, NIGHT),)),
        ("not Sunday", (), ((0, NIGHT),)),
        ("Saturday from 10:00, Sunday until 12", ((0, 600),), ((720, NIGHT),)),
        ("Saturday not after 18:00", ((1080, NIGHT),), ()),
        ("not 12:00-13:00; not 12:30 to 14", ((720, 840),), ((720, 840),)),
        ("10 – 12, 14 – 16", ((0, 600), (720, 840), (960, NIGHT)), ((0, 600), (720, 840), (960, NIGHT))),
        ("22:00 - 02:00", ((0, 1320), (1560, NIGHT)), ((0, 1320), (1560, NIGHT))),
        ("not on 2027-05-08", ((0, NIGHT),), ()),
        ("not 12-13, not after 20", ((720, 780), (1200, NIGHT)), ((720, 780), (1200, NIGHT))),
    ],
)
def test_text_is_read(
    text: str, on_saturday: tuple[tuple[int, int], ...], on_sunday: tuple[tuple[int, int], ...]
) -> None:
    told = availability(text)
    assert told.unread == ()
    assert (told.away(SATURDAY), told.away(SUNDAY)) == (on_saturday, on_sunday)


@pytest.mark.parametrize(
    "text", ["when the tide is in", "only", "20:00", "1 2 3", "not after 25:00", "2027-02-30", "not after 20:99"]
)
def test_what_is_not_understood_is_said(text: str) -> None:
    told = availability(f"{text}, not after 20:00")
    assert told.unread == (text,)
    assert len(told.clauses) == 1


def test_somebody_can_come_where_no_band_lies() -> None:
    told = availability("not 12:00-13:00")
    assert told.free(SATURDAY, 660, 720)
    assert told.free(SATURDAY, 780, 800)
    assert not told.free(SATURDAY, 700, 721)
