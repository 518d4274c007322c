<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>AccessFacts</name>
    <message>
        <source>Accessibility</source>
        <translation>Barrierefreiheit</translation>
    </message>
    <message>
        <source>{fact}, note</source>
        <translation>{fact}, Anmerkung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anmerkung</translation>
    </message>
</context>
<context>
    <name>AccessWords</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>partly</source>
        <translation>teilweise</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Step-free transport after the end</source>
        <translation>Stufenloser Nahverkehr nach dem Ende</translation>
    </message>
    <message>
        <source>Parking for disabled visitors</source>
        <translation>Behindertenparkplatz</translation>
    </message>
    <message>
        <source>Place to be dropped off</source>
        <translation>Platz zum Aussteigen</translation>
    </message>
    <message>
        <source>Step-free entrance</source>
        <translation>Eingang ohne Stufen</translation>
    </message>
    <message>
        <source>Ramp</source>
        <translation>Rampe</translation>
    </message>
    <message>
        <source>Wide doors</source>
        <translation>Breite Türen</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Aufzug</translation>
    </message>
    <message>
        <source>Signs, also to touch</source>
        <translation>Schilder, auch zum Tasten</translation>
    </message>
    <message>
        <source>Aisles of 2.5 m</source>
        <translation>Gänge von 2,5 m</translation>
    </message>
    <message>
        <source>Even floor</source>
        <translation>Ebener Boden</translation>
    </message>
    <message>
        <source>Reserved seats</source>
        <translation>Freigehaltene Plätze</translation>
    </message>
    <message>
        <source>Accessible toilet</source>
        <translation>Barrierefreie Toilette</translation>
    </message>
    <message>
        <source>Toilet for all genders</source>
        <translation>Toilette für alle Geschlechter</translation>
    </message>
    <message>
        <source>Changing table</source>
        <translation>Wickeltisch</translation>
    </message>
    <message>
        <source>Nursing room</source>
        <translation>Stillraum</translation>
    </message>
    <message>
        <source>Quiet room</source>
        <translation>Ruheraum</translation>
    </message>
    <message>
        <source>Hearing loop</source>
        <translation>Höranlage</translation>
    </message>
    <message>
        <source>Captions possible</source>
        <translation>Untertitel möglich</translation>
    </message>
    <message>
        <source>Calm light, no strobe</source>
        <translation>Ruhiges Licht, kein Blitzlicht</translation>
    </message>
    <message>
        <source>Free of scents and allergens</source>
        <translation>Frei von Düften und Allergenen</translation>
    </message>
    <message>
        <source>Place for service animals</source>
        <translation>Platz für Assistenztiere</translation>
    </message>
</context>
<context>
    <name>AddPerson</name>
    <message>
        <source>Add a person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>A person needs a name.</source>
        <translation>Eine Person braucht einen Namen.</translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ClockWindow</name>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Next: {start} {title}</source>
        <translation>Als Nächstes: {start} {title}</translation>
    </message>
</context>
<context>
    <name>ColorField</name>
    <message>
        <source>contrast {ratio}</source>
        <translation>Kontrast {ratio}</translation>
    </message>
    <message>
        <source>contrast {ratio}, hard to read</source>
        <translation>Kontrast {ratio}, schwer zu lesen</translation>
    </message>
</context>
<context>
    <name>ConsentRow</name>
    <message>
        <source>since 2027-01-31</source>
        <translation>seit 2027-01-31</translation>
    </message>
    <message>
        <source>written down in</source>
        <translation>festgehalten in</translation>
    </message>
    <message>
        <source>Write the day as 2027-01-31.</source>
        <translation>Schreib den Tag als 2027-01-31.</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>dddd d MMMM yyyy</source>
        <translation>dddd, d. MMMM yyyy</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation>ddd, d. MMM</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <translation>ddd, d. MMM yyyy</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
</context>
<context>
    <name>DayGrid</name>
    <message>
        <source>Timetable</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Arrow keys go from session to session. Alt with arrows moves a session, Alt and Shift with up or down changes its length, Enter opens it, L locks it, F8 goes to the next clash, Delete takes it off the schedule. Ctrl with plus or minus zooms.</source>
        <translation>Pfeiltasten gehen von Punkt zu Punkt. Alt mit Pfeilen verschiebt einen Punkt, Alt und Umschalt mit auf oder ab ändert seine Dauer, Eingabe öffnet ihn, L setzt ihn fest, F8 geht zur nächsten Überschneidung, Entf nimmt ihn aus dem Zeitplan. Strg mit Plus oder Minus ändert die Größe.</translation>
    </message>
    <message>
        <source>No room yet</source>
        <translation>Noch kein Raum</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s)</source>
        <translation>
            <numerusform>%n Platz</numerusform>
            <numerusform>%n Plätze</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditCue</name>
    <message>
        <source>Add a line</source>
        <translation>Zeile hinzufügen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Length in minutes</source>
        <translation>Dauer in Minuten</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>Stichwort</translation>
    </message>
    <message>
        <source>What is said, pressed or handed over.</source>
        <translation>Was gesagt, gedrückt oder übergeben wird.</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Say what happens.</source>
        <translation>Sagen, was geschieht.</translation>
    </message>
    <message>
        <source>Write a time like 18:30.</source>
        <translation>Eine Zeit wie 18:30 schreiben.</translation>
    </message>
    <message>
        <source>Write minutes as a number, for example 10, or leave it empty.</source>
        <translation>Minuten als Zahl schreiben, zum Beispiel 10, oder leer lassen.</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>überall</translation>
    </message>
</context>
<context>
    <name>EditGuest</name>
    <message>
        <source>Here for the first time</source>
        <translation>Zum ersten Mal da</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Pronouns</source>
        <translation>Pronomen</translation>
    </message>
    <message>
        <source>Affiliation</source>
        <translation>Zugehörigkeit</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>To know people again; it is on no print.</source>
        <translation>Um Leute wiederzuerkennen; sie steht auf keinem Druck.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>For you alone; it is on no print.</source>
        <translation>Nur für dich; sie steht auf keinem Druck.</translation>
    </message>
    <message>
        <source>A guest needs a name.</source>
        <translation>Ein Gast braucht einen Namen.</translation>
    </message>
</context>
<context>
    <name>EditGuests</name>
    <message>
        <source>Keep</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>What you leave alone stays as it is.</source>
        <translation>Was du nicht anfasst, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>wie es ist</translation>
    </message>
    <message>
        <source>Affiliation</source>
        <translation>Zugehörigkeit</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Here for the first time</source>
        <translation>Zum ersten Mal da</translation>
    </message>
