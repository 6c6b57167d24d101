-- A topic is what the neighbourhood talks about before somebody decides: from where it came, who has the power, what speaks
-- for and against, and what became of it.

-- Who may decide what (method.md 3.2): each matter with the bodies that have the power, the first of them by default, and the
-- articles it stands on. RC: the residents' committee law as revised on 2025-10-28; CC: the Civil Code.
create table topic_matters (
  code text primary key check (code ~ '^[a-z_]{3,40}$'),
  name_zh text not null check (name_zh <> ''),
  name_en text not null check (name_en <> ''),
  bodies text[] not null check (bodies <> '{}'),
  effects text[] not null check (effects <> '{}' and effects <@ array['binding', 'advisory', 'referral', 'mediation']),
  -- the residents' meeting may authorise the representatives
  delegable boolean not null default false,
  articles text[] not null default '{}',
  -- how the body passes it, where another law than that of residents says so
  passing text check (passing in ('owners_half', 'owners_three_quarters', 'affected_two_thirds')),
  must_study boolean not null default false,
  must_consult boolean not null default false,
  sort smallint not null,
  -- what owners decide never binds by a vote of residents
  check (not bodies && array['owners_assembly', 'affected_owners'] or effects = '{advisory}')
);

-- How many supporters the law turns into a right: that many could demand a residents' meeting, so nobody declines their topic.
create table topic_thresholds (
  basis text primary key check (basis in ('persons', 'households')),
  num smallint not null check (num > 0),
  den smallint not null check (den >= num),
  articles text[] not null
);

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

-- What happened to it, with what everybody is told of it.
create table topic_steps (
  community_id integer not null references communities,
  id uuid not null,
  topic_id uuid not null,
  stage text not null,
  note text,
  taken_at timestamptz not null,
  taken_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, topic_id) references topics (community_id, id)
);
create index topic_steps_of_topic on topic_steps (community_id, topic_id, taken_at);
create trigger topic_steps_kept before update or delete or truncate on topic_steps for each statement execute function refuse_change();

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

-- Counted by one of the office and again by another; a sheet counts once both counts are alike.
create table topic_support_sheets (
  community_id integer not null references communities,
  id uuid not null,
  topic_id uuid not null,
  basis text not null references topic_thresholds,
  signatures integer not null check (signatures > 0),
  struck integer not null default 0 check (struck between 0 and signatures),
  counted_at timestamptz not null,
  counted_by uuid not null references people,
  recounted integer,
  recounted_at timestamptz,
  recounted_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, topic_id) references topics (community_id, id),
  check (counted_by <> recounted_by),
  check (num_nonnulls(recounted, recounted_at, recounted_by) in (0, 3))
);
create index topic_support_sheets_of_topic on topic_support_sheets (community_id, topic_id);

-- Enough support: the count and what it was taken from, fixed when it was reached.
create table topic_thresholds_reached (
  community_id integer not null references communities,
  id uuid not null,
  topic_id uuid not null,
  basis text not null references topic_thresholds,
  supporters integer not null,
  base integer not null,
  needed integer not null,
  reached_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, topic_id, basis),
  foreign key (community_id, topic_id) references topics (community_id, id)
);
create trigger topic_thresholds_reached_kept before update or delete or truncate on topic_thresholds_reached
  for each statement execute function refuse_change();

