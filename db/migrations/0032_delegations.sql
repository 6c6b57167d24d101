-- Who does what, and what residents do themselves: the register of responsibilities, and matters handed to a group of
-- residents under an agreement, with a mentor, an end, its own accounts, and the right to give it back at any time.

-- The register (method.md M60). One row says one thing of one holder; the yearly review ends rows and writes new ones.
create table responsibilities (
  community_id integer not null references communities,
  id uuid not null,
  holder text not null check (holder in (
    'residents_committee', 'party_organization', 'service_station', 'residents_groups', 'owners', 'property_provider', 'government')),
  -- does: its own task; helps: the law or the government asks for help; not_to_be_asked: nobody may ask it of them;
  -- residents_can: residents can do it themselves
  standing text not null check (standing in ('does', 'helps', 'not_to_be_asked', 'residents_can')),
  matter text not null check (matter <> ''),
  -- what kind of voice it is about, for the suggestion at triage
  category text references categories,
  -- article or contract it rests on
  basis text,
  entered_at timestamptz not null,
  entered_by uuid references people,
  ended_at timestamptz,
  ended_by uuid references people,
  end_reason text,
  primary key (community_id, id),
  check ((ended_at is null) = (end_reason is null)),
  check (standing <> 'residents_can' or holder = 'residents_groups')
);
create unique index responsibilities_once on responsibilities (community_id, holder, matter) where ended_at is null;
create index responsibilities_by_category on responsibilities (community_id, category) where ended_at is null and category is not null;

create table delegation_counters (
  community_id integer not null references communities,
  year smallint not null,
  last integer not null,
  primary key (community_id, year)
);

create table delegations (
  community_id integer not null references communities,
  id uuid not null,
  year smallint not null,
  serial integer not null,
  stage text not null check (stage in (
    'identified', 'assessed', 'unsuitable', 'offered', 'accepted', 'declined', 'agreed', 'active', 'help_requested', 'suspended',
    'reported', 'verified', 'completed', 'given_back', 'taken_back')),
  title text not null check (title <> ''),
  -- for what: as residents read it
  purpose text not null check (purpose <> ''),
  lead_mode text not null default 'resident_led' check (lead_mode in ('resident_led', 'joint', 'committee_led')),
  -- where it came from
  voice_id uuid,
  topic_id uuid,
  resolution_id uuid,
  -- the entry of the list "residents can do it" it stands under
  responsibility_id uuid,
  -- who took it on, who of the office helps, and from when until when
  organization_id uuid,
  mentor_id uuid references people,
  starts_on date,
  ends_on date,
  -- until when the next step is due; null where nobody owes one
  due_at timestamptz,
  identified_at timestamptz not null,
  identified_by uuid not null references people,
  changed_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, year, serial),
  foreign key (community_id, voice_id) references voices (community_id, id),
  foreign key (community_id, topic_id) references topics (community_id, id),
  foreign key (community_id, resolution_id) references resolutions (community_id, id),
  foreign key (community_id, responsibility_id) references responsibilities (community_id, id),
  foreign key (community_id, organization_id) references organizations (community_id, id),
  -- L2: nothing runs without a mentor and an end
  constraint delegations_have_mentor_and_end check (
    stage not in ('agreed', 'active', 'help_requested', 'suspended', 'reported', 'verified', 'completed')
    or num_nonnulls(organization_id, mentor_id, starts_on, ends_on) = 4),
  check (ends_on >= starts_on)
);
create index delegations_by_stage on delegations (community_id, stage, changed_at desc);
create index delegations_of_voice on delegations (community_id, voice_id) where voice_id is not null;
create index delegations_of_topic on delegations (community_id, topic_id) where topic_id is not null;
create index delegations_of_resolution on delegations (community_id, resolution_id) where resolution_id is not null;
create index delegations_of_group on delegations (community_id, organization_id) where organization_id is not null;
create trigger delegations_kept before delete or truncate on delegations for each statement execute function refuse_change();

