"""Our own reading of calendar bytes for tests, and what the clients that don't run here would trip over."""

import re
from dataclasses import dataclass

CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
LINE = re.compile(r'(?P<name>[A-Z0-9-]+)(?P<params>(?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*):(?P<value>.*)', re.DOTALL)
PARAM = re.compile(r';([A-Z-]+)=(?:"([^"]*)"|([^";:,]*))')


@dataclass(frozen=True, slots=True)
class Line:
    """An unfolded content line; `path` names the components around it."""

    path: tuple[str, ...]
    name: str
    params: dict[str, str]
    value: str


def byte_faults(data: bytes) -> list[str]:
    """What RFC 5545 forbids the bytes of a calendar."""
    faults = []
    if not data.startswith(b"BEGIN:VCALENDAR\r\n") or not data.endswith(b"\r\nEND:VCALENDAR\r\n"):
        faults.append("frame")
    if data.replace(b"\r\n", b"").translate(None, b"\r\n") != data.replace(b"\r\n", b""):
        faults.append("line ends")
    for line in data.split(b"\r\n"):
        if len(line) > 75:
            faults.append(f"long: {line!r}")
        if CONTROL.search(line.decode("utf-8").removeprefix(" ")):
            faults.append(f"control: {line!r}")
    return faults


def lines(data: bytes) -> list[Line]:
    """The content lines, unfolded; raises AssertionError for what is no calendar."""
    path: list[str] = []
    found = []
    for text in data.decode("utf-8").replace("\r\n ", "").removesuffix("\r\n").split("\r\n"):
        match = LINE.fullmatch(text)
        assert match is not None, text
        params = {name: quoted or plain for name, quoted, plain in PARAM.findall(match["params"])}
        if match["name"] == "END":
            assert path.pop() == match["value"]
            continue
        if match["name"] == "BEGIN":
            path.append(match["value"])
        found.append(Line(tuple(path), match["name"], params, match["value"]))
    assert path == []
    return found


def unescaped(value: str) -> str:
    """A TEXT value as it was meant."""
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], value, flags=re.DOTALL)


def components(data: bytes, name: str) -> list[dict[str, Line]]:
    """The properties of each component of a name, the last line of each property."""
    found: list[dict[str, Line]] = []
    for line in lines(data):
        if line.path[-1] != name:
            continue
        if line.name == "BEGIN":
            found.append({})
        else:
            found[-1][line.name] = line
    return found


def client_faults(data: bytes) -> list[str]:
    """What Outlook, Google and Apple are known to read wrong."""
    told = lines(data)
    events = components(data, "VEVENT")
    faults = [
        f"{line.name} in {line.path[-1]}" for line in told if line.name in {"RDATE", "COMMENT", "METHOD", "ATTENDEE"}
    ]
    faults += _zone_faults(told)
    if len(events) == 1 and {"NAME", "X-WR-CALNAME"} & {line.name for line in told if len(line.path) == 1}:
        faults.append("Outlook: a name makes a calendar of a single entry")
    for event in events:
        faults += _event_faults(event)
    uids = [event["UID"].value for event in events if "UID" in event]
    if len(uids) != len(set(uids)):
        faults.append("one UID twice")
    return faults


def _zone_faults(told: list[Line]) -> list[str]:
    known = [line.value for line in told if line.path[-1] == "VTIMEZONE" and line.name == "TZID"]
    used = {line.params["TZID"] for line in told if "TZID" in line.params}
    faults = [f"no VTIMEZONE for {zone}" for zone in sorted(used - set(known))]
    if len(known) != len(set(known)):
        faults.append("one VTIMEZONE twice")
    positions = [position for position, line in enumerate(told) if line.path[-1] == "VEVENT"]
    zones = [position for position, line in enumerate(told) if "VTIMEZONE" in line.path]
    if positions and zones and max(zones) > min(positions):
        faults.append("zones come after entries")
    return faults


def _event_faults(event: dict[str, Line]) -> list[str]:
    wanted = ("UID", "DTSTAMP", "LAST-MODIFIED", "CREATED", "SEQUENCE", "DTSTART", "SUMMARY", "STATUS", "TRANSP")
    faults = [f"no {name}" for name in wanted if name not in event]
    times = [event[name] for name in ("DTSTART", "DTEND") if name in event]
    if any("TZID" not in time.params and not time.value.endswith("Z") for time in times):
        faults.append("Google: floating time")
    if "DTEND" in event and event["DTEND"].value <= event["DTSTART"].value:
        faults.append("an end that is not later")
    if "\\n" in event["SUMMARY"].value or "\\n" in event.get("LOCATION", event["UID"]).value:
        faults.append("a title or place of several lines")
    apple = event.get("X-APPLE-STRUCTURED-LOCATION")
    if apple and apple.params["X-TITLE"].replace("^'", '"').replace("^^", "^") != unescaped(event["LOCATION"].value):
        faults.append("Apple: X-TITLE is not LOCATION")
    return faults
