"""The older EuroPython XML: days with entries, a start of four digits, rooms as a list."""

from collections.abc import Iterator
from datetime import date, datetime
from xml.etree.ElementTree import Element

from eventkit.domain.imports import ImportBatch, ImportHints, SourceEvent
from eventkit.domain.text import one_line
from eventkit.formats.schedule import values
from eventkit.formats.schedule.gathering import Found, Gathering
from eventkit.formats.schedule.kinds import Files, ImportFormat, Progress
from eventkit.formats.schedule.parsing import only, parse_xml, xml_root
from eventkit.formats.schedule.zones import choose_zone

_EVERYWHERE = frozenset({"all", "all rooms", "plenary"})


def _sniff(files: Files) -> bool:
    return xml_root(files) == "schedule" and b"<entry" in only(files)


def _read(files: Files, hints: ImportHints, *, progress: Progress) -> ImportBatch:
    root = parse_xml(files)
    listed = list(_entries(root))
    starts = [start for _, _, start in listed]
    zone, decided = choose_zone(root.get("time_zone_name"), hints, starts)
    gathering = Gathering("europython-xml", zone, progress, total=len(listed))
    gathering.notes += decided
    for entry, day, start in listed:
        gathering.add(_found(gathering, entry, day, start))
    title = one_line(root.findtext("title") or "") or one_line(hints.name) or "EuroPython"
    return gathering.batch(SourceEvent(key=title, title=title, zone=zone), days=len(root.findall("day")))


def _entries(root: Element) -> Iterator[tuple[Element, date | None, datetime | None]]:
    for day in root.findall("day"):
        of_day = values.day(day.get("date"))
        for entry in day.findall("entry"):
            at = values.clock(entry.findtext("start") or "")
            yield entry, of_day, None if of_day is None or at is None else values.at_clock(of_day, at, 0)


def _found(gathering: Gathering, entry: Element, day: date | None, start: datetime | None) -> Found:
    title, number = entry.findtext("title") or "", entry.get("id") or ""
    place = one_line(title) or f"entry {number or '?'}"
    if start is None:
        gathering.note(place, "time_missing")
    rooms = [room.strip() for room in (entry.findtext("room") or "").split(",")]
    everywhere = any(room.lower() in _EVERYWHERE for room in rooms)
    kind = values.kind(entry.findtext("type") or entry.findtext("category") or "")
    return Found(
        key=number or f"{title}/{start}",
        title=title,
        place=place,
        start=start,
        length=entry.findtext("duration") or "",
        day=day,
        abstract=entry.findtext("abstract") or "",
        description=entry.findtext("description") or "",
        language=entry.findtext("language") or "",
        kind=kind,
        all_rooms=everywhere,
        room_keys=() if everywhere else tuple(gathering.room(room) for room in rooms),
        track_key=gathering.track(entry.findtext("category") or ""),
        person_keys=tuple(_person(gathering, speaker) for speaker in entry.findall("speakers/speaker")),
        url=entry.findtext("url") or "",
        number=number,
    )


def _person(gathering: Gathering, speaker: Element) -> str:
    number = speaker.get("id") or ""
    name = speaker.findtext("name") or "".join(speaker.itertext())
    return gathering.person(name, f"id:{number}" if number else "", bio=speaker.findtext("profile") or "")


EUROPYTHON = ImportFormat(
    id="europython-xml", title="EuroPython's older schedule.xml", suffixes=(".xml",), sniff=_sniff, read=_read
)
