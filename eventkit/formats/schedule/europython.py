"""The older EuroPython XML: days with entries, a start of four digits, rooms as a list."""

from collections.abc import Iterator
from datetime import date, datetime
from xml.etree.ElementTree import Element

from eventkit.domain.imports import ImportBatch, ImportHints, SourceEvent
from eventkit.domain.text import one_line
from eventkit.formats.schedule import meanings, values
from eventkit.formats.schedule.gathering import Found, Gathering, gather, title_of
from eventkit.formats.schedule.kinds import Files, ImportFormat, Progress, silent
from eventkit.formats.schedule.parsing import first_element, only, parse_xml, xml_root

_EVERYWHERE = frozenset({"all", "all rooms", "plenary"})


def _sniff(files: Files) -> bool:
    return xml_root(files) == "schedule" and first_element(only(files), "conference", "event", "entry") == "entry"


def _read(files: Files, hints: ImportHints, *, progress: Progress = silent) -> ImportBatch:
    root, report = parse_xml(files)
    listed = list(_entries(root))
    gathering = gather(
        "europython-xml",
        hints,
        [start for _, _, start in listed],
        zone=root.get("time_zone_name") or root.findtext("time_zone_name") or "",
        progress=progress,
        report=report,
    )
    misplaced = sum(1 for _ in root.iter("entry")) - len(listed)
    if misplaced:
        gathering.skip("entry", "misplaced", count=str(misplaced))
    for entry, day, start in listed:
        gathering.add(_found(gathering, entry, day, start))
    gathering.counted["rooms"] = len({one_line(_text(entry, "room")) for entry, *_ in listed} - {""})
    title = title_of(root.findtext("title") or "", hints, "EuroPython")
    return gathering.batch(SourceEvent(key=title, title=title, zone=gathering.zone), days=len(root.findall("day")))


def _entries(root: Element) -> Iterator[tuple[Element, date | None, datetime | None]]:
    for day in root.iterfind("day"):
        of_day = values.day(day.get("date"))
        for entry in day.iterfind("entry"):
            at = values.clock(_text(entry, "start"))
            yield entry, of_day, None if of_day is None or at is None else values.at_clock(of_day, at)


def _found(gathering: Gathering, entry: Element, day: date | None, start: datetime | None) -> Found:
    title, number = _text(entry, "title"), entry.get("id") or ""
    place = one_line(title) or f"entry {number or '?'}"
    rooms = [name.strip() for room in entry.iterfind("room") for name in (room.text or "").split(",")]
    everywhere = any(room.lower() in _EVERYWHERE for room in rooms)
    return Found(
        key=number or f"{title}/{start}",
        title=title,
        place=place,
        start=start,
        length=_text(entry, "duration"),
        day=day,
        abstract=_text(entry, "abstract"),
        description=_text(entry, "description"),
        language=_text(entry, "language"),
        kind=meanings.kind(_text(entry, "type") or _text(entry, "category")),
        all_rooms=everywhere,
        room_keys=() if everywhere else tuple([gathering.room(room) for room in rooms]),
        track_key=gathering.track(_text(entry, "category")),
        person_keys=tuple([_person(gathering, speaker) for speaker in entry.iterfind("speakers/speaker")]),
        url=_text(entry, "url"),
        number=number,
    )


def _person(gathering: Gathering, speaker: Element) -> str:
    """A speaker; `profile` is an address, or words about them."""
    number, profile = speaker.get("id") or "", _text(speaker, "profile")
    name = _text(speaker, "name") or "".join(speaker.itertext())
    address = values.address(profile)
    return gathering.person(
        name,
        f"id:{number}" if number else "",
        bio="" if address else profile,
        links=gathering.link(one_line(name), address, kind="web") if address else (),
    )


def _text(element: Element, tag: str) -> str:
    found = element.find(tag)
    return "" if found is None else "".join(found.itertext())


EUROPYTHON = ImportFormat(
    id="europython-xml", title="EuroPython's older schedule.xml", suffixes=(".xml",), sniff=_sniff, read=_read
)