</context>
<context>
    <name>Errands</name>
    <message>
        <source>EventKit sample</source>
        <translation>EventKit-Beispiel</translation>
    </message>
    <message>
        <source>{title}, again</source>
        <translation>{title}, noch einmal</translation>
    </message>
    <message>
        <source>Open a kit first; then drop the schedule on it.</source>
        <translation>Öffne zuerst ein Kit und lege dann das Programm darauf ab.</translation>
    </message>
    <message>
        <source>Restored kit</source>
        <translation>Wiederhergestelltes Kit</translation>
    </message>
</context>
<context>
    <name>EventFacts</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>Untertitel</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Plain Markdown: **bold**, *slanted*, [a link](https://…), a line that begins with - lists.</source>
        <translation>Einfaches Markdown: **fett**, *kursiv*, [ein Link](https://…), eine Zeile mit - am Anfang ist eine Liste.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Public address</source>
        <translation>Öffentliche Adresse</translation>
    </message>
    <message>
        <source>Begins with https://</source>
        <translation>Beginnt mit https://</translation>
    </message>
    <message>
        <source>Where people register</source>
        <translation>Wo man sich anmeldet</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintritt</translation>
    </message>
    <message>
        <source>For example: free, with registration.</source>
        <translation>Zum Beispiel: frei, mit Anmeldung.</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Look of the prints</source>
        <translation>Aussehen der Drucke</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Kurzname</translation>
    </message>
    <message>
        <source>Folders and the command line call the event so.</source>
        <translation>So heißt die Veranstaltung in Ordnern und auf der Kommandozeile.</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Announced</source>
        <translation>Angekündigt</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Vorbei</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgesagt</translation>
    </message>
    <message>
        <source>Postponed</source>
        <translation>Verschoben</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Nicht angegeben</translation>
    </message>
    <message>
        <source>Garden</source>
        <translation>Garten</translation>
    </message>
    <message>
        <source>Indigo</source>
        <translation>Indigo</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Wie üblich</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>Keine Gruppe</translation>
    </message>
    <message>
        <source>An address begins with https://, for example https://example.org/camp.</source>
        <translation>Eine Adresse beginnt mit https://, zum Beispiel https://example.org/camp.</translation>
    </message>
</context>
<context>
    <name>EventPage</name>
    <message>
        <source>Back to all events</source>
        <translation>Zurück zu allen Veranstaltungen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Veranstaltungen</translation>
    </message>
    <message>
        <source>Parts of the event</source>
        <translation>Teile der Veranstaltung</translation>
    </message>
</context>
<context>
    <name>EventWords</name>
    <message>
        <source>no date yet</source>
        <translation>noch kein Datum</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgesagt</translation>
    </message>
    <message>
        <source>postponed</source>
        <translation>verschoben</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message numerus="yes">
        <source>day(s) to go</source>
        <translation>
            <numerusform>Tag noch</numerusform>
            <numerusform>Tage noch</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventsPage</name>
    <message>
        <source>Events</source>
        <translation>Veranstaltungen</translation>
    </message>
    <message>
        <source>Import a schedule …</source>
        <translation>Programm einlesen …</translation>
    </message>
    <message>
        <source>New event …</source>
        <translation>Neue Veranstaltung …</translation>
    </message>
    <message>
        <source>Your meetups, camps and conferences stand here, the next one first.</source>
        <translation>Hier stehen eure Treffen, Camps und Konferenzen, die nächste zuerst.</translation>
    </message>
    <message>
        <source>Coming up</source>
        <translation>Demnächst</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Vorbei</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n Beitrag</numerusform>
            <numerusform>%n Beiträge</numerusform>
        </translation>
    </message>
    <message>
        <source>no sessions yet</source>
        <translation>noch keine Beiträge</translation>
    </message>
</context>
<context>
    <name>ExportCard</name>
    <message>
        <source>Pages of {title}</source>
        <translation>Seiten von {title}</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n Seite</numerusform>
            <numerusform>%n Seiten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>making pages …</source>
        <translation>Seiten entstehen …</translation>
    </message>
    <message>
        <source>Calendar of all sessions</source>
        <translation>Kalender aller Beiträge</translation>
    </message>
    <message>
        <source>Calendar entry</source>
        <translation>Kalendereintrag</translation>
    </message>
    <message>
        <source>event.ics: one entry to send to those who come.</source>
        <translation>event.ics: ein Eintrag zum Verschicken an alle, die kommen.</translation>
    </message>
    <message>
        <source>schedule.ics: each session with room and people, for phones.</source>
        <translation>schedule.ics: jeder Beitrag mit Raum und Leuten, fürs Telefon.</translation>
    </message>
    <message>
        <source>One page for the door, the shop window, the notice board.</source>
        <translation>Eine Seite für Tür, Schaufenster und Schwarzes Brett.</translation>
    </message>
    <message>
        <source>The whole programme, on as many pages as it takes.</source>
        <translation>Das ganze Programm, auf so vielen Seiten wie nötig.</translation>
    </message>
    <message>
        <source>Four to a sheet with cut marks: speakers, crew, guests, and blank ones.</source>
        <translation>Vier auf einem Bogen mit Schnittmarken: Vortragende, Team, Gäste und leere.</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Language of the prints</source>
        <translation>Sprache der Drucksachen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Make the files</source>
        <translation>Dateien erstellen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Page {number} of {pages}</source>
        <translation>Seite {number} von {pages}</translation>
    </message>
    <message>
        <source>Making the files …</source>
        <translation>Dateien entstehen …</translation>
    </message>
    <message>
        <source>Making the files · {done} of {total}</source>
        <translation>Dateien entstehen · {done} von {total}</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n Seite</numerusform>
            <numerusform>%n Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} kB</source>
        <translation>{size} kB</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) made</source>
        <translation>
            <numerusform>%n Datei erstellt</numerusform>
            <numerusform>%n Dateien erstellt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n Hinweis</numerusform>
            <numerusform>%n Hinweise</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Open a kit</source>
        <translation>Kit öffnen</translation>
    </message>
    <message>
        <source>Kits (*.eventkit);;All files (*)</source>
        <translation>Kits (*.eventkit);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Where shall the kit lie?</source>
        <translation>Wo soll das Kit liegen?</translation>
    </message>
    <message>
        <source>Kits (*.eventkit)</source>
        <translation>Kits (*.eventkit)</translation>
    </message>
    <message>
        <source>Import a schedule</source>
        <translation>Programm einlesen</translation>
    </message>
    <message>
        <source>Schedules (*.xml *.json);;All files (*)</source>
        <translation>Programme (*.xml *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Take a list of guests</source>
        <translation>Gästeliste übernehmen</translation>
    </message>
    <message>
        <source>Lists (*.csv *.tsv *.txt);;All files (*)</source>
        <translation>Listen (*.csv *.tsv *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Ordner wählen</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>E&amp;vent</source>
        <translation>&amp;Veranstaltung</translation>
    </message>
</context>
<context>
    <name>GuestsModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Affiliation</source>
        <translation>Zugehörigkeit</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>First time</source>
        <translation>Erstes Mal</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Gekommen</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>first time</source>
        <translation>erstes Mal</translation>
    </message>
</context>
<context>
    <name>GuestsPage</name>
    <message>
        <source>Add a guest …</source>
        <translation>Gast hinzufügen …</translation>
    </message>
    <message>
        <source>From a file …</source>
        <translation>Aus einer Datei …</translation>
    </message>
    <message>
        <source>Paste a list …</source>
        <translation>Liste einfügen …</translation>
    </message>
    <message>
        <source>Guests stand here: for badges and for the door. Paste their names from a meeting platform, a ticket shop or a spreadsheet, or drop a file here.</source>
        <translation>Hier stehen die Gäste: für Namensschilder und für die Tür. Füge ihre Namen aus einer Meeting-Plattform, einem Ticketshop oder einer Tabelle ein, oder lege eine Datei hier ab.</translation>
    </message>
    <message>
        <source>No guest is as you asked for.</source>
        <translation>Kein Gast ist so, wie du suchst.</translation>
    </message>
    <message>
        <source>Find a guest …</source>
        <translation>Gast finden …</translation>
    </message>
    <message>
        <source>Find a guest</source>
        <translation>Gast finden</translation>
    </message>
    <message>
        <source>Which guests</source>
        <translation>Welche Gäste</translation>
    </message>
    <message>
        <source>All guests</source>
        <translation>Alle Gäste</translation>
    </message>
    <message>
        <source>Not here yet</source>
        <translation>Noch nicht da</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Da</translation>
    </message>
    <message>
        <source>Here for the first time</source>
        <translation>Zum ersten Mal da</translation>
    </message>
    <message>
        <source>No photos, or ask first</source>
        <translation>Keine Fotos, oder erst fragen</translation>
    </message>
    <message>
        <source>Is here</source>
        <translation>Ist da</translation>
    </message>
    <message>
        <source>Edit …</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete them now</source>
        <translation>Jetzt löschen</translation>
    </message>
    <message numerus="yes">
        <source>%n guest(s)</source>
        <translation>
            <numerusform>%n Gast</numerusform>
            <numerusform>%n Gäste</numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of {all} guests</source>
        <translation>{shown} von {all} Gästen</translation>
    </message>
    <message numerus="yes">
        <source>%n here</source>
        <translation>
            <numerusform>%n da</numerusform>
            <numerusform>%n da</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n for the first time</source>
        <translation>
            <numerusform>%n zum ersten Mal</numerusform>
            <numerusform>%n zum ersten Mal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n guest(s) should be gone by now: lists are kept for 30 days after an event.</source>
        <translation>
            <numerusform>%n Gast sollte schon gelöscht sein: Listen bleiben 30 Tage nach einer Veranstaltung.</numerusform>
            <numerusform>%n Gäste sollten schon gelöscht sein: Listen bleiben 30 Tage nach einer Veranstaltung.</numerusform>
        </translation>
    </message>
    <message>
        <source>The list is to be deleted 30 days after the event; it has no date yet.</source>
        <translation>Die Liste ist 30 Tage nach der Veranstaltung zu löschen; sie hat noch kein Datum.</translation>
    </message>
    <message>
        <source>The list is to be deleted on {day}, 30 days after the event.</source>
        <translation>Die Liste ist am {day} zu löschen, 30 Tage nach der Veranstaltung.</translation>
    </message>
    <message>
        <source>Is not here</source>
        <translation>Ist nicht da</translation>
    </message>
    <message>
        <source>Add a guest</source>
        <translation>Gast hinzufügen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>Edit %n guest(s)</source>
        <translation>
            <numerusform>%n Gast ändern</numerusform>
            <numerusform>%n Gäste ändern</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit a guest</source>
        <translation>Gast ändern</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Übernehmen</translation>
    </message>
</context>
<context>
    <name>GuestsTable</name>
    <message>
        <source>Guests</source>
        <translation>Gäste</translation>
    </message>
    <message>
        <source>Space says that somebody came, Enter opens, Delete deletes, Ctrl+C copies, Ctrl+V takes a list.</source>
        <translation>Die Leertaste sagt, dass jemand da ist, Enter öffnet, Entf löscht, Strg+C kopiert, Strg+V übernimmt eine Liste.</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Each change of this kit is listed here, and can be undone.</source>
        <translation>Hier steht jede Änderung an diesem Kit; jede lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Took back: {step}</source>
        <translation>Zurückgenommen: {step}</translation>
    </message>
    <message>
        <source>Did again: {step}</source>
        <translation>Wiederholt: {step}</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>zurückgenommen</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Import a schedule …</source>
        <translation>Programm einlesen …</translation>
    </message>
    <message>
        <source>New event …</source>
        <translation>Neue Veranstaltung …</translation>
    </message>
    <message>
        <source>No event is coming up.</source>
        <translation>Keine Veranstaltung steht bevor.</translation>
    </message>
    <message>
        <source>Clashes of coming events</source>
        <translation>Überschneidungen kommender Veranstaltungen</translation>
    </message>
    <message>
        <source>Changed lately</source>
        <translation>Zuletzt geändert</translation>
    </message>
    <message>
        <source>All of the history</source>
        <translation>Der ganze Verlauf</translation>
    </message>
    <message>
        <source>Begin with your first event: a title and a day are enough.</source>
        <translation>Beginne mit deiner ersten Veranstaltung: ein Titel und ein Tag genügen.</translation>
    </message>
    <message>
        <source>Nothing clashes in the events that come.</source>
        <translation>In den kommenden Veranstaltungen überschneidet sich nichts.</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Anzusehen</translation>
    </message>
    <message>
        <source>Good morning.</source>
        <translation>Guten Morgen.</translation>
    </message>
    <message>
        <source>Good afternoon.</source>
        <translation>Guten Tag.</translation>
    </message>
    <message>
        <source>Good evening.</source>
        <translation>Guten Abend.</translation>
    </message>
    <message numerus="yes">
        <source>%n clash(es) to look at.</source>
        <translation>
            <numerusform>%n Überschneidung ist anzusehen.</numerusform>
            <numerusform>%n Überschneidungen sind anzusehen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportSchedule</name>
    <message>
        <source>Import {name}</source>
        <translation>{name} einlesen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Einlesen</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Choose a time zone from the list, for example Europe/Lisbon.</source>
        <translation>Wähle eine Zeitzone aus der Liste, zum Beispiel Europe/Berlin.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>The file does not say in which time zone its times are. Where does the event take place?</source>
        <translation>Die Datei sagt nicht, in welcher Zeitzone ihre Zeiten sind. Wo findet die Veranstaltung statt?</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Reading … {done} of {total}</source>
        <translation>Wird gelesen … {done} von {total}</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>session(s)</source>
        <translation>
            <numerusform>Beitrag</numerusform>
            <numerusform>Beiträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>people</source>
        <translation>
            <numerusform>Person</numerusform>
            <numerusform>Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>room(s)</source>
        <translation>
            <numerusform>Raum</numerusform>
            <numerusform>Räume</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>track(s)</source>
        <translation>
            <numerusform>Track</numerusform>
            <numerusform>Tracks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>day(s)</source>
        <translation>
            <numerusform>Tag</numerusform>
            <numerusform>Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to know</source>
        <translation>
            <numerusform>%n Hinweis</numerusform>
            <numerusform>%n Hinweise</numerusform>
        </translation>
    </message>
    <message>
        <source>All of it can be taken as it stands.</source>
        <translation>Alles lässt sich so übernehmen, wie es da steht.</translation>
    </message>
    <message>
        <source>The kit has all of this already. Nothing would change.</source>
        <translation>All das ist schon im Kit. Es würde sich nichts ändern.</translation>
    </message>
    <message>
        <source>This goes into the event that is open. One Undo takes all of it back.</source>
        <translation>Das kommt in die geöffnete Veranstaltung. Einmal Rückgängig nimmt alles zurück.</translation>
    </message>
    <message>
        <source>This makes a new event in your kit. One Undo takes all of it back.</source>
        <translation>Daraus wird eine neue Veranstaltung in deinem Kit. Einmal Rückgängig nimmt alles zurück.</translation>
    </message>
    <message>
        <source>This updates an event of your kit: {created} new, {updated} changed, {unchanged} as they were.</source>
        <translation>Das aktualisiert eine Veranstaltung in deinem Kit: {created} neu, {updated} geändert, {unchanged} wie bisher.</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>Wird geschrieben …</translation>
    </message>
</context>
<context>
    <name>ItemLine</name>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Move {name} up</source>
        <translation>{name} nach oben</translation>
    </message>
    <message>
        <source>Move {name} down</source>
        <translation>{name} nach unten</translation>
    </message>
    <message>
        <source>Delete {name}</source>
        <translation>{name} löschen</translation>
    </message>
</context>
<context>
    <name>ManualPage</name>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
</context>
<context>
    <name>MarkdownField</name>
    <message>
        <source>{title}, as it is read</source>
        <translation>{title}, wie man es liest</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>New kit …</source>
        <translation>Neues Kit …</translation>
    </message>
    <message>
        <source>Open …</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Sample kit …</source>
        <translation>Beispiel-Kit …</translation>
    </message>
    <message>
        <source>Find or do …</source>
        <translation>Finden oder tun …</translation>
    </message>
    <message>
        <source>New event …</source>
        <translation>Neue Veranstaltung …</translation>
    </message>
    <message>
        <source>Import a schedule …</source>
        <translation>Programm einlesen …</translation>
    </message>
    <message>
        <source>Take a list of guests …</source>
        <translation>Gästeliste übernehmen …</translation>
    </message>
    <message>
        <source>Print and export …</source>
        <translation>Drucken und Ausgeben …</translation>
    </message>
    <message>
        <source>Restore a copy …</source>
        <translation>Kopie wiederherstellen …</translation>
    </message>
    <message>
        <source>Close the kit</source>
        <translation>Kit schließen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Programme as a grid</source>
        <translation>Programm als Raster</translation>
    </message>
    <message>
        <source>Programme as a list</source>
        <translation>Programm als Liste</translation>
    </message>
    <message>
        <source>Now: the day itself</source>
        <translation>Jetzt: der Tag selbst</translation>
    </message>
    <message>
        <source>Copy the event</source>
        <translation>Veranstaltung kopieren</translation>
    </message>
    <message>
        <source>Delete the event</source>
        <translation>Veranstaltung löschen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Whole day</source>
        <translation>Ganzer Tag</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Bequem</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>About EventKit</source>
        <translation>Über EventKit</translation>
    </message>
</context>
<context>
    <name>MergePeople</name>
    <message>
        <source>Are they one person?</source>
        <translation>Sind sie eine Person?</translation>
    </message>
    <message>
        <source>They are one person</source>
        <translation>Sie sind eine Person</translation>
    </message>
    <message>
        <source>Two records have one name. Merged, the first one takes over all that it does not know.</source>
        <translation>Zwei Einträge tragen einen Namen. Zusammengeführt übernimmt der erste alles, was er nicht weiß.</translation>
    </message>
    <message>
        <source>The other one first</source>
        <translation>Den anderen zuerst</translation>
    </message>
    <message>
        <source>They are two people</source>
        <translation>Es sind zwei Personen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>Bleibt</translation>
    </message>
    <message>
        <source>Goes into it</source>
        <translation>Geht darin auf</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) to look at</source>
        <translation>
            <numerusform>%n Paar anzusehen</numerusform>
            <numerusform>%n Paare anzusehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing else is known.</source>
        <translation>Sonst ist nichts bekannt.</translation>
    </message>
</context>
<context>
    <name>MomentsField</name>
    <message>
        <source>The date is known</source>
        <translation>Das Datum steht fest</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>{what}, day</source>
        <translation>{what}, Tag</translation>
    </message>
    <message>
        <source>{what}, time</source>
        <translation>{what}, Uhrzeit</translation>
    </message>
    <message>
        <source>These are times in {zone}; it is then {time} in {home}.</source>
        <translation>Das sind Zeiten in {zone}; dann ist es {time} Uhr in {home}.</translation>
    </message>
    <message>
        <source>It can’t end before it begins.</source>
        <translation>Das Ende kann nicht vor dem Beginn liegen.</translation>
    </message>
</context>
<context>
    <name>NewEvent</name>
    <message>
        <source>New event</source>
        <translation>Neue Veranstaltung</translation>
    </message>
    <message>
        <source>Make the event</source>
        <translation>Veranstaltung anlegen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>The name of the venue; leave it empty while you look for one.</source>
        <translation>Der Name des Ortes; lass ihn leer, solange ihr sucht.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>How is the event called?</source>
        <translation>Wie heißt die Veranstaltung?</translation>
    </message>
    <message>
        <source>Choose a time zone from the list, for example Europe/Lisbon.</source>
        <translation>Wähle eine Zeitzone aus der Liste, zum Beispiel Europe/Berlin.</translation>
    </message>
</context>
<context>
    <name>NewKit</name>
    <message>
        <source>New kit</source>
        <translation>Neues Kit</translation>
    </message>
    <message>
        <source>Make the kit</source>
        <translation>Kit anlegen</translation>
    </message>
    <message>
        <source>One file holds everything of your community. You can change all of this later.</source>
        <translation>Eine Datei enthält alles von eurer Community. Du kannst später alles ändern.</translation>
    </message>
    <message>
        <source>for example Harbour Town Makers</source>
        <translation>zum Beispiel Werkstatt Hafenstadt</translation>
    </message>
    <message>
        <source>Name of the community</source>
        <translation>Name der Community</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Stadt</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Choose where the kit lies</source>
        <translation>Wählen, wo das Kit liegt</translation>
    </message>
    <message>
        <source>Our community</source>
        <translation>Unsere Community</translation>
    </message>
    <message>
        <source>How is your community called?</source>
        <translation>Wie heißt eure Community?</translation>
    </message>
    <message>
        <source>Choose a time zone from the list, for example Europe/Lisbon.</source>
        <translation>Wähle eine Zeitzone aus der Liste, zum Beispiel Europe/Berlin.</translation>
    </message>
    <message>
        <source>File: {path}</source>
        <translation>Datei: {path}</translation>
    </message>
</context>
<context>
    <name>NowPanel</name>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Start the next</source>
        <translation>Nächstes beginnen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>{minutes} min more</source>
        <translation>{minutes} Min. mehr</translation>
    </message>
    <message>
        <source>Move the plan</source>
        <translation>Plan verschieben</translation>
    </message>
    <message>
        <source>Large clock</source>
        <translation>Große Uhr</translation>
    </message>
    <message>
        <source>Space starts the next, E extends, S stops, P moves the plan by what the day is behind, F shows the clock, Enter starts a line, Esc leaves.</source>
        <translation>Leertaste beginnt das Nächste, E verlängert, S beendet, P verschiebt den Plan um die Verspätung, F zeigt die Uhr, Eingabe beginnt eine Zeile, Esc geht hinaus.</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>Es läuft nichts</translation>
    </message>
    <message>
        <source>Nothing is left</source>
        <translation>Nichts steht mehr an</translation>
    </message>
    <message>
        <source>Next: {start} {title}</source>
        <translation>Als Nächstes: {start} {title}</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Whole numbers only, for example 40.</source>
        <translation>Nur ganze Zahlen, zum Beispiel 40.</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Copy the event</source>
        <translation>Veranstaltung kopieren</translation>
    </message>
    <message>
        <source>Delete the event</source>
        <translation>Veranstaltung löschen</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Tracks</translation>
    </message>
</context>
<context>
    <name>PeopleModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Affiliation</source>
        <translation>Zugehörigkeit</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>Last one</source>
        <translation>Zuletzt</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Add a person …</source>
        <translation>Person hinzufügen …</translation>
    </message>
    <message>
        <source>Find people by name, affiliation, words …</source>
        <translation>Personen finden: Name, Zugehörigkeit, Wörter …</translation>
    </message>
    <message>
        <source>Find people</source>
        <translation>Personen finden</translation>
    </message>
    <message>
        <source>Speakers, crew and hosts stand here, with what you know of them and all that they did.</source>
        <translation>Hier stehen Vortragende, Team und Gastgeber, mit dem, was du von ihnen weißt, und allem, was sie gemacht haben.</translation>
    </message>
    <message>
        <source>Nobody is as you asked for.</source>
        <translation>Niemand ist so, wie du suchst.</translation>
    </message>
    <message numerus="yes">
        <source>%n of one name …</source>
        <translation>
            <numerusform>%n gleichen Namens …</numerusform>
            <numerusform>%n gleichen Namens …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Look at %n people who have the name of another</source>
        <translation>
            <numerusform>%n Person ansehen, die wie eine andere heißt</numerusform>
            <numerusform>%n Personen ansehen, die wie andere heißen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleTable</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Enter goes to the form, Delete deletes, Ctrl+C copies.</source>
        <translation>Enter geht ins Formular, Entf löscht, Strg+C kopiert.</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Where they spoke and helped</source>
        <translation>Wo sie vorgetragen und geholfen haben</translation>
    </message>
    <message>
        <source>Photos may be shown</source>
        <translation>Fotos dürfen gezeigt werden</translation>
    </message>
    <message>
        <source>May be listed in public</source>
        <translation>Darf öffentlich genannt werden</translation>
    </message>
    <message>
        <source>May be written to</source>
        <translation>Darf angeschrieben werden</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name on the badge</source>
        <translation>Name auf dem Schild</translation>
    </message>
    <message>
        <source>Pronouns</source>
        <translation>Pronomen</translation>
    </message>
    <message>
        <source>Pronunciation</source>
        <translation>Aussprache</translation>
    </message>
    <message>
        <source>Affiliation</source>
        <translation>Zugehörigkeit</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>In one line</source>
        <translation>In einer Zeile</translation>
    </message>
    <message>
        <source>Biography</source>
        <translation>Biografie</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>One address a line.</source>
        <translation>Eine Adresse je Zeile.</translation>
    </message>
    <message>
        <source>For example: not after 20:00, only Saturday morning.</source>
        <translation>Zum Beispiel: nicht nach 20:00, nur Samstag vormittags.</translation>
    </message>
    <message>
        <source>When they can come</source>
        <translation>Wann sie kommen können</translation>
    </message>
    <message>
        <source>Private: on no print, in no export</source>
        <translation>Privat: auf keinem Druck, in keiner Ausgabe</translation>
    </message>
    <message>
        <source>Access needs</source>
        <translation>Bedarf an Barrierefreiheit</translation>
    </message>
    <message>
        <source>Sound and picture needs</source>
        <translation>Bedarf an Ton und Bild</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>Einwilligungen</translation>
    </message>
    <message>
        <source>Nowhere yet.</source>
        <translation>Noch nirgends.</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>“{line}” is no address: it begins with https://</source>
        <translation>„{line}“ ist keine Adresse: sie beginnt mit https://</translation>
    </message>
    <message>
        <source>Not understood, kept as a note: {text}</source>
        <translation>Nicht verstanden, als Notiz behalten: {text}</translation>
    </message>
    <message>
        <source>no time yet</source>
        <translation>noch keine Zeit</translation>
    </message>
</context>
<context>
    <name>Photos</name>
    <message>
        <source>ask first</source>
        <translation>erst fragen</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
</context>
<context>
    <name>ProgrammePage</name>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Import a schedule …</source>
        <translation>Programm einlesen …</translation>
    </message>
    <message>
        <source>Sessions stand here once they are in the programme. Bring them in from a file.</source>
        <translation>Hier stehen die Beiträge, sobald sie im Programm sind. Lies sie aus einer Datei ein.</translation>
    </message>
    <message>
        <source>Add a session</source>
        <translation>Punkt hinzufügen</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Programmpunkt</translation>
    </message>
    <message>
        <source>What can be done to the chosen sessions</source>
        <translation>Was mit den gewählten Punkten getan werden kann</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Fassungen</translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n Hinweis</numerusform>
            <numerusform>%n Hinweise</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no free gap on this day.</source>
        <translation>An diesem Tag ist keine Lücke frei.</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Whole day</source>
        <translation>Ganzer Tag</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
</context>
<context>
    <name>PushRest</name>
    <message>
        <source>Push the rest</source>
        <translation>Den Rest schieben</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>Schieben</translation>
    </message>
    <message>
        <source>From “{title}” on</source>
        <translation>Ab „{title}“</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Later by (less than 0 is earlier)</source>
        <translation>Später um (unter 0 ist früher)</translation>
    </message>
    <message>
        <source>What comes of it</source>
        <translation>Was daraus wird</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) move:</source>
        <translation>
            <numerusform>%n Punkt rückt:</numerusform>
            <numerusform>%n Punkte rücken:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Clashes: {before} now, {after} then</source>
        <translation>Überschneidungen: {before} jetzt, {after} danach</translation>
    </message>
