CREATE TABLE kit_meta (
    id INTEGER NOT NULL,
    kit_uuid VARCHAR NOT NULL,
    min_reader INTEGER NOT NULL,
    min_writer INTEGER NOT NULL,
    app_version VARCHAR NOT NULL,
    CONSTRAINT pk_kit_meta PRIMARY KEY (id)
);

CREATE TABLE txn (
    id INTEGER NOT NULL,
    verb VARCHAR NOT NULL,
    subject VARCHAR NOT NULL,
    actor VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    reverts INTEGER,
    CONSTRAINT pk_txn PRIMARY KEY (id),
    CONSTRAINT fk_txn_reverts FOREIGN KEY(reverts) REFERENCES txn (id)
);

CREATE TABLE published (
    id INTEGER NOT NULL,
    item VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    fingerprint VARCHAR NOT NULL,
    sequence INTEGER NOT NULL,
    at INTEGER NOT NULL,
    content VARCHAR NOT NULL,
    CONSTRAINT pk_published PRIMARY KEY (id)
);

CREATE UNIQUE INDEX ix_published_kind_item ON published (kind, item);

CREATE TABLE blob (
    sha256 VARCHAR NOT NULL,
    size INTEGER NOT NULL,
    mime VARCHAR NOT NULL,
    data BLOB NOT NULL,
    CONSTRAINT pk_blob PRIMARY KEY (sha256)
);

CREATE TABLE chapter (
    id INTEGER NOT NULL,
    uuid VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    city VARCHAR NOT NULL,
    zone VARCHAR NOT NULL,
    CONSTRAINT pk_chapter PRIMARY KEY (id),
    CONSTRAINT ck_chapter_name_no_nul CHECK (instr(name, char(0)) = 0),
    CONSTRAINT ck_chapter_city_no_nul CHECK (instr(city, char(0)) = 0),
    CONSTRAINT uq_chapter_uuid UNIQUE (uuid)
);

CREATE TABLE venue (
    id INTEGER NOT NULL,
    uuid VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    street VARCHAR NOT NULL,
    postcode VARCHAR NOT NULL,
    city VARCHAR NOT NULL,
    country VARCHAR NOT NULL,
    url VARCHAR NOT NULL,
    access VARCHAR NOT NULL,
    "virtual" BOOLEAN NOT NULL,
    latitude_e6 INTEGER,
    longitude_e6 INTEGER,
    CONSTRAINT pk_venue PRIMARY KEY (id),
    CONSTRAINT ck_venue_name_no_nul CHECK (instr(name, char(0)) = 0),
    CONSTRAINT ck_venue_street_no_nul CHECK (instr(street, char(0)) = 0),
    CONSTRAINT ck_venue_postcode_no_nul CHECK (instr(postcode, char(0)) = 0),
    CONSTRAINT ck_venue_city_no_nul CHECK (instr(city, char(0)) = 0),
    CONSTRAINT ck_venue_country_no_nul CHECK (instr(country, char(0)) = 0),
    CONSTRAINT ck_venue_url_no_nul CHECK (instr(url, char(0)) = 0),
    CONSTRAINT ck_venue_access_no_nul CHECK (instr(access, char(0)) = 0),
    CONSTRAINT uq_venue_uuid UNIQUE (uuid)
);

CREATE TABLE person (
    id INTEGER NOT NULL,
    uuid VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    sort_key VARCHAR NOT NULL,
    badge_name VARCHAR NOT NULL,
    pronouns VARCHAR NOT NULL,
    affiliation VARCHAR NOT NULL,
    email VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    headline VARCHAR NOT NULL,
    bio VARCHAR NOT NULL,
    CONSTRAINT pk_person PRIMARY KEY (id),
    CONSTRAINT ck_person_name_no_nul CHECK (instr(name, char(0)) = 0),
    CONSTRAINT ck_person_badge_name_no_nul CHECK (instr(badge_name, char(0)) = 0),
    CONSTRAINT ck_person_pronouns_no_nul CHECK (instr(pronouns, char(0)) = 0),
    CONSTRAINT ck_person_affiliation_no_nul CHECK (instr(affiliation, char(0)) = 0),
    CONSTRAINT ck_person_email_no_nul CHECK (instr(email, char(0)) = 0),
    CONSTRAINT ck_person_headline_no_nul CHECK (instr(headline, char(0)) = 0),
    CONSTRAINT ck_person_bio_no_nul CHECK (instr(bio, char(0)) = 0),
    CONSTRAINT uq_person_uuid UNIQUE (uuid)
);

