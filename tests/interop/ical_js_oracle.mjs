// What ical.js reads in calendar files; prints what libical_oracle.c prints, errors and restrictions as "-".
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

for (const name of process.argv.slice(2)) {
  const root = new ICAL.Component(ICAL.parse(readFileSync(name, "utf8")));
  ICAL.TimezoneService.reset();
  for (const zone of root.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(zone);
  }
  const out = [`FILE\t${name}\t-\t-`];
  for (const component of root.getAllSubcomponents("vevent")) {
    const times = ["dtstart", "dtend"].map((property) => {
      const told = component.getFirstProperty(property);
      if (told === null) return "-";
      const time = told.getFirstValue();
      const zone = told.getParameter("tzid") ?? "UTC";
      if (time.zone.tzid !== zone) throw new Error(`${name}: ${zone} read as ${time.zone.tzid}`);
      return time.toUnixTime();
    });
    out.push([component.getFirstPropertyValue("uid"), ...times].join("\t"));
  }
  console.log(out.join("\n"));
}