-- The power check: which body decides, by which article, and whether its word binds. The newest row counts.
create table topic_screenings (
  community_id integer not null references communities,
  id uuid not null,
  topic_id uuid not null,
  matter text not null references topic_matters,
  body text not null check (body in (
    'residents_meeting', 'representatives_meeting', 'residents_committee', 'owners_assembly', 'affected_owners', 'government', 'private_parties')),
  effect text not null check (effect in ('binding', 'advisory', 'referral', 'mediation')),
  articles text[] not null default '{}',
  reason text not null check (reason <> ''),
  -- by which decision of the residents' meeting the representatives may
  authority text,
  must_study boolean not null,
  must_consult boolean not null,
  screened_at timestamptz not null,
  screened_by uuid not null references people,
  primary key (community_id, id),
  foreign key (community_id, topic_id) references topics (community_id, id),
  check (effect <> 'binding' or body in ('residents_meeting', 'representatives_meeting', 'residents_committee')),
  check ((effect = 'referral') <= (body = 'government') and (effect = 'mediation') = (body = 'private_parties'))
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
  entered_by uuid references people,
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

insert into topic_thresholds (basis, num, den, articles) values
  ('persons', 1, 10, '{"RC 26"}'),
  ('households', 1, 10, '{"RC 26"}');

insert into topic_matters (code, name_zh, name_en, bodies, effects, delegable, articles, passing, must_study, must_consult, sort) values
  ('charter_and_covenant', '居民自治章程、居民公约', 'Charter and residents’ covenant', '{residents_meeting}', '{binding,advisory}', true, '{"RC 30"}', null, true, true, 10),
  ('yearly_report', '听取居委会年度工作报告', 'The committee’s yearly report', '{residents_meeting}', '{binding,advisory}', true, '{"RC 30"}', null, true, false, 20),
  ('appraise_committee', '评议居委会成员', 'Appraising members of the committee', '{residents_meeting}', '{binding,advisory}', true, '{"RC 30","RC 37"}', null, true, false, 30),
  ('important_matter', '涉及全体居民利益的重要事项', 'An important matter of all residents', '{residents_meeting}', '{binding,advisory}', true, '{"RC 30","RC 32"}', null, true, true, 40),
  ('undo_representatives', '撤销居民代表会议的决定', 'Undoing what the representatives decided', '{residents_meeting}', '{binding,advisory}', false, '{"RC 30"}', null, true, false, 50),
  ('undo_committee', '撤销居委会的决定', 'Undoing what the committee decided', '{residents_meeting,representatives_meeting}', '{binding,advisory}', false, '{"RC 30"}', null, true, false, 60),
  ('supervisory_committee', '推选居务监督委员会成员', 'Choosing the supervisory committee', '{representatives_meeting,residents_meeting}', '{binding,advisory}', false, '{"RC 36"}', null, true, false, 70),
  ('vacancies', '居委会成员辞职、补选', 'Resignations and vacancies in the committee', '{representatives_meeting,residents_meeting}', '{binding,advisory}', false, '{"RC 21","RC 24"}', null, true, false, 80),
  ('daily_affairs', '社区日常事务', 'Daily affairs of the community', '{residents_committee}', '{binding,advisory}', false, '{}', null, false, false, 90),
  ('property_company', '选聘、解聘物业公司', 'Choosing or dismissing the property company', '{owners_assembly}', '{advisory}', false, '{"CC 278"}', 'owners_half', false, true, 100),
  ('repair_fund_use', '使用维修资金', 'Using the repair fund', '{owners_assembly}', '{advisory}', false, '{"CC 278"}', 'owners_half', false, true, 110),
  ('repair_fund_raise', '筹集维修资金', 'Raising the repair fund', '{owners_assembly}', '{advisory}', false, '{"CC 278"}', 'owners_three_quarters', false, true, 120),
  ('rebuilding', '改建、重建建筑物及附属设施', 'Rebuilding houses and what belongs to them', '{owners_assembly}', '{advisory}', false, '{"CC 278"}', 'owners_three_quarters', false, true, 130),
  ('common_parts_use', '改变共有部分的用途', 'Changing the use of common parts', '{owners_assembly}', '{advisory}', false, '{"CC 278"}', 'owners_three_quarters', false, true, 140),
  ('owners_other', '有关共有部分的其他重大事项', 'Other weighty matters of common parts', '{owners_assembly}', '{advisory}', false, '{"CC 278"}', 'owners_half', false, true, 150),
  ('lift', '单元加装电梯', 'A lift for a stairwell', '{affected_owners}', '{advisory}', false, '{"Jinan-lift"}', 'affected_two_thirds', false, true, 160),
  ('public_duty', '政府职责内的事（道路、执法、公交等）', 'A duty of government (roads, enforcement, buses …)', '{government}', '{referral,advisory}', false, '{}', null, false, false, 170),
  ('dispute', '邻里或双方之间的纠纷', 'A dispute between neighbours or two sides', '{private_parties}', '{mediation}', false, '{"RC 32"}', null, false, false, 180);