</context>
<context>
    <name>RestoreCopy</name>
    <message>
        <source>Restore a copy</source>
        <translation>Kopie wiederherstellen</translation>
    </message>
    <message>
        <source>Restore …</source>
        <translation>Wiederherstellen …</translation>
    </message>
    <message>
        <source>A restored copy becomes a file of its own. The kit you have stays as it is.</source>
        <translation>Eine wiederhergestellte Kopie wird eine eigene Datei. Dein jetziges Kit bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>There is no copy yet. One is kept on the first opening of a day and before each import.</source>
        <translation>Es gibt noch keine Kopie. Eine entsteht beim ersten Öffnen am Tag und vor jedem Einlesen.</translation>
    </message>
    <message>
        <source>first opening of the day</source>
        <translation>erstes Öffnen am Tag</translation>
    </message>
    <message>
        <source>before an import</source>
        <translation>vor dem Einlesen</translation>
    </message>
    <message>
        <source>before an update of EventKit</source>
        <translation>vor einem Update von EventKit</translation>
    </message>
    <message>
        <source>a kit</source>
        <translation>ein Kit</translation>
    </message>
</context>
<context>
    <name>RoomHours</name>
    <message>
        <source>Hours of the rooms</source>
        <translation>Zeiten der Räume</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Needed in a room between two sessions</source>
        <translation>Nötig in einem Raum zwischen zwei Punkten</translation>
    </message>
    <message>
        <source>{room} opens</source>
        <translation>{room} öffnet</translation>
    </message>
    <message>
        <source>{room} closes</source>
        <translation>{room} schließt</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Write a time as 18:30.</source>
        <translation>Eine Zeit schreibt sich als 18:30.</translation>
    </message>
