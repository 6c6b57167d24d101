-- Liaison officers, contact cards and direct contact: who listens next door, whom to call, and who keeps in touch with whom.

-- A call for liaison officers: what is asked for and until when one may be nominated.
create table liaison_calls (
  community_id integer not null references communities,
  id uuid not null,
  announcement text not null check (announcement <> ''),
  opens_on date not null,
  closes_on date not null,
  called_at timestamptz not null,
  called_by uuid not null references people,
  primary key (community_id, id),
  check (closes_on >= opens_on)
);
create index liaison_calls_by_day on liaison_calls (community_id, closes_on desc);

-- Somebody is nominated, by themselves or a neighbour. Nobody stands on a list who hasn't agreed; `shown_name` is what they
-- agreed to be called there.
create table liaison_nominations (
  community_id integer not null references communities,
  id uuid not null,
  call_id uuid not null,
  person_id uuid not null references people,
  place_id uuid not null,
  origin text not null check (origin in ('self', 'neighbour')),
  way text not null check (way in ('page', 'phone', 'desk', 'paper')),
  nominated_at timestamptz not null,
  nominated_by uuid not null references people,
  shown_name text,
  agreed_at timestamptz,
  agreed_way text check (agreed_way in ('page', 'phone', 'desk', 'paper')),
  agreed_noted_by uuid references people,
  declined_at timestamptz,
  declined_noted_by uuid references people,
  primary key (community_id, id),
  unique (community_id, call_id, person_id),
  foreign key (community_id, call_id) references liaison_calls (community_id, id),
  foreign key (community_id, place_id) references places (community_id, id),
  check ((agreed_at is null) = (agreed_way is null)),
  check (agreed_at is null or declined_at is null)
);
create index liaison_nominations_of_person on liaison_nominations (community_id, person_id);

-- The list of those who agreed, posted for residents to say what they think, until the end of its last day.
create table liaison_lists (
  community_id integer not null references communities,
  id uuid not null,
  call_id uuid not null,
  posted_at timestamptz not null,
  posted_by uuid not null references people,
  until timestamptz not null check (until > posted_at),
  primary key (community_id, id),
  unique (community_id, call_id),
  foreign key (community_id, call_id) references liaison_calls (community_id, id)
);
create table liaison_listed (
  community_id integer not null references communities,
  id uuid not null,
  list_id uuid not null,
  nomination_id uuid not null,
  primary key (community_id, id),
  unique (community_id, nomination_id),
  foreign key (community_id, list_id) references liaison_lists (community_id, id),
  foreign key (community_id, nomination_id) references liaison_nominations (community_id, id)
);

-- What a resident has against somebody on the list: for the secretary alone, and answered before anybody is appointed.
create table liaison_objections (
  community_id integer not null references communities,
  id uuid not null,
  nomination_id uuid not null,
  person_id uuid references people,
  words text not null,
  way text not null check (way in ('page', 'phone', 'desk', 'paper')),
  objected_at timestamptz not null,
  noted_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, nomination_id) references liaison_nominations (community_id, id),
  check (num_nonnulls(person_id, noted_by) >= 1)
);
create index liaison_objections_to on liaison_objections (community_id, nomination_id);
create table liaison_objection_answers (
  community_id integer not null references communities,
  id uuid not null,
  objection_id uuid not null,
  outcome text not null check (outcome in ('upheld', 'not_upheld')),
  words text not null check (words <> ''),
  answered_at timestamptz not null,
  answered_by uuid not null references people,
  primary key (community_id, id),
  unique (community_id, objection_id),
  foreign key (community_id, objection_id) references liaison_objections (community_id, id)
);

-- Appointed by letter, for a term. The reach is a role per place (roles.place_id) and nothing else; it ends with the role.
create table liaison_appointments (
  community_id integer not null references communities,
  id uuid not null,
  year smallint not null,
  serial integer not null check (serial > 0),
  person_id uuid not null references people,
  nomination_id uuid,
  starts_on date not null,
  ends_on date not null,
  shown_name text,
  shown_phone text,
  appointed_at timestamptz not null,
  appointed_by uuid not null references people,
  primary key (community_id, id),
  unique (community_id, year, serial),
  unique (community_id, nomination_id),
  foreign key (community_id, nomination_id) references liaison_nominations (community_id, id),
  check (ends_on > starts_on)
);
create index liaison_appointments_of_person on liaison_appointments (community_id, person_id);
create table liaison_areas (
  community_id integer not null references communities,
  id uuid not null,
  appointment_id uuid not null,
  place_id uuid not null,
  role_id uuid not null references roles,
  primary key (community_id, id),
  unique (community_id, appointment_id, place_id),
  foreign key (community_id, appointment_id) references liaison_appointments (community_id, id),
  foreign key (community_id, place_id) references places (community_id, id)
);
create index liaison_areas_of_role on liaison_areas (community_id, role_id);
create table liaison_trainings (
  community_id integer not null references communities,
  id uuid not null,
  appointment_id uuid not null,
  held_on date not null,
  topic text not null check (topic in ('listening', 'privacy', 'safety', 'writing_down', 'neighbours_in_need')),
  recorded_at timestamptz not null,
  recorded_by uuid not null references people,
  primary key (community_id, id),
  unique (community_id, appointment_id, topic, held_on),
  foreign key (community_id, appointment_id) references liaison_appointments (community_id, id)
);
-- How it ended: handed over to a successor with everything that was open, or simply ended.
create table liaison_endings (
  community_id integer not null references communities,
  id uuid not null,
  appointment_id uuid not null,
  kind text not null check (kind in ('handed_over', 'ended')),
  reason text not null check (reason in ('term', 'wish', 'moved', 'asked_to_rest', 'office')),
  successor_id uuid,
  voices_passed integer not null default 0,
  links_passed integer not null default 0,
  ended_at timestamptz not null,
  ended_by uuid not null references people,
  primary key (community_id, id),
  unique (community_id, appointment_id),
  foreign key (community_id, appointment_id) references liaison_appointments (community_id, id),
  foreign key (community_id, successor_id) references liaison_appointments (community_id, id),
  check ((kind = 'handed_over') = (successor_id is not null))
);

