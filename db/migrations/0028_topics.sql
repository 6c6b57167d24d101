-- A topic is what the neighbourhood talks about before somebody decides: from where it came, who has the power, what speaks
-- for and against, and what became of it.

create table topic_counters (
  community_id integer not null references communities,
  year smallint not null,
  last integer not null,
  primary key (community_id, year)
);

create table topics (
  community_id integer not null references communities,
  id uuid not null,
  year smallint not null,
  serial integer not null,
  stage text not null check (stage in (
    'proposed', 'screened', 'studied', 'consulting', 'called', 'in_session', 'discussed', 'voting', 'counted',
    'adopted', 'not_adopted', 'inquorate', 'adjourned', 'published', 'filed', 'implementing', 'reported', 'reviewed',
    'referred', 'mediation', 'advised', 'declined')),
  title text not null check (title <> ''),
  -- what is to be decided, as a question
  question text not null check (question <> ''),
  background text,
  origin text not null check (origin in ('voices', 'building_chief', 'party', 'residents', 'secretary', 'representatives')),
  -- of whom it is about when not all: a building, a stairwell
  place_id uuid,
  vital_interest boolean not null default false,
  proposed_at timestamptz not null,
  proposed_by uuid references people,
  proposed_for uuid,
  changed_at timestamptz not null,
  search tsvector not null default '',
  primary key (community_id, id),
  unique (community_id, year, serial),
  foreign key (community_id, place_id) references places (community_id, id),
  foreign key (community_id, proposed_for) references organizations (community_id, id)
);
create index topics_by_stage on topics (community_id, stage, changed_at desc);
create index topics_search on topics using gin (community_id, search);
create trigger topics_kept before delete or truncate on topics for each statement execute function refuse_change();

-- The first speakers: they are told at each step.
create table topic_voices (
  community_id integer not null references communities,
  id uuid not null,
  topic_id uuid not null,
  voice_id uuid not null,
  linked_at timestamptz not null,
  linked_by uuid references people,
  unlinked_at timestamptz,
  unlinked_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, topic_id) references topics (community_id, id),
  foreign key (community_id, voice_id) references voices (community_id, id)
);
create unique index topic_voices_once on topic_voices (community_id, topic_id, voice_id) where unlinked_at is null;
create index topic_voices_of_voice on topic_voices (community_id, voice_id);

-- Residents who want it talked about: signed in, or on a paper sheet that two people counted.
create table topic_supports (
  community_id integer not null references communities,
  id uuid not null,
  topic_id uuid not null,
  person_id uuid references people,
  supported_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, topic_id) references topics (community_id, id)
);
create unique index topic_supports_once on topic_supports (community_id, topic_id, person_id)
  where withdrawn_at is null and person_id is not null;

create table topic_support_sheets (
  community_id integer not null references communities,
  id uuid not null,
  topic_id uuid not null,
  basis text not null check (basis in ('persons', 'households')),
  signatures integer not null check (signatures > 0),
  struck integer not null default 0 check (struck >= 0),
  counted_at timestamptz not null,
  counted_by uuid not null references people,
  witnessed_by uuid not null references people,
  primary key (community_id, id),
  foreign key (community_id, topic_id) references topics (community_id, id),
  check (counted_by <> witnessed_by)
);

-- The power check: which body decides, by which article, and whether its word binds. The newest row counts.
create table topic_screenings (
  community_id integer not null references communities,
  id uuid not null,
  topic_id uuid not null,
  matter text not null,
  body text not null check (body in (
    'residents_meeting', 'representatives_meeting', 'residents_committee', 'owners_assembly', 'affected_owners', 'government', 'private_parties')),
  effect text not null check (effect in ('binding', 'advisory', 'referral', 'mediation')),
  articles text[] not null default '{}',
  reason text not null check (reason <> ''),
  must_study boolean not null,
  must_consult boolean not null,
  screened_at timestamptz not null,
  screened_by uuid not null references people,
  primary key (community_id, id),
  foreign key (community_id, topic_id) references topics (community_id, id)
);
create index topic_screenings_of_topic on topic_screenings (community_id, topic_id, screened_at desc);

-- Studied by the community Party organisation before it goes to a meeting [law RC 30]; with the module off an act of outside.
create table topic_studies (
  community_id integer not null references communities,
  id uuid not null,
  topic_id uuid not null,
  organization_id uuid,
  held_on date not null,
  reference text not null check (reference <> ''),
  opinion text,
  noted_at timestamptz not null,
  noted_by uuid not null references people,
  primary key (community_id, id),
  foreign key (community_id, topic_id) references topics (community_id, id),
  foreign key (community_id, organization_id) references organizations (community_id, id)
);

create table topic_arguments (
  community_id integer not null references communities,
  id uuid not null,
  topic_id uuid not null,
  side text not null check (side in ('for', 'against', 'question')),
  words text not null,
  author_id uuid references people,
  -- heard elsewhere: on paper, in a talk, on the phone
  entered_by uuid references people,
  said_at timestamptz not null,
  removed_at timestamptz,
  removed_by uuid references people,
  removal_reason text,
  primary key (community_id, id),
  foreign key (community_id, topic_id) references topics (community_id, id),
  check ((removed_at is null) = (removal_reason is null))
);
create index topic_arguments_of_topic on topic_arguments (community_id, topic_id, said_at);

create table topic_declines (
  community_id integer not null references communities,
  id uuid not null,
  topic_id uuid not null,
  reason text not null check (reason <> ''),
  declined_at timestamptz not null,
  declined_by uuid not null references people,
  primary key (community_id, id),
  foreign key (community_id, topic_id) references topics (community_id, id)
);

-- Against a decline: decided by somebody else.
create table topic_appeals (
  community_id integer not null references communities,
  id uuid not null,
  topic_id uuid not null,
  decline_id uuid not null,
  words text not null,
  appealed_at timestamptz not null,
  appealed_by uuid references people,
  outcome text check (outcome in ('upheld', 'rejected')),
  reason text,
  decided_at timestamptz,
  decided_by uuid references people,
  primary key (community_id, id),
  unique (community_id, decline_id),
  foreign key (community_id, topic_id) references topics (community_id, id),
  foreign key (community_id, decline_id) references topic_declines (community_id, id),
  check (num_nonnulls(outcome, reason, decided_at, decided_by) in (0, 4))
);