CREATE INDEX ix_person_sort_key ON person (sort_key);

CREATE TABLE talk (
    id INTEGER NOT NULL,
    uuid VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    subtitle VARCHAR NOT NULL,
    abstract VARCHAR NOT NULL,
    description VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    minutes INTEGER NOT NULL,
    CONSTRAINT pk_talk PRIMARY KEY (id),
    CONSTRAINT ck_talk_title_no_nul CHECK (instr(title, char(0)) = 0),
    CONSTRAINT ck_talk_subtitle_no_nul CHECK (instr(subtitle, char(0)) = 0),
    CONSTRAINT ck_talk_abstract_no_nul CHECK (instr(abstract, char(0)) = 0),
    CONSTRAINT ck_talk_description_no_nul CHECK (instr(description, char(0)) = 0),
    CONSTRAINT uq_talk_uuid UNIQUE (uuid)
);

CREATE TABLE change_log (
    seq INTEGER NOT NULL,
    txn INTEGER NOT NULL,
    "table" VARCHAR NOT NULL,
    pk INTEGER NOT NULL,
    "before" VARCHAR,
    "after" VARCHAR,
    CONSTRAINT pk_change_log PRIMARY KEY (seq),
    CONSTRAINT fk_change_log_txn FOREIGN KEY(txn) REFERENCES txn (id) ON DELETE CASCADE
);

CREATE INDEX ix_change_log_txn ON change_log (txn);

CREATE TABLE event (
    id INTEGER NOT NULL,
    uuid VARCHAR NOT NULL,
    uid VARCHAR NOT NULL,
    slug VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    subtitle VARCHAR NOT NULL,
    description VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    zone VARCHAR NOT NULL,
    start INTEGER,
    "end" INTEGER,
    day_change INTEGER NOT NULL,
    language VARCHAR NOT NULL,
    url VARCHAR NOT NULL,
    register_url VARCHAR NOT NULL,
    entry VARCHAR NOT NULL,
    contact VARCHAR NOT NULL,
    theme VARCHAR NOT NULL,
    chapter_id INTEGER,
    venue_id INTEGER,
    CONSTRAINT pk_event PRIMARY KEY (id),
    CONSTRAINT ck_event_slug_no_nul CHECK (instr(slug, char(0)) = 0),
    CONSTRAINT ck_event_title_no_nul CHECK (instr(title, char(0)) = 0),
    CONSTRAINT ck_event_subtitle_no_nul CHECK (instr(subtitle, char(0)) = 0),
    CONSTRAINT ck_event_description_no_nul CHECK (instr(description, char(0)) = 0),
    CONSTRAINT ck_event_url_no_nul CHECK (instr(url, char(0)) = 0),
    CONSTRAINT ck_event_register_url_no_nul CHECK (instr(register_url, char(0)) = 0),
    CONSTRAINT ck_event_entry_no_nul CHECK (instr(entry, char(0)) = 0),
    CONSTRAINT ck_event_contact_no_nul CHECK (instr(contact, char(0)) = 0),
    CONSTRAINT uq_event_uuid UNIQUE (uuid),
    CONSTRAINT uq_event_uid UNIQUE (uid),
    CONSTRAINT uq_event_slug UNIQUE (slug),
    CONSTRAINT fk_event_chapter_id FOREIGN KEY(chapter_id) REFERENCES chapter (id) ON DELETE SET NULL,
    CONSTRAINT fk_event_venue_id FOREIGN KEY(venue_id) REFERENCES venue (id) ON DELETE SET NULL
);