-- What it is not: each concern found stops it.
create table delegation_assessments (
  community_id integer not null references communities,
  id uuid not null,
  delegation_id uuid not null,
  responsibility_id uuid,
  concerns text[] not null,
  reason text,
  assessed_at timestamptz not null,
  assessed_by uuid not null references people,
  primary key (community_id, id),
  foreign key (community_id, delegation_id) references delegations (community_id, id),
  foreign key (community_id, responsibility_id) references responsibilities (community_id, id),
  check (cardinality(concerns) = 0 or reason is not null)
);
create index delegation_assessments_of_delegation on delegation_assessments (community_id, delegation_id, assessed_at);
create trigger delegation_assessments_kept before update or delete or truncate on delegation_assessments
  for each statement execute function refuse_change();

-- Offered to one group, or to several under published criteria; each is free to refuse [law Volunteer 25].
create table delegation_offers (
  community_id integer not null references communities,
  id uuid not null,
  delegation_id uuid not null,
  organization_id uuid not null,
  criteria text,
  offered_at timestamptz not null,
  offered_by uuid not null references people,
  due_at timestamptz not null,
  answer text check (answer in ('accepted', 'declined')),
  -- when the leader asked the members
  asked_members_on date,
  answered_at timestamptz,
  answered_by uuid references people,
  primary key (community_id, id),
  unique (community_id, delegation_id, organization_id),
  foreign key (community_id, delegation_id) references delegations (community_id, id),
  foreign key (community_id, organization_id) references organizations (community_id, id),
  check (num_nonnulls(answer, answered_at, answered_by) in (0, 3)),
  check (answer is distinct from 'accepted' or asked_members_on is not null)
);
create index delegation_offers_of_group on delegation_offers (community_id, organization_id);

-- Both sign the same text; a changed one is a new row. The newest counts.
create table delegation_agreements (
  community_id integer not null references communities,
  id uuid not null,
  delegation_id uuid not null,
  organization_id uuid not null,
  mentor_id uuid not null references people,
  starts_on date not null,
  ends_on date not null,
  scope text not null check (scope <> ''),
  not_in_scope text not null check (not_in_scope <> ''),
  place_words text not null check (place_words <> ''),
  time_words text not null check (time_words <> ''),
  -- [{"item": …, "cents": …}]
  money jsonb not null,
  safety text not null check (safety <> ''),
  insurance text not null check (insurance <> ''),
  data_rules text not null check (data_rules <> ''),
  stop_rule text not null check (stop_rule <> ''),
  offered_at timestamptz not null,
  offered_by uuid not null references people,
  signed_at timestamptz,
  signed_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, delegation_id) references delegations (community_id, id),
  foreign key (community_id, organization_id) references organizations (community_id, id),
  check (ends_on >= starts_on),
  check (num_nonnulls(signed_at, signed_by) in (0, 2))
);
create index delegation_agreements_of_delegation on delegation_agreements (community_id, delegation_id, offered_at desc);

create table delegation_steps (
  community_id integer not null references communities,
  id uuid not null,
  delegation_id uuid not null,
  step text not null,
  reason text,
  taken_at timestamptz not null,
  taken_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, delegation_id) references delegations (community_id, id)
);
create index delegation_steps_of_delegation on delegation_steps (community_id, delegation_id, taken_at);
create trigger delegation_steps_kept before update or delete or truncate on delegation_steps
  for each statement execute function refuse_change();

-- The group asks, the mentor owes an answer within two working days.
create table delegation_helps (
  community_id integer not null references communities,
  id uuid not null,
  delegation_id uuid not null,
  words text not null check (words <> ''),
  asked_at timestamptz not null,
  asked_by uuid not null references people,
  due_at timestamptz not null,
  answer text,
  answered_at timestamptz,
  answered_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, delegation_id) references delegations (community_id, id),
  check (num_nonnulls(answer, answered_at, answered_by) in (0, 3))
);
create index delegation_helps_of_delegation on delegation_helps (community_id, delegation_id, asked_at);