</context>
<context>
    <name>RoomLine</name>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
</context>
<context>
    <name>RoomList</name>
    <message>
        <source>Add a room</source>
        <translation>Raum hinzufügen</translation>
    </message>
    <message>
        <source>New room</source>
        <translation>Neuer Raum</translation>
    </message>
</context>
<context>
    <name>RunModel</name>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>Stichwort</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>Tatsächlich</translation>
    </message>
</context>
<context>
    <name>RunSheetPage</name>
    <message>
        <source>Add a line</source>
        <translation>Zeile hinzufügen</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Now: the day itself</source>
        <translation>Jetzt: der Tag selbst</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>The run sheet says minute by minute what happens, and whose it is. Sessions with a time join it.</source>
        <translation>Der Ablaufplan sagt Minute für Minute, was geschieht und wer es tut. Beiträge mit einer Zeit stehen von selbst darin.</translation>
    </message>
    <message>
        <source>Times in {zone}</source>
        <translation>Zeiten in {zone}</translation>
    </message>
    <message>
        <source>A session is on the run sheet by itself; delete it in the programme.</source>
        <translation>Ein Beitrag steht von selbst im Ablaufplan; gelöscht wird er im Programm.</translation>
    </message>
    <message>
        <source>All rooms</source>
        <translation>Alle Räume</translation>
    </message>