CREATE INDEX ix_event_venue_id ON event (venue_id);

CREATE INDEX ix_event_chapter_id ON event (chapter_id);

CREATE INDEX ix_event_start ON event (start);

CREATE TABLE talk_person (
    id INTEGER NOT NULL,
    talk_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT pk_talk_person PRIMARY KEY (id),
    CONSTRAINT uq_talk_person_talk_id UNIQUE (talk_id, person_id),
    CONSTRAINT fk_talk_person_talk_id FOREIGN KEY(talk_id) REFERENCES talk (id) ON DELETE CASCADE,
    CONSTRAINT fk_talk_person_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
);

CREATE INDEX ix_talk_person_person_id ON talk_person (person_id);

CREATE TABLE room (
    id INTEGER NOT NULL,
    uuid VARCHAR NOT NULL,
    event_id INTEGER NOT NULL,
    venue_id INTEGER,
    name VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    capacity INTEGER,
    description VARCHAR NOT NULL,
    "virtual" BOOLEAN NOT NULL,
    CONSTRAINT pk_room PRIMARY KEY (id),
    CONSTRAINT ck_room_name_no_nul CHECK (instr(name, char(0)) = 0),
    CONSTRAINT ck_room_description_no_nul CHECK (instr(description, char(0)) = 0),
    CONSTRAINT uq_room_uuid UNIQUE (uuid),
    CONSTRAINT fk_room_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE,
    CONSTRAINT fk_room_venue_id FOREIGN KEY(venue_id) REFERENCES venue (id) ON DELETE SET NULL
);

CREATE INDEX ix_room_venue_id ON room (venue_id);

CREATE INDEX ix_room_event_id ON room (event_id);

CREATE TABLE track (
    id INTEGER NOT NULL,
    uuid VARCHAR NOT NULL,
    event_id INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    color VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT pk_track PRIMARY KEY (id),
    CONSTRAINT ck_track_name_no_nul CHECK (instr(name, char(0)) = 0),
    CONSTRAINT uq_track_uuid UNIQUE (uuid),
    CONSTRAINT fk_track_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE
);

CREATE INDEX ix_track_event_id ON track (event_id);

CREATE TABLE crew (
    id INTEGER NOT NULL,
    uuid VARCHAR NOT NULL,
    event_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    role VARCHAR NOT NULL,
    CONSTRAINT pk_crew PRIMARY KEY (id),
    CONSTRAINT ck_crew_role_no_nul CHECK (instr(role, char(0)) = 0),
    CONSTRAINT uq_crew_uuid UNIQUE (uuid),
    CONSTRAINT fk_crew_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE,
    CONSTRAINT fk_crew_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
);

CREATE INDEX ix_crew_event_id ON crew (event_id);

CREATE INDEX ix_crew_person_id ON crew (person_id);

CREATE TABLE source (
    id INTEGER NOT NULL,
    event_id INTEGER NOT NULL,
    format VARCHAR NOT NULL,
    "key" VARCHAR NOT NULL,
    CONSTRAINT pk_source PRIMARY KEY (id),
    CONSTRAINT uq_source_event_id UNIQUE (event_id, format),
    CONSTRAINT ck_source_format_no_nul CHECK (instr(format, char(0)) = 0),
    CONSTRAINT ck_source_key_no_nul CHECK (instr(key, char(0)) = 0),
    CONSTRAINT fk_source_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE
);

