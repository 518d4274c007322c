"""schedule.xml: Pentabarf's format with the dialects of frab, pretalx, wafer, OSEM and their kin."""

from collections.abc import Iterator
from datetime import date, datetime
from xml.etree.ElementTree import Element

from eventkit.domain.imports import ImportBatch, ImportHints, SourceEvent
from eventkit.domain.programme import Attachment
from eventkit.domain.text import one_line
from eventkit.formats.schedule import values
from eventkit.formats.schedule.gathering import Found, Gathering
from eventkit.formats.schedule.kinds import Files, ImportFormat, Progress
from eventkit.formats.schedule.parsing import parse_xml, xml_root
from eventkit.formats.schedule.zones import choose_zone

_Item = tuple[date | None, str, Element]


def _sniff(files: Files) -> bool:
    return xml_root(files) == "schedule" and b"<conference" in next(iter(files.values()))


def _read(files: Files, hints: ImportHints, *, progress: Progress) -> ImportBatch:
    root = parse_xml(files)
    conference = root.find("conference")
    about = {child.tag: one_line("".join(child.itertext())) for child in (conference if conference is not None else ())}
    change = values.clock(about.get("day_change", "")) or 0
    items = list(_items(root))
    starts = [_start(day, {child.tag: child for child in event}, change) for day, _, event in items]
    zone, decided = choose_zone(about.get("time_zone_name"), hints, starts)
    gathering = Gathering("frab-xml", zone, progress, total=len(items), day_change=change)
    gathering.notes += decided
    for track in root.iter("track"):
        if track.get("name") or track.get("slug"):
            gathering.track(track.get("name") or "".join(track.itertext()), color=track.get("color") or "")
    for (day, room, event), start in zip(items, starts, strict=True):
        gathering.add(_found(gathering, day, room, event, start))
    title = about.get("title") or hints.name
    return gathering.batch(
        SourceEvent(
            key=about.get("acronym") or title,
            title=title,
            subtitle=about.get("subtitle", ""),
            zone=zone,
            url=values.address(about.get("url") or about.get("base_url") or ""),
            venue=about.get("venue", ""),
            city=about.get("city", ""),
            day_change=change,
        ),
        days=len(root.findall("day")),
    )


def _items(root: Element) -> Iterator[_Item]:
    """Each event with the day and the room that hold it; a room may be missing."""
    for day in root.findall("day"):
        of_day = values.day(day.get("date"))
        for room in day.findall("room"):
            for event in room.findall("event"):
                yield of_day, room.get("name") or "", event
        for event in day.findall("event"):
            yield of_day, "", event


def _start(day: date | None, parts: dict[str, Element], change: int) -> datetime | None:
    """The instant of `date`; in older files the day and the clock time `start`."""
    stated = values.instant(_text(parts, "date"))
    if stated is not None:
        return stated
    at = values.clock(_text(parts, "start"))
    return None if day is None or at is None else values.at_clock(day, at, change)


def _found(gathering: Gathering, day: date | None, room: str, event: Element, start: datetime | None) -> Found:
    parts = {child.tag: child for child in event}
    number = event.get("id") or ""
    title = _text(parts, "title")
    place = one_line(title) or f"event {number or '?'}"
    if start is None:
        gathering.note(place, "time_missing")
    return Found(
        key=event.get("guid") or number or event.get("code") or _text(parts, "slug"),
        title=title,
        place=place,
        start=start,
        length=_text(parts, "duration"),
        day=day,
        subtitle=_text(parts, "subtitle"),
        abstract=_text(parts, "abstract"),
        description=_text(parts, "description"),
        language=_text(parts, "language"),
        kind=values.kind(_text(parts, "type")),
        state=values.state(_text(parts, "status") or _text(parts, "state") or event.get("status") or ""),
        room_keys=(gathering.room(_text(parts, "room") or room),),
        track_key=gathering.track(_text(parts, "track")),
        person_keys=tuple(_person(gathering, person) for person in _children(parts, "persons", "person")),
        url=_text(parts, "url"),
        uuid=event.get("guid") or "",
        number=number,
        code=event.get("code") or "",
        links=tuple(
            link
            for child in _children(parts, "links", "link")
            for link in gathering.link(
                place,
                child.get("href") or "".join(child.itertext()),
                "".join(child.itertext()),
                child.get("type") or "",
            )
        ),
        attachments=tuple(
            Attachment(title="".join(child.itertext()).strip() or link.url, url=link.url, mime="")
            for child in _children(parts, "attachments", "attachment")
            for link in gathering.link(place, child.get("href") or "")
        ),
    )


def _person(gathering: Gathering, person: Element) -> str:
    number, guid = person.get("id") or "", person.get("guid") or ""
    key = f"id:{number}" if number else f"guid:{guid}" if guid else ""
    return gathering.person("".join(person.itertext()), key, uuid=guid)


def _children(parts: dict[str, Element], group: str, tag: str) -> list[Element]:
    found = parts.get(group)
    return [] if found is None else found.findall(tag)


def _text(parts: dict[str, Element], tag: str) -> str:
    found = parts.get(tag)
    return "" if found is None else found.text or ""


FRAB_XML = ImportFormat(
    id="frab-xml", title="schedule.xml (frab, pretalx, Pentabarf)", suffixes=(".xml",), sniff=_sniff, read=_read
)