</context>
<context>
    <name>RunTable</name>
    <message>
        <source>Run sheet</source>
        <translation>Ablaufplan</translation>
    </message>
    <message>
        <source>Enter opens a line, Insert adds one, Delete deletes one of your own.</source>
        <translation>Eingabe öffnet eine Zeile, Einfg fügt eine hinzu, Entf löscht eine eigene.</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} Min.</translation>
    </message>
    <message>
        <source>all rooms</source>
        <translation>alle Räume</translation>
    </message>
    <message>
        <source>A job of the crew, beside the programme</source>
        <translation>Eine Aufgabe der Crew, neben dem Programm</translation>
    </message>
    <message>
        <source>A part of the evening that fills its room</source>
        <translation>Ein Teil des Abends, der seinen Raum füllt</translation>
    </message>
    <message>
        <source>since {start}</source>
        <translation>seit {start}</translation>
    </message>
    <message>
        <source>done {start}</source>
        <translation>getan {start}</translation>
    </message>
    <message>
        <source>{minutes} min behind</source>
        <translation>{minutes} Min. zu spät</translation>
    </message>
    <message>
        <source>{minutes} min ahead</source>
        <translation>{minutes} Min. zu früh</translation>
    </message>
    <message>
        <source>on time</source>
        <translation>pünktlich</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Find anything, or type what to do …</source>
        <translation>Finden, oder sagen, was zu tun ist …</translation>
    </message>
    <message>
        <source>Find anything in this kit</source>
        <translation>Alles in diesem Kit finden</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Nothing in this kit has “{text}”.</source>
        <translation>Nichts in diesem Kit enthält „{text}“.</translation>
    </message>
    <message>
        <source>Chosen lately</source>
        <translation>Zuletzt gewählt</translation>
    </message>
    <message>
        <source>More to do</source>
        <translation>Was noch zu tun ist</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Veranstaltungen</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Leute</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Tracks</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>Gäste</translation>
    </message>