CREATE TABLE session (
    id INTEGER NOT NULL,
    uuid VARCHAR NOT NULL,
    uid VARCHAR NOT NULL,
    event_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    code VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    subtitle VARCHAR NOT NULL,
    abstract VARCHAR NOT NULL,
    description VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    start INTEGER,
    minutes INTEGER NOT NULL,
    day VARCHAR,
    all_rooms BOOLEAN NOT NULL,
    track_id INTEGER,
    talk_id INTEGER,
    url VARCHAR NOT NULL,
    CONSTRAINT pk_session PRIMARY KEY (id),
    CONSTRAINT uq_session_number UNIQUE (event_id, number),
    CONSTRAINT uq_session_code UNIQUE (event_id, code),
    CONSTRAINT ck_session_minutes CHECK (minutes >= 0),
    CONSTRAINT ck_session_number CHECK (number > 0),
    CONSTRAINT ck_session_title_no_nul CHECK (instr(title, char(0)) = 0),
    CONSTRAINT ck_session_subtitle_no_nul CHECK (instr(subtitle, char(0)) = 0),
    CONSTRAINT ck_session_abstract_no_nul CHECK (instr(abstract, char(0)) = 0),
    CONSTRAINT ck_session_description_no_nul CHECK (instr(description, char(0)) = 0),
    CONSTRAINT ck_session_url_no_nul CHECK (instr(url, char(0)) = 0),
    CONSTRAINT uq_session_uuid UNIQUE (uuid),
    CONSTRAINT uq_session_uid UNIQUE (uid),
    CONSTRAINT fk_session_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE,
    CONSTRAINT fk_session_track_id FOREIGN KEY(track_id) REFERENCES track (id) ON DELETE SET NULL,
    CONSTRAINT fk_session_talk_id FOREIGN KEY(talk_id) REFERENCES talk (id) ON DELETE SET NULL
);

CREATE INDEX ix_session_track_id ON session (track_id);

CREATE INDEX ix_session_talk_id ON session (talk_id);

CREATE TABLE source_item (
    id INTEGER NOT NULL,
    source_id INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    "key" VARCHAR NOT NULL,
    item_id INTEGER NOT NULL,
    said VARCHAR NOT NULL,
    gone BOOLEAN NOT NULL,
    CONSTRAINT pk_source_item PRIMARY KEY (id),
    CONSTRAINT uq_source_item_source_id UNIQUE (source_id, kind, "key"),
    CONSTRAINT fk_source_item_source_id FOREIGN KEY(source_id) REFERENCES source (id) ON DELETE CASCADE
);

CREATE INDEX ix_source_item_item ON source_item (kind, item_id);

CREATE TABLE session_room (
    id INTEGER NOT NULL,
    session_id INTEGER NOT NULL,
    room_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT pk_session_room PRIMARY KEY (id),
    CONSTRAINT uq_session_room_session_id UNIQUE (session_id, room_id),
    CONSTRAINT fk_session_room_session_id FOREIGN KEY(session_id) REFERENCES session (id) ON DELETE CASCADE,
    CONSTRAINT fk_session_room_room_id FOREIGN KEY(room_id) REFERENCES room (id) ON DELETE CASCADE
);

CREATE INDEX ix_session_room_room_id ON session_room (room_id);

CREATE TABLE session_person (
    id INTEGER NOT NULL,
    session_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT pk_session_person PRIMARY KEY (id),
    CONSTRAINT uq_session_person_session_id UNIQUE (session_id, person_id),
    CONSTRAINT fk_session_person_session_id FOREIGN KEY(session_id) REFERENCES session (id) ON DELETE CASCADE,
    CONSTRAINT fk_session_person_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
);

CREATE INDEX ix_session_person_person_id ON session_person (person_id);

CREATE TABLE session_text (
    id INTEGER NOT NULL,
    session_id INTEGER NOT NULL,
    language VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    subtitle VARCHAR NOT NULL,
    abstract VARCHAR NOT NULL,
    description VARCHAR NOT NULL,
    CONSTRAINT pk_session_text PRIMARY KEY (id),
    CONSTRAINT uq_session_text_session_id UNIQUE (session_id, language),
    CONSTRAINT ck_session_text_title_no_nul CHECK (instr(title, char(0)) = 0),
    CONSTRAINT ck_session_text_subtitle_no_nul CHECK (instr(subtitle, char(0)) = 0),
    CONSTRAINT ck_session_text_abstract_no_nul CHECK (instr(abstract, char(0)) = 0),
    CONSTRAINT ck_session_text_description_no_nul CHECK (instr(description, char(0)) = 0),
    CONSTRAINT fk_session_text_session_id FOREIGN KEY(session_id) REFERENCES session (id) ON DELETE CASCADE
);

