"""schedule.xml: Pentabarf's format with the dialects of frab, pretalx, wafer, OSEM and their kin."""

from collections.abc import Iterator
from datetime import date, datetime
from xml.etree.ElementTree import Element

from eventkit.domain.imports import ImportBatch, ImportHints, SourceEvent
from eventkit.domain.text import one_line
from eventkit.formats.schedule import meanings, values
from eventkit.formats.schedule.gathering import Found, Gathering, attachment, gather, person_key, title_of
from eventkit.formats.schedule.kinds import Files, ImportFormat, Progress, silent
from eventkit.formats.schedule.parsing import first_element, only, parse_xml, xml_root

_Parts = dict[str, Element]
_Item = tuple[date | None, str, Element, _Parts, datetime | None]


def _sniff(files: Files) -> bool:
    found = first_element(only(files), "conference", "event", "entry") if xml_root(files) == "schedule" else ""
    return found in ("conference", "event")


def _read(files: Files, hints: ImportHints, *, progress: Progress = silent) -> ImportBatch:
    root, report = parse_xml(files)
    about = {child.tag: one_line("".join(child.itertext())) for child in root.iterfind("conference/*")}
    change = values.clock(about.get("day_change", "")) or 0
    change = change if change < 1440 else 0
    items = list(_items(root, change))
    gathering = gather(
        "frab-xml",
        hints,
        [start for *_, start in items],
        zone=about.get("time_zone_name") or about.get("timezone", ""),
        progress=progress,
        report=report,
        day_change=change,
    )
    misplaced = sum(1 for _ in root.iter("event")) - len(items)
    if misplaced:
        gathering.skip("event", "misplaced", count=str(misplaced))
    _list_rooms_and_tracks(gathering, root)
    for day, room, event, parts, start in items:
        gathering.add(_found(gathering, day, room, event, parts, start))
    title = title_of(about.get("title", ""), hints, "schedule")
    start, end = values.span(gathering.zone, about.get("start", ""), about.get("end", ""))
    return gathering.batch(
        SourceEvent(
            key=about.get("acronym") or title,
            title=title,
            subtitle=about.get("subtitle", ""),
            zone=gathering.zone,
            url=gathering.address("conference", about.get("url") or about.get("base_url") or ""),
            venue=about.get("venue", ""),
            city=about.get("city", ""),
            start=start,
            end=end,
            day_change=change,
        ),
        days=len(root.findall("day")),
    )


def _items(root: Element, change: int) -> Iterator[_Item]:
    """Each event with the day and the room that hold it; a room may be missing."""
    for day in root.iterfind("day"):
        of_day = values.day(day.get("date"))
        morning = change or values.day_end(of_day, day.get("end") or "")
        for room, event in _held(day):
            parts = _parts(event)
            yield of_day, room, event, parts, _start(of_day, parts, morning)


def _held(day: Element) -> Iterator[tuple[str, Element]]:
    for room in day.iterfind("room"):
        for event in room.iterfind("event"):
            yield room.get("name") or "", event
    for event in day.iterfind("event"):
        yield "", event


def _parts(event: Element) -> _Parts:
    """An event's elements by name, the first of each."""
    return {part.tag: part for part in reversed(event)}


def _start(day: date | None, parts: _Parts, change: int) -> datetime | None:
    """The instant of `date`; in older files the day and the clock time `start`."""
    stated = _text(parts, "date")
    found = values.instant(stated)
    if found is not None:
        return found
    at = values.clock(_text(parts, "start"))
    of_day = day or values.day(stated)
    return None if of_day is None or at is None else values.at_clock(of_day, at, change)


def _list_rooms_and_tracks(gathering: Gathering, root: Element) -> None:
    for room in root.iterfind("day/room"):
        gathering.room(
            room.get("name") or "", capacity=room.get("capacity") or room.get("size") or "", uuid=room.get("guid") or ""
        )
    for path in ("conference/track", "conference/tracks/track", "tracks/track"):
        for track in root.iterfind(path):
            gathering.track(track.get("name") or _words(track), color=track.get("color") or "")


def _found(
    gathering: Gathering, day: date | None, room: str, event: Element, parts: _Parts, start: datetime | None
) -> Found:
    number, guid = event.get("id") or "", event.get("guid") or ""
    title, code = _text(parts, "title"), event.get("code") or ""
    place = one_line(title) or f"event {number or guid or '?'}"
    links = [
        link
        for child in _members(event, parts, "links", "link")
        for words in (_words(child),)
        for link in gathering.link(place, child.get("href") or words, words, child.get("type") or "")
    ]
    return Found(
        key=guid or number or code or _text(parts, "slug"),
        title=title,
        place=place,
        start=start,
        length=_text(parts, "duration"),
        day=day,
        subtitle=_text(parts, "subtitle"),
        abstract=_text(parts, "abstract"),
        description=_text(parts, "description"),
        language=_text(parts, "language"),
        kind=meanings.kind(_text(parts, "type")),
        state=_text(parts, "status") or _text(parts, "state") or event.get("status") or "",
        room_keys=(gathering.room(_text(parts, "room") or room),),
        track_key=gathering.track(_text(parts, "track")),
        person_keys=tuple([_person(gathering, person) for person in _members(event, parts, "persons", "person")]),
        url=_text(parts, "url"),
        uuid=guid,
        number=number,
        code=code,
        links=tuple(links),
        attachments=tuple(
            [
                attachment(link, _words(child), child.get("type") or "")
                for child in _members(event, parts, "attachments", "attachment")
                for link in gathering.link(place, child.get("href") or "")
            ]
        ),
    )


def _person(gathering: Gathering, person: Element) -> str:
    guid = person.get("guid") or ""
    name = person.findtext("name") if len(person) else person.text
    return gathering.person(
        name or person.get("name") or _words(person),
        person_key(person.get("id") or "", guid, person.get("code") or ""),
        uuid=guid,
        bio=person.findtext("biography", "") if len(person) else "",
        email=person.get("email") or "",
    )


def _text(parts: _Parts, tag: str) -> str:
    found = parts.get(tag)
    return "" if found is None else _words(found)


def _words(element: Element) -> str:
    return "".join(element.itertext()) if len(element) else element.text or ""


def _members(event: Element, parts: _Parts, group: str, tag: str) -> list[Element]:
    """The members of an event's group, even where the group comes in parts."""
    if group not in parts:
        return []
    groups = [parts[group]] if len(parts) == len(event) else event.findall(group)
    return [member for found in groups for member in found if member.tag == tag]


FRAB_XML = ImportFormat(
    id="frab-xml", title="schedule.xml (frab, pretalx, Pentabarf)", suffixes=(".xml",), sniff=_sniff, read=_read
)