</context>
<context>
    <name>SessionActions</name>
    <message>
        <source>New session</source>
        <translation>Neuer Programmpunkt</translation>
    </message>
    <message>
        <source>Add a session</source>
        <translation>Punkt hinzufügen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Verdoppeln</translation>
    </message>
    <message>
        <source>Swap the two</source>
        <translation>Die beiden tauschen</translation>
    </message>
    <message>
        <source>Push the rest …</source>
        <translation>Den Rest schieben …</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Festsetzen</translation>
    </message>
    <message>
        <source>Take off the schedule</source>
        <translation>Aus dem Zeitplan nehmen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Hours of the rooms …</source>
        <translation>Zeiten der Räume …</translation>
    </message>
    <message>
        <source>Copy to</source>
        <translation>Kopieren auf</translation>
    </message>
    <message>
        <source>Times snap to</source>
        <translation>Zeiten rasten auf</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} Min.</translation>
    </message>
</context>
<context>
    <name>SessionForm</name>
    <message>
        <source>Session</source>
        <translation>Programmpunkt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the form</source>
        <translation>Formular schließen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Verdoppeln</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Sprechende</translation>
    </message>
    <message>
        <source>Names, with commas between</source>
        <translation>Namen, mit Kommas getrennt</translation>
    </message>
    <message>
        <source>Add as a new person</source>
        <translation>Als neue Person hinzufügen</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Length in minutes</source>
        <translation>Dauer in Minuten</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Track</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>People expected</source>
        <translation>Erwartete Leute</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Abstract (Markdown)</source>
        <translation>Beschreibung (Markdown)</translation>
    </message>
    <message>
        <source>How the abstract reads</source>
        <translation>Wie sich die Beschreibung liest</translation>
    </message>
    <message>
        <source>No room yet</source>
        <translation>Noch kein Raum</translation>
    </message>
    <message>
        <source>All rooms</source>
        <translation>Alle Räume</translation>
    </message>
    <message>
        <source>No time yet</source>
        <translation>Noch keine Zeit</translation>
    </message>
    <message>
        <source>No track</source>
        <translation>Kein Track</translation>
    </message>
    <message>
        <source>Write a time as 18:30.</source>
        <translation>Eine Zeit schreibt sich als 18:30.</translation>
    </message>
    <message>
        <source>The clocks are put forward: this time does not exist on that day.</source>
        <translation>Die Uhren werden vorgestellt: diese Zeit gibt es an dem Tag nicht.</translation>
    </message>
    <message>
        <source>Write the length in minutes, as 45.</source>
        <translation>Die Dauer in Minuten schreiben, als 45.</translation>
    </message>
    <message>
        <source>Write a number, or nothing.</source>
        <translation>Eine Zahl schreiben, oder nichts.</translation>
    </message>