CREATE TABLE link (
    id INTEGER NOT NULL,
    event_id INTEGER,
    session_id INTEGER,
    person_id INTEGER,
    position INTEGER NOT NULL,
    url VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    CONSTRAINT pk_link PRIMARY KEY (id),
    CONSTRAINT ck_link_one_owner CHECK ((event_id IS NOT NULL) + (session_id IS NOT NULL) + (person_id IS NOT NULL) = 1),
    CONSTRAINT ck_link_url_no_nul CHECK (instr(url, char(0)) = 0),
    CONSTRAINT ck_link_title_no_nul CHECK (instr(title, char(0)) = 0),
    CONSTRAINT ck_link_kind_no_nul CHECK (instr(kind, char(0)) = 0),
    CONSTRAINT fk_link_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE,
    CONSTRAINT fk_link_session_id FOREIGN KEY(session_id) REFERENCES session (id) ON DELETE CASCADE,
    CONSTRAINT fk_link_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
);

CREATE INDEX ix_link_person_id ON link (person_id);

CREATE INDEX ix_link_event_id ON link (event_id);

CREATE INDEX ix_link_session_id ON link (session_id);

CREATE TABLE attachment (
    id INTEGER NOT NULL,
    event_id INTEGER,
    session_id INTEGER,
    person_id INTEGER,
    position INTEGER NOT NULL,
    title VARCHAR NOT NULL,
    url VARCHAR NOT NULL,
    mime VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    CONSTRAINT pk_attachment PRIMARY KEY (id),
    CONSTRAINT ck_attachment_one_owner CHECK ((event_id IS NOT NULL) + (session_id IS NOT NULL) + (person_id IS NOT NULL) = 1),
    CONSTRAINT ck_attachment_title_no_nul CHECK (instr(title, char(0)) = 0),
    CONSTRAINT ck_attachment_url_no_nul CHECK (instr(url, char(0)) = 0),
    CONSTRAINT ck_attachment_mime_no_nul CHECK (instr(mime, char(0)) = 0),
    CONSTRAINT fk_attachment_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE,
    CONSTRAINT fk_attachment_session_id FOREIGN KEY(session_id) REFERENCES session (id) ON DELETE CASCADE,
    CONSTRAINT fk_attachment_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
);

CREATE INDEX ix_attachment_event_id ON attachment (event_id);

CREATE INDEX ix_attachment_session_id ON attachment (session_id);

CREATE INDEX ix_attachment_person_id ON attachment (person_id);

CREATE TABLE guest (
	id INTEGER NOT NULL,
	uuid VARCHAR NOT NULL,
	event_id INTEGER NOT NULL,
	name VARCHAR NOT NULL,
	folded VARCHAR NOT NULL,
	ticket VARCHAR NOT NULL,
	pronouns VARCHAR NOT NULL,
	affiliation VARCHAR NOT NULL,
	email VARCHAR NOT NULL,
	first_time BOOLEAN NOT NULL,
	photo VARCHAR NOT NULL,
	checked_in INTEGER,
	note VARCHAR NOT NULL,
	delete_on VARCHAR,
	said VARCHAR NOT NULL,
	CONSTRAINT pk_guest PRIMARY KEY (id),
	CONSTRAINT ck_guest_name_no_nul CHECK (instr(name, char(0)) = 0),
	CONSTRAINT ck_guest_folded_no_nul CHECK (instr(folded, char(0)) = 0),
	CONSTRAINT ck_guest_ticket_no_nul CHECK (instr(ticket, char(0)) = 0),
	CONSTRAINT ck_guest_pronouns_no_nul CHECK (instr(pronouns, char(0)) = 0),
	CONSTRAINT ck_guest_affiliation_no_nul CHECK (instr(affiliation, char(0)) = 0),
	CONSTRAINT ck_guest_email_no_nul CHECK (instr(email, char(0)) = 0),
	CONSTRAINT ck_guest_note_no_nul CHECK (instr(note, char(0)) = 0),
	CONSTRAINT ck_guest_said_no_nul CHECK (instr(said, char(0)) = 0),
	CONSTRAINT uq_guest_uuid UNIQUE (uuid),
	CONSTRAINT fk_guest_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE
);