-- What stands on every card beside the liaison officer: who else to call. The newest row counts.
create table card_contacts (
  community_id integer not null references communities,
  id uuid not null,
  police_name text,
  police_phone text,
  property_name text,
  property_phone text,
  complaint_phone text,
  changed_at timestamptz not null,
  changed_by uuid not null references people,
  primary key (community_id, id)
);
create index card_contacts_newest on card_contacts (community_id, changed_at desc);

-- A contact card: for a household, or blank for whoever comes. It carries officers' data only.
create table contact_cards (
  community_id integer not null references communities,
  id uuid not null,
  year smallint not null,
  serial integer not null check (serial > 0),
  building_id uuid not null,
  household_id uuid,
  replaces_id uuid,
  printed_at timestamptz not null,
  printed_by uuid not null references people,
  handed_over_at timestamptz,
  handed_over_by uuid references people,
  acknowledged_at timestamptz,
  acknowledged_way text check (acknowledged_way in ('signed', 'spoken', 'phone')),
  acknowledged_noted_by uuid references people,
  reissued_at timestamptz,
  reissued_by uuid references people,
  returned_at timestamptz,
  returned_by uuid references people,
  primary key (community_id, id),
  unique (community_id, year, serial),
  foreign key (community_id, building_id) references places (community_id, id),
  foreign key (community_id, household_id) references places (community_id, id),
  foreign key (community_id, replaces_id) references contact_cards (community_id, id),
  check ((handed_over_at is null) = (handed_over_by is null)),
  check ((acknowledged_at is null) = (acknowledged_way is null)),
  check (acknowledged_at is null or handed_over_at is not null)
);
create unique index contact_cards_of_household on contact_cards (community_id, household_id)
  where household_id is not null and reissued_at is null and returned_at is null;
create index contact_cards_of_building on contact_cards (community_id, building_id);

-- Direct contact: somebody keeps in touch with a household, for as long as the household wishes. The holder is a person who
-- serves; no count of households and no mark stands anywhere.
create table contact_links (
  community_id integer not null references communities,
  id uuid not null,
  household_id uuid not null,
  holder_id uuid not null references people,
  proposed_at timestamptz not null,
  proposed_by uuid not null references people,
  accepted_at timestamptz,
  accepted_way text check (accepted_way in ('page', 'phone', 'desk', 'paper')),
  accepted_by uuid references people,
  ended_at timestamptz,
  ended_way text check (ended_way in ('page', 'phone', 'desk', 'paper')),
  ended_by uuid references people,
  ended_cause text check (ended_cause in ('household', 'holder', 'handed_over', 'office')),
  primary key (community_id, id),
  foreign key (community_id, household_id) references places (community_id, id),
  check ((accepted_at is null) = (accepted_way is null)),
  check ((ended_at is null) = (ended_cause is null))
);
create unique index contact_links_once on contact_links (community_id, household_id, holder_id) where ended_at is null;
create index contact_links_of_holder on contact_links (community_id, holder_id) where ended_at is null;

-- That there was a contact, when and how. What the household asked to be passed on is a voice; nothing else is kept.
create table contact_log (
  community_id integer not null references communities,
  id uuid not null,
  link_id uuid not null,
  contacted_on date not null,
  way text not null check (way in ('visit', 'phone', 'met', 'message')),
  voice_id uuid,
  noted_at timestamptz not null,
  noted_by uuid not null references people,
  corrected_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, link_id) references contact_links (community_id, id),
  foreign key (community_id, voice_id) references voices (community_id, id)
);
create index contact_log_of_link on contact_log (community_id, link_id, contacted_on desc);

do $$
declare history text;
begin
  -- Not contact_log: the household may have it erased.
  foreach history in array array['liaison_calls', 'liaison_nominations', 'liaison_lists', 'liaison_listed', 'liaison_objections',
    'liaison_objection_answers', 'liaison_appointments', 'liaison_areas', 'liaison_trainings', 'liaison_endings', 'card_contacts',
    'contact_cards', 'contact_links'] loop
    execute format('create trigger %I before delete or truncate on %I for each statement execute function refuse_change()',
      history || '_kept', history);
  end loop;
end $$;