</context>
<context>
    <name>SessionTable</name>
    <message>
        <source>Sessions</source>
        <translation>Beiträge</translation>
    </message>
</context>
<context>
    <name>SessionWords</name>
    <message>
        <source>locked</source>
        <translation>festgesetzt</translation>
    </message>
    <message numerus="yes">
        <source>%n clash(es)</source>
        <translation>
            <numerusform>%n Überschneidung</numerusform>
            <numerusform>%n Überschneidungen</numerusform>
        </translation>
    </message>
    <message>
        <source>{person} is in two places</source>
        <translation>{person} ist an zwei Orten</translation>
    </message>
    <message>
        <source>“{first}” until {end}, “{second}” from {start}</source>
        <translation>„{first}“ bis {end}, „{second}“ ab {start}</translation>
    </message>
    <message>
        <source>no time yet</source>
        <translation>noch keine Zeit</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} bis {end}</translation>
    </message>
    <message>
        <source>all rooms</source>
        <translation>alle Räume</translation>
    </message>
    <message>
        <source>no room yet</source>
        <translation>noch kein Raum</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} Std.</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} Min.</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgesagt</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>zurückgezogen</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>Vortrag</translation>
    </message>
    <message>
        <source>Lightning talks</source>
        <translation>Kurzvorträge</translation>
    </message>
    <message>
        <source>Workshop</source>
        <translation>Workshop</translation>
    </message>
    <message>
        <source>Keynote</source>
        <translation>Hauptvortrag</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Podium</translation>
    </message>
    <message>
        <source>Round table</source>
        <translation>Gesprächsrunde</translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation>Vorführung</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Meal</source>
        <translation>Essen</translation>
    </message>
    <message>
        <source>Opening or closing</source>
        <translation>Eröffnung oder Abschluss</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Etwas anderes</translation>
    </message>
</context>
<context>
    <name>SessionsModel</name>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Leute</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Track</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>no time yet</source>
        <translation>noch keine Zeit</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>What a new kit and a new event begin with.</source>
        <translation>Damit beginnen ein neues Kit und eine neue Veranstaltung.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open the folder of the kit</source>
        <translation>Ordner des Kits öffnen</translation>
    </message>
    <message>
        <source>Open the folder of the copies</source>
        <translation>Ordner der Kopien öffnen</translation>
    </message>
    <message>
        <source>The window</source>
        <translation>Das Fenster</translation>
    </message>
    <message>
        <source>What new things begin with</source>
        <translation>Womit Neues beginnt</translation>
    </message>
    <message>
        <source>Where things lie</source>
        <translation>Wo alles liegt</translation>
    </message>
    <message>
        <source>This kit</source>
        <translation>Dieses Kit</translation>
    </message>
    <message>
        <source>Verified copies of your kits</source>
        <translation>Geprüfte Kopien deiner Kits</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Title, speaker, track, length or state</source>
        <translation>Titel, Person, Track, Dauer oder Stand</translation>
    </message>
    <message>
        <source>Filter the sessions without a time</source>
        <translation>Punkte ohne Zeit filtern</translation>
    </message>
    <message>
        <source>What deserves a look</source>
        <translation>Was einen Blick verdient</translation>
    </message>
    <message>
        <source>S places a session without a time in the next free gap. Enter goes to it or takes a way out.</source>
        <translation>S setzt einen Punkt ohne Zeit in die nächste freie Lücke. Eingabe geht hin oder nimmt einen Ausweg.</translation>
    </message>
    <message numerus="yes">
        <source>%n clash(es)</source>
        <translation>
            <numerusform>%n Überschneidung</numerusform>
            <numerusform>%n Überschneidungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Move to {place}</source>
        <translation>Nach {place} verschieben</translation>
    </message>
    <message>
        <source>Move “{title}” to {place}</source>
        <translation>„{title}“ nach {place} verschieben</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n Hinweis</numerusform>
            <numerusform>%n Hinweise</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a time</source>
        <translation>
            <numerusform>%n ohne Zeit</numerusform>
            <numerusform>%n ohne Zeit</numerusform>
        </translation>
    </message>
    <message>
        <source>Drag onto the plan, or press S</source>
        <translation>In den Plan ziehen, oder S drücken</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Die letzte Änderung rückgängig machen</translation>
    </message>