CREATE INDEX ix_guest_event_id_folded ON guest (event_id, folded);

CREATE TABLE venue_fact (
	id INTEGER NOT NULL,
	venue_id INTEGER NOT NULL,
	fact VARCHAR NOT NULL,
	answer VARCHAR NOT NULL,
	note VARCHAR NOT NULL,
	CONSTRAINT pk_venue_fact PRIMARY KEY (id),
	CONSTRAINT uq_venue_fact_venue_id UNIQUE (venue_id, fact),
	CONSTRAINT ck_venue_fact_note_no_nul CHECK (instr(note, char(0)) = 0),
	CONSTRAINT fk_venue_fact_venue_id FOREIGN KEY(venue_id) REFERENCES venue (id) ON DELETE CASCADE
);

CREATE TABLE profile (
	id INTEGER NOT NULL,
	person_id INTEGER NOT NULL,
	pronunciation VARCHAR NOT NULL,
	languages VARCHAR NOT NULL,
	topics VARCHAR NOT NULL,
	availability VARCHAR NOT NULL,
	access_needs VARCHAR NOT NULL,
	av_needs VARCHAR NOT NULL,
	CONSTRAINT pk_profile PRIMARY KEY (id),
	CONSTRAINT ck_profile_pronunciation_no_nul CHECK (instr(pronunciation, char(0)) = 0),
	CONSTRAINT ck_profile_languages_no_nul CHECK (instr(languages, char(0)) = 0),
	CONSTRAINT ck_profile_topics_no_nul CHECK (instr(topics, char(0)) = 0),
	CONSTRAINT ck_profile_availability_no_nul CHECK (instr(availability, char(0)) = 0),
	CONSTRAINT ck_profile_access_needs_no_nul CHECK (instr(access_needs, char(0)) = 0),
	CONSTRAINT ck_profile_av_needs_no_nul CHECK (instr(av_needs, char(0)) = 0),
	CONSTRAINT uq_profile_person_id UNIQUE (person_id),
	CONSTRAINT fk_profile_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
);

CREATE TABLE consent (
	id INTEGER NOT NULL,
	person_id INTEGER NOT NULL,
	scope VARCHAR NOT NULL,
	given_on VARCHAR,
	source VARCHAR NOT NULL,
	CONSTRAINT pk_consent PRIMARY KEY (id),
	CONSTRAINT uq_consent_person_id UNIQUE (person_id, scope),
	CONSTRAINT ck_consent_source_no_nul CHECK (instr(source, char(0)) = 0),
	CONSTRAINT fk_consent_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
);