-- The group's purse (L4): what came in, what went out. A mistake is set right by a counter-entry.
create table delegation_money (
  community_id integer not null references communities,
  id uuid not null,
  delegation_id uuid not null,
  direction text not null check (direction in ('in', 'out')),
  item text not null check (item <> ''),
  -- fen; of a counter-entry negative
  cents bigint not null check (cents <> 0),
  on_day date not null,
  receipt text,
  corrects_id uuid,
  entered_at timestamptz not null,
  entered_by uuid not null references people,
  primary key (community_id, id),
  unique (community_id, corrects_id),
  foreign key (community_id, delegation_id) references delegations (community_id, id),
  foreign key (community_id, corrects_id) references delegation_money (community_id, id),
  check ((cents < 0) = (corrects_id is not null))
);
create index delegation_money_of_delegation on delegation_money (community_id, delegation_id, on_day, id);
create trigger delegation_money_kept before update or delete or truncate on delegation_money
  for each statement execute function refuse_change();

-- Shifts as they were (L5): of the group, never of a person.
create table delegation_shifts (
  community_id integer not null references communities,
  id uuid not null,
  delegation_id uuid not null,
  on_day date not null,
  people smallint not null check (people > 0),
  -- all hands together; of a counter-entry negative
  minutes integer not null check (minutes <> 0),
  corrects_id uuid,
  entered_at timestamptz not null,
  entered_by uuid not null references people,
  primary key (community_id, id),
  unique (community_id, corrects_id),
  foreign key (community_id, delegation_id) references delegations (community_id, id),
  foreign key (community_id, corrects_id) references delegation_shifts (community_id, id),
  check ((minutes < 0) = (corrects_id is not null))
);
create index delegation_shifts_of_delegation on delegation_shifts (community_id, delegation_id, on_day, id);
create trigger delegation_shifts_kept before update or delete or truncate on delegation_shifts
  for each statement execute function refuse_change();

create table delegation_reports (
  community_id integer not null references communities,
  id uuid not null,
  delegation_id uuid not null,
  words text not null check (words <> ''),
  reported_at timestamptz not null,
  reported_by uuid not null references people,
  primary key (community_id, id),
  foreign key (community_id, delegation_id) references delegations (community_id, id)
);
create index delegation_reports_of_delegation on delegation_reports (community_id, delegation_id, reported_at desc);
create trigger delegation_reports_kept before update or delete or truncate on delegation_reports
  for each statement execute function refuse_change();

-- Whether it is done: said by those who benefited, and by a worker who looked.
create table delegation_verifications (
  community_id integer not null references communities,
  id uuid not null,
  delegation_id uuid not null,
  report_id uuid not null,
  said_as text not null check (said_as in ('beneficiary', 'worker')),
  verdict text not null check (verdict in ('done', 'not_done')),
  person_id uuid references people,
  way text not null check (way in ('page', 'phone', 'paper', 'visit')),
  said_at timestamptz not null,
  entered_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, delegation_id) references delegations (community_id, id),
  foreign key (community_id, report_id) references delegation_reports (community_id, id)
);
create index delegation_verifications_of_report on delegation_verifications (community_id, report_id);
create unique index delegation_verified_once on delegation_verifications (community_id, report_id, said_as, person_id)
  where person_id is not null;

-- L3: what whoever spoke agreed that the group may know, until they take it back.
create table delegation_contacts (
  community_id integer not null references communities,
  id uuid not null,
  delegation_id uuid not null,
  fields text[] not null check (fields <@ array['name', 'phone'] and cardinality(fields) > 0),
  way text not null check (way in ('page', 'phone', 'paper', 'visit')),
  agreed_at timestamptz not null,
  entered_by uuid references people,
  ended_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, delegation_id) references delegations (community_id, id)
);
create unique index delegation_contacts_once on delegation_contacts (community_id, delegation_id) where ended_at is null;