</context>
<context>
    <name>TakeGuests</name>
    <message>
        <source>Take a list of guests</source>
        <translation>Gästeliste übernehmen</translation>
    </message>
    <message>
        <source>Take the list</source>
        <translation>Liste übernehmen</translation>
    </message>
    <message>
        <source>One name a line, or a table with headings: paste it here.</source>
        <translation>Ein Name je Zeile oder eine Tabelle mit Spaltentiteln: hier einfügen.</translation>
    </message>
    <message>
        <source>Keep e-mail addresses (to know people again; they are on no print)</source>
        <translation>E-Mail-Adressen behalten (um Leute wiederzuerkennen; sie stehen auf keinem Druck)</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>What its columns hold</source>
        <translation>Was ihre Spalten enthalten</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Lese …</translation>
    </message>
    <message>
        <source>No column holds names yet. Choose the one that does.</source>
        <translation>Noch enthält keine Spalte Namen. Wähle die, die es tut.</translation>
    </message>
    <message numerus="yes">
        <source>%n guest(s)</source>
        <translation>
            <numerusform>%n Gast</numerusform>
            <numerusform>%n Gäste</numerusform>
        </translation>
    </message>
    <message>
        <source>{guests}: the list has nothing new.</source>
        <translation>{guests}: Die Liste enthält nichts Neues.</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n neu</numerusform>
            <numerusform>%n neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n geändert</numerusform>
            <numerusform>%n geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n as they were</source>
        <translation>
            <numerusform>%n unverändert</numerusform>
            <numerusform>%n unverändert</numerusform>
        </translation>
    </message>
    <message>
        <source>Line {place}</source>
        <translation>Zeile {place}</translation>
    </message>
    <message>
        <source>Column {number}</source>
        <translation>Spalte {number}</translation>
    </message>
    <message>
        <source>What “{heading}” holds</source>
        <translation>Was „{heading}“ enthält</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>given name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>family name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>pronouns</source>
        <translation>Pronomen</translation>
    </message>
    <message>
        <source>affiliation</source>
        <translation>Zugehörigkeit</translation>
    </message>
    <message>
        <source>first time</source>
        <translation>erstes Mal</translation>
    </message>
    <message>
        <source>photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>TrackLine</name>
    <message>
        <source>Track</source>
        <translation>Track</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
</context>
<context>
    <name>TrackList</name>
    <message>
        <source>Add a track</source>
        <translation>Track hinzufügen</translation>
    </message>
    <message>
        <source>New track</source>
        <translation>Neuer Track</translation>
    </message>
</context>
<context>
    <name>VenueForm</name>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Add a place</source>
        <translation>Ort hinzufügen</translation>
    </message>
    <message>
        <source>Name of the place</source>
        <translation>Name des Ortes</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Straße</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postleitzahl</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Stadt</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Address on the web</source>
        <translation>Adresse im Netz</translation>
    </message>
    <message>
        <source>How to get in</source>
        <translation>Wie man hineinkommt</translation>
    </message>
    <message>
        <source>Printed below the address.</source>
        <translation>Steht auf Drucken unter der Adresse.</translation>
    </message>
    <message>
        <source>It is online, without walls</source>
        <translation>Er ist online, ohne Wände</translation>
    </message>
    <message>
        <source>No place yet</source>
        <translation>Noch kein Ort</translation>
    </message>
    <message>
        <source>New place</source>
        <translation>Neuer Ort</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>Versions of the schedule</source>
        <translation>Fassungen des Zeitplans</translation>
    </message>
    <message>
        <source>Keep this version</source>
        <translation>Diese Fassung behalten</translation>
    </message>
    <message>
        <source>Name of the schedule as it is now</source>
        <translation>Name für den Zeitplan, wie er jetzt ist</translation>
    </message>
    <message>
        <source>Compare now with</source>
        <translation>Jetzt vergleichen mit</translation>
    </message>
    <message>
        <source>What has changed since</source>
        <translation>Was sich seither geändert hat</translation>
    </message>
    <message>
        <source>Go back to it</source>
        <translation>Dahin zurück</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>To be told: {names}</source>
        <translation>Zu sagen ist es: {names}</translation>
    </message>
    <message>
        <source>Nothing has changed since.</source>
        <translation>Seither hat sich nichts geändert.</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>verschoben</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgesagt</translation>
    </message>
    <message>
        <source>all rooms</source>
        <translation>alle Räume</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Good events start here</source>
        <translation>Gute Treffen beginnen hier</translation>
    </message>
    <message>
        <source>Programme, calendars and prints of your community in one file on your own computer.</source>
        <translation>Programm, Kalender und Drucksachen eurer Community in einer Datei auf dem eigenen Rechner.</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Kits that you open are listed here. You can also drop a file anywhere on this window.</source>
        <translation>Hier stehen Kits, die du öffnest. Du kannst eine Datei auch einfach auf dieses Fenster ziehen.</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} öffnen</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Anfangen</translation>
    </message>
    <message>
        <source>A new kit for your own community</source>
        <translation>Ein neues Kit für die eigene Community</translation>
    </message>
    <message>
        <source>New kit …</source>
        <translation>Neues Kit …</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>A file that ends in .eventkit</source>
        <translation>Eine Datei, die auf .eventkit endet</translation>
    </message>
    <message>
        <source>Open …</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Look around</source>
        <translation>Umschauen</translation>
    </message>
    <message>
        <source>An invented community with three events</source>
        <translation>Eine erfundene Community mit drei Veranstaltungen</translation>
    </message>
    <message>
        <source>Sample kit …</source>
        <translation>Beispiel-Kit …</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Programme</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Veranstaltungen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Run sheet</source>
        <translation>Ablaufplan</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>Gäste</translation>
    </message>
    <message>
        <source>EventKit {version}
An offline kit for people who organise local community events.
Apache-2.0</source>
        <translation>EventKit {version}
Ein Werkzeug ohne Netz für alle, die Treffen vor Ort organisieren.
Apache-2.0</translation>
    </message>
    <message>
        <source>About EventKit</source>
        <translation>Über EventKit</translation>
    </message>
    <message>
        <source>Print and export</source>
        <translation>Drucken und Ausgeben</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) made</source>
        <translation>
            <numerusform>%n Datei erstellt</numerusform>
            <numerusform>%n Dateien erstellt</numerusform>
        </translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>{kit} · all changes kept</source>
        <translation>{kit} · alles gesichert</translation>
    </message>
</context>
<context>
    <name>ZoneChoice</name>
    <message>
        <source>Choose a time zone from the list, for example Europe/Lisbon.</source>
        <translation>Wähle eine Zeitzone aus der Liste, zum Beispiel Europe/Lisbon.</translation>
    </message>
</context>
</TS>