CREATE TABLE cue (
	id INTEGER NOT NULL,
	uuid VARCHAR NOT NULL,
	event_id INTEGER NOT NULL,
	title VARCHAR NOT NULL,
	start INTEGER NOT NULL,
	minutes INTEGER NOT NULL,
	text VARCHAR NOT NULL,
	person_id INTEGER,
	owner VARCHAR NOT NULL,
	room_id INTEGER,
	kind VARCHAR NOT NULL,
	CONSTRAINT pk_cue PRIMARY KEY (id),
	CONSTRAINT ck_cue_minutes_positive CHECK (minutes >= 0),
	CONSTRAINT ck_cue_title_no_nul CHECK (instr(title, char(0)) = 0),
	CONSTRAINT ck_cue_text_no_nul CHECK (instr(text, char(0)) = 0),
	CONSTRAINT ck_cue_owner_no_nul CHECK (instr(owner, char(0)) = 0),
	CONSTRAINT uq_cue_uuid UNIQUE (uuid),
	CONSTRAINT fk_cue_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE,
	CONSTRAINT fk_cue_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE SET NULL,
	CONSTRAINT fk_cue_room_id FOREIGN KEY(room_id) REFERENCES room (id) ON DELETE SET NULL
);

CREATE INDEX ix_cue_event_id ON cue (event_id);

CREATE INDEX ix_cue_person_id ON cue (person_id);

CREATE INDEX ix_cue_room_id ON cue (room_id);

CREATE TABLE times (
	id INTEGER NOT NULL,
	session_id INTEGER,
	cue_id INTEGER,
	started INTEGER,
	ended INTEGER,
	CONSTRAINT pk_times PRIMARY KEY (id),
	CONSTRAINT ck_times_of_one CHECK ((session_id IS NULL) <> (cue_id IS NULL)),
	CONSTRAINT uq_times_session_id UNIQUE (session_id),
	CONSTRAINT fk_times_session_id FOREIGN KEY(session_id) REFERENCES session (id) ON DELETE CASCADE,
	CONSTRAINT uq_times_cue_id UNIQUE (cue_id),
	CONSTRAINT fk_times_cue_id FOREIGN KEY(cue_id) REFERENCES cue (id) ON DELETE CASCADE
);

CREATE TABLE session_plan (
	id INTEGER NOT NULL,
	session_id INTEGER NOT NULL,
	locked BOOLEAN NOT NULL,
	expected INTEGER,
	CONSTRAINT pk_session_plan PRIMARY KEY (id),
	CONSTRAINT ck_session_plan_expected CHECK (expected >= 0),
	CONSTRAINT uq_session_plan_session_id UNIQUE (session_id),
	CONSTRAINT fk_session_plan_session_id FOREIGN KEY(session_id) REFERENCES session (id) ON DELETE CASCADE
);

CREATE TABLE version (
	id INTEGER NOT NULL,
	uuid VARCHAR NOT NULL,
	event_id INTEGER NOT NULL,
	name VARCHAR NOT NULL,
	at INTEGER NOT NULL,
	places VARCHAR NOT NULL,
	CONSTRAINT pk_version PRIMARY KEY (id),
	CONSTRAINT ck_version_name_no_nul CHECK (instr(name, char(0)) = 0),
	CONSTRAINT ck_version_places_no_nul CHECK (instr(places, char(0)) = 0),
	CONSTRAINT uq_version_uuid UNIQUE (uuid),
	CONSTRAINT fk_version_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE
);

CREATE INDEX ix_version_event_id ON version (event_id);

CREATE TABLE room_hours (
	id INTEGER NOT NULL,
	room_id INTEGER NOT NULL,
	opens INTEGER,
	closes INTEGER,
	CONSTRAINT pk_room_hours PRIMARY KEY (id),
	CONSTRAINT uq_room_hours_room_id UNIQUE (room_id),
	CONSTRAINT fk_room_hours_room_id FOREIGN KEY(room_id) REFERENCES room (id) ON DELETE CASCADE
);

CREATE TABLE event_plan (
	id INTEGER NOT NULL,
	event_id INTEGER NOT NULL,
	changeover INTEGER NOT NULL,
	CONSTRAINT pk_event_plan PRIMARY KEY (id),
	CONSTRAINT ck_event_plan_changeover CHECK (changeover >= 0),
	CONSTRAINT uq_event_plan_event_id UNIQUE (event_id),
	CONSTRAINT fk_event_plan_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE
);

CREATE VIRTUAL TABLE search USING fts5 (words, tokenize = 'unicode61');
