-- A meeting: its kind with the rules that bind it, its notice with a frozen agenda, the roll that proves the quorum, and
-- the minutes.

-- Kinds are data. Statutory ones (community_id null) are locked to the law; a community may add kinds, and choose what the
-- law leaves open in `meeting_kind_choices`.
create table meeting_kinds (
  code text primary key check (code ~ '^[a-z_]{3,40}$'),
  community_id integer references communities,
  name_zh text not null check (name_zh <> ''),
  name_en text not null check (name_en <> ''),
  statutory boolean not null,
  articles text[] not null default '{}',
  -- the rules as src/discuss/meetings/meeting-kind.ts reads them
  rules jsonb not null,
  sort smallint not null,
  created_at timestamptz not null default now(),
  created_by uuid references people
);

create table meeting_counters (
  community_id integer not null references communities,
  year smallint not null,
  last integer not null,
  primary key (community_id, year)
);

create table meetings (
  community_id integer not null references communities,
  id uuid not null,
  year smallint not null,
  serial integer not null,
  kind text not null references meeting_kinds,
  stage text not null check (stage in ('planned', 'called', 'open', 'inquorate', 'adjourned', 'closed', 'minuted', 'cancelled')),
  title text not null check (title <> ''),
  place_words text not null check (place_words <> ''),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- one basis a meeting, never mixed (D5)
  basis text not null check (basis in ('persons', 'households', 'members', 'seats', 'parties', 'sides', 'owners', 'none')),
  organization_id uuid,
  building_id uuid,
  -- the first call whose quorum was missed
  second_call_of uuid,
  convened_by uuid not null references people,
  chair_id uuid references people,
  recorder_id uuid references people,
  urgent_reason text,
  planned_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, year, serial),
  foreign key (community_id, organization_id) references organizations (community_id, id),
  foreign key (community_id, building_id) references places (community_id, id),
  foreign key (community_id, second_call_of) references meetings (community_id, id),
  check (ends_at > starts_at)
);
create index meetings_by_time on meetings (community_id, starts_at desc);
create index meetings_by_stage on meetings (community_id, stage, starts_at);
create trigger meetings_kept before delete or truncate on meetings for each statement execute function refuse_change();

-- What stands on the agenda. Frozen at notice (D8): what is added later can be talked about, not voted on.
create table agenda_items (
  community_id integer not null references communities,
  id uuid not null,
  meeting_id uuid not null,
  sort smallint not null,
  title text not null check (title <> ''),
  purpose text not null check (purpose in ('inform', 'discuss', 'decide', 'advise', 'mediate', 'rate')),
  topic_id uuid,
  minutes smallint check (minutes > 0),
  paper text,
  added_at timestamptz not null,
  added_by uuid not null references people,
  frozen_at timestamptz,
  removed_at timestamptz,
  removed_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, meeting_id) references meetings (community_id, id),
  foreign key (community_id, topic_id) references topics (community_id, id)
);
create index agenda_items_of_meeting on agenda_items (community_id, meeting_id, sort);
create index agenda_items_of_topic on agenda_items (community_id, topic_id) where topic_id is not null;

-- The notice as it went out: what it said (frozen), and its print.
create table meeting_notices (
  community_id integer not null references communities,
  id uuid not null,
  meeting_id uuid not null,
  content jsonb not null,
  sha256 text not null,
  issued_at timestamptz not null,
  issued_by uuid not null references people,
  primary key (community_id, id),
  foreign key (community_id, meeting_id) references meetings (community_id, id)
);
create index meeting_notices_of_meeting on meeting_notices (community_id, meeting_id, issued_at);
create trigger meeting_notices_kept before update or delete or truncate on meeting_notices
  for each statement execute function refuse_change();

-- The roll: one row a unit that counts. `standing` is how it stands; how it came to stand there is in roll_marks.
create table roll_entries (
  community_id integer not null references communities,
  id uuid not null,
  meeting_id uuid not null,
  -- what one unit is: a person, a household (place), a seat, a party
  person_id uuid references people,
  place_id uuid,
  seat_id uuid,
  party_id uuid,
  -- of a seat, a household or a party; a person's name is asked for when the roll is read
  label text,
  votes boolean not null default true,
  standing text not null default 'absent' check (standing in ('present', 'proxy', 'paper', 'excused', 'absent', 'recused')),
  marked_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, meeting_id) references meetings (community_id, id),
  foreign key (community_id, place_id) references places (community_id, id),
  foreign key (community_id, seat_id) references seats (community_id, id),
  foreign key (community_id, party_id) references joint_parties (community_id, id)
);
create index roll_entries_of_meeting on roll_entries (community_id, meeting_id) include (standing, votes);
create unique index roll_entries_of_person on roll_entries (community_id, meeting_id, person_id) where person_id is not null;
create unique index roll_entries_of_household on roll_entries (community_id, meeting_id, place_id) where place_id is not null;

create table roll_marks (
  community_id integer not null references communities,
  id uuid not null,
  meeting_id uuid not null,
  entry_id uuid not null,
  standing text not null check (standing in ('present', 'proxy', 'paper', 'excused', 'absent', 'recused')),
  way text not null check (way in ('desk', 'code', 'paper_roll', 'proxy', 'paper_ballot')),
  -- who came instead, and on what
  proxy_person_id uuid references people,
  document text,
  marked_at timestamptz not null,
  marked_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, meeting_id) references meetings (community_id, id),
  foreign key (community_id, entry_id) references roll_entries (community_id, id)
);
create index roll_marks_of_entry on roll_marks (community_id, entry_id, marked_at);
create trigger roll_marks_kept before update or delete or truncate on roll_marks
  for each statement execute function refuse_change();
