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

-- What a community chose where the law leaves it open; the newest row of a kind counts.
create table meeting_kind_choices (
  community_id integer not null references communities,
  id uuid not null,
  kind text not null references meeting_kinds,
  notice_days smallint check (notice_days between 0 and 60),
  quorum_num smallint check (quorum_num between 0 and 100),
  quorum_den smallint check (quorum_den between 1 and 100),
  reason text not null check (reason <> ''),
  chosen_at timestamptz not null,
  chosen_by uuid not null references people,
  primary key (community_id, id)
);
create index meeting_kind_choices_newest on meeting_kind_choices (community_id, kind, chosen_at desc);
create trigger meeting_kind_choices_kept before update or delete or truncate on meeting_kind_choices
  for each statement execute function refuse_change();

create table meeting_counters (
  community_id integer not null references communities,
  year smallint not null,
  last integer not null,
  primary key (community_id, year)
);

-- Four discussions, two disclosures: a chain of meetings about one matter.
create table decision_tracks (
  community_id integer not null references communities,
  id uuid not null,
  title text not null check (title <> ''),
  topic_id uuid,
  begun_at timestamptz not null,
  begun_by uuid not null references people,
  primary key (community_id, id),
  foreign key (community_id, topic_id) references topics (community_id, id)
);

-- A meeting somebody has the right to demand, and who signed for it.
create table meeting_demands (
  community_id integer not null references communities,
  id uuid not null,
  kind text not null references meeting_kinds,
  -- whose signatures are counted, and how many are needed: fixed when it begins
  signed_by text not null check (signed_by in ('residents', 'households', 'representatives', 'chiefs', 'parties', 'sides')),
  base integer not null check (base >= 0),
  needed integer not null check (needed > 0),
  matter text not null check (matter <> ''),
  begun_at timestamptz not null,
  begun_by uuid references people,
  reached_at timestamptz,
  owed_on date,
  ended_at timestamptz,
  end_reason text,
  primary key (community_id, id),
  check ((reached_at is null) = (owed_on is null)),
  check ((ended_at is null) = (end_reason is null))
);
create index meeting_demands_open on meeting_demands (community_id, begun_at desc);

create table meeting_demand_signatures (
  community_id integer not null references communities,
  id uuid not null,
  demand_id uuid not null,
  person_id uuid references people,
  -- one household signs once
  place_id uuid,
  signed_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, demand_id) references meeting_demands (community_id, id),
  foreign key (community_id, place_id) references places (community_id, id)
);
create unique index meeting_demand_signatures_once on meeting_demand_signatures (community_id, demand_id, person_id)
  where withdrawn_at is null and person_id is not null;
create unique index meeting_demand_signatures_of_household on meeting_demand_signatures (community_id, demand_id, place_id)
  where withdrawn_at is null and place_id is not null;

create table meeting_demand_sheets (
  community_id integer not null references communities,
  id uuid not null,
  demand_id uuid not null,
  signatures integer not null check (signatures > 0),
  struck integer not null default 0 check (struck between 0 and signatures),
  counted_at timestamptz not null,
  counted_by uuid not null references people,
  -- the second count, by somebody else; only a sheet counted twice alike counts
  recounted integer,
  recounted_at timestamptz,
  recounted_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, demand_id) references meeting_demands (community_id, id),
  check (counted_by <> recounted_by),
  check (num_nonnulls(recounted, recounted_at, recounted_by) in (0, 3))
);
create index meeting_demand_sheets_of on meeting_demand_sheets (community_id, demand_id);

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
  -- of a persons' meeting: how many the voters' register counts, when not all of them are in the house
  registered integer check (registered > 0),
  -- shown in the room at check-in: whoever is there can read it
  check_in_code text not null check (check_in_code ~ '^[0-9]{6}$'),
  -- a step of the track of four discussions and two disclosures
  track_id uuid,
  track_step smallint check (track_step between 1 and 4),
  -- the demand that made it owed
  demand_id uuid,
  planned_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, year, serial),
  foreign key (community_id, organization_id) references organizations (community_id, id),
  foreign key (community_id, building_id) references places (community_id, id),
  foreign key (community_id, second_call_of) references meetings (community_id, id),
  foreign key (community_id, track_id) references decision_tracks (community_id, id),
  foreign key (community_id, demand_id) references meeting_demands (community_id, id),
  check (ends_at > starts_at)
);
create index meetings_by_time on meetings (community_id, starts_at desc);
create index meetings_by_stage on meetings (community_id, stage, starts_at);
create index meetings_of_track on meetings (community_id, track_id, track_step) where track_id is not null;
create trigger meetings_kept before delete or truncate on meetings for each statement execute function refuse_change();

-- What happened to it, with the reason where one is owed.
create table meeting_steps (
  community_id integer not null references communities,
  id uuid not null,
  meeting_id uuid not null,
  step text not null check (step in ('planned', 'called', 'opened', 'inquorate', 'adjourned', 'closed', 'minuted', 'cancelled')),
  reason text,
  taken_at timestamptz not null,
  taken_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, meeting_id) references meetings (community_id, id)
);
create index meeting_steps_of_meeting on meeting_steps (community_id, meeting_id, taken_at);
create trigger meeting_steps_kept before update or delete or truncate on meeting_steps
  for each statement execute function refuse_change();

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
  part text not null check (part in ('household', 'resident', 'representative', 'committee', 'chief', 'party', 'seat', 'side', 'guest')),
  -- its duty is at stake: without it the meeting has no quorum
  required boolean not null default false,
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
create index roll_entries_by_label on roll_entries (community_id, meeting_id, label);
create unique index roll_entries_of_person on roll_entries (community_id, meeting_id, person_id) where person_id is not null;
create unique index roll_entries_of_household on roll_entries (community_id, meeting_id, place_id) where place_id is not null;

create table roll_marks (
  community_id integer not null references communities,
  id uuid not null,
  meeting_id uuid not null,
  entry_id uuid not null,
  standing text not null check (standing in ('present', 'proxy', 'paper', 'excused', 'absent', 'recused')),
  way text not null check (way in ('desk', 'code', 'paper_roll', 'proxy', 'paper_ballot')),
  -- who came instead (itself on the roll), and on what paper
  proxy_entry_id uuid,
  document text,
  marked_at timestamptz not null,
  marked_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, meeting_id) references meetings (community_id, id),
  foreign key (community_id, entry_id) references roll_entries (community_id, id),
  foreign key (community_id, proxy_entry_id) references roll_entries (community_id, id),
  check ((standing = 'proxy') = (proxy_entry_id is not null))
);
create index roll_marks_of_proxy on roll_marks (community_id, proxy_entry_id) where proxy_entry_id is not null;
create index roll_marks_of_entry on roll_marks (community_id, entry_id, marked_at);
create trigger roll_marks_kept before update or delete or truncate on roll_marks
  for each statement execute function refuse_change();

-- The roll as it stood when it mattered: its figures and the hash that stands in the public ledger.
create table roll_seals (
  community_id integer not null references communities,
  id uuid not null,
  meeting_id uuid not null,
  moment text not null check (moment in ('opened', 'inquorate', 'adjourned', 'closed')),
  eligible integer not null,
  present integer not null,
  excused integer not null,
  absent integer not null,
  quorum integer,
  sha256 text not null,
  sealed_at timestamptz not null,
  sealed_by uuid not null references people,
  primary key (community_id, id),
  foreign key (community_id, meeting_id) references meetings (community_id, id),
  check (present + excused + absent = eligible)
);
create index roll_seals_of_meeting on roll_seals (community_id, meeting_id, sealed_at);
create trigger roll_seals_kept before update or delete or truncate on roll_seals for each statement execute function refuse_change();

-- A party of the joint meeting that will not take part, or not in this matter: written down as it said it.
create table party_refusals (
  community_id integer not null references communities,
  id uuid not null,
  meeting_id uuid not null,
  entry_id uuid not null,
  reason text not null check (reason <> ''),
  refused_at timestamptz not null,
  noted_by uuid not null references people,
  primary key (community_id, id),
  unique (community_id, entry_id),
  foreign key (community_id, meeting_id) references meetings (community_id, id),
  foreign key (community_id, entry_id) references roll_entries (community_id, id)
);
create trigger party_refusals_kept before update or delete or truncate on party_refusals
  for each statement execute function refuse_change();

-- The newest version counts; who approved an older one approves again.
create table meeting_minutes (
  community_id integer not null references communities,
  id uuid not null,
  meeting_id uuid not null,
  body text not null check (body <> ''),
  minority_view text,
  written_at timestamptz not null,
  written_by uuid not null references people,
  primary key (community_id, id),
  foreign key (community_id, meeting_id) references meetings (community_id, id)
);
create index meeting_minutes_of_meeting on meeting_minutes (community_id, meeting_id, written_at desc);
create trigger meeting_minutes_kept before update or delete or truncate on meeting_minutes
  for each statement execute function refuse_change();

-- Approved by two who were there, other than the writer (D12): on the page, or signed on the print and entered.
create table meeting_minutes_approvals (
  community_id integer not null references communities,
  id uuid not null,
  minutes_id uuid not null,
  person_id uuid references people,
  entry_id uuid,
  way text not null check (way in ('page', 'paper')),
  approved_at timestamptz not null,
  entered_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, minutes_id) references meeting_minutes (community_id, id),
  foreign key (community_id, entry_id) references roll_entries (community_id, id)
);
create unique index meeting_minutes_approved_once on meeting_minutes_approvals (community_id, minutes_id, person_id)
  where person_id is not null;
create unique index meeting_minutes_approved_by_entry on meeting_minutes_approvals (community_id, minutes_id, entry_id)
  where entry_id is not null;
create trigger meeting_minutes_approvals_kept before update or delete or truncate on meeting_minutes_approvals
  for each statement execute function refuse_change();

-- What was asked or said in a hearing, and the answer the deciding body owes in writing.
create table meeting_questions (
  community_id integer not null references communities,
  id uuid not null,
  meeting_id uuid not null,
  words text not null check (words <> ''),
  noted_at timestamptz not null,
  noted_by uuid not null references people,
  due_at timestamptz not null,
  answer text,
  answered_at timestamptz,
  answered_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, meeting_id) references meetings (community_id, id),
  check (num_nonnulls(answer, answered_at, answered_by) in (0, 3))
);
create index meeting_questions_of_meeting on meeting_questions (community_id, meeting_id, noted_at);

-- The kinds of method.md 3.2. RC: the residents' committee law as revised on 2025-10-28; what carries no article is our default.
insert into meeting_kinds (code, name_zh, name_en, statutory, articles, rules, sort) values
  ('residents_meeting', '居民会议', 'Residents’ meeting', true, '{"RC 26","RC 27","RC 30"}',
   '{"called_by": "residents_committee", "callers": ["community_secretary", "community_worker"], "demands": [{"by": "residents", "num": 1, "den": 10}, {"by": "households", "num": 1, "den": 10}, {"by": "representatives", "num": 1, "den": 3}], "owed_days": 30, "notice_days": 10, "short_notice": "with_reason", "quorum": {"num": 1, "den": 2, "more": true}, "passing": "majority_of_present", "ballot": "secret", "proxies": "written", "effects": ["charter", "yearly_report", "appraise_committee", "important_matters", "undo"], "record": ["roll", "count", "resolution", "disclosure", "filing"], "minutes_days": 5, "answers_days": null, "statement": false, "confidential": false, "module": null, "roll": "residents", "bases": ["households", "persons"]}', 10),
  ('representatives_meeting', '居民代表会议', 'Representatives’ meeting', true, '{"RC 28","RC 29","RC 30"}',
   '{"called_by": "residents_committee", "callers": ["community_secretary", "community_worker"], "demands": [{"by": "representatives", "num": 1, "den": 5}], "owed_days": 30, "notice_days": 5, "short_notice": "with_reason", "quorum": {"num": 2, "den": 3, "more": false}, "passing": "majority_of_present", "ballot": "secret", "proxies": "none", "effects": ["authorised", "undo_committee", "supervisory_committee", "vacancies"], "record": ["roll", "count", "resolution", "disclosure", "filing"], "minutes_days": 5, "answers_days": null, "statement": false, "confidential": false, "module": null, "roll": "representatives", "bases": ["members"]}', 20),
  ('building_chief_meeting', '楼长会', 'Building-chief meeting', false, '{}',
   '{"called_by": "secretary", "callers": ["community_secretary", "community_worker"], "demands": [{"by": "chiefs", "count": 3}], "owed_days": 30, "notice_days": 3, "short_notice": "with_reason", "quorum": {"num": 1, "den": 2, "more": true}, "passing": "consensus_or_majority", "ballot": "hands", "proxies": "none", "effects": ["advice", "building_matters", "topics"], "record": ["minutes", "tasks"], "minutes_days": 2, "answers_days": null, "statement": false, "confidential": false, "module": null, "roll": "building_chiefs", "bases": ["members"]}', 30),
  ('joint_meeting', '五位一体联席会', 'Five-party joint meeting', false, '{"Shandong-property 74"}',
   '{"called_by": "party_organization", "callers": ["community_secretary", "community_worker", "street_supervisor"], "demands": [{"by": "parties", "count": 1}, {"by": "residents", "count": 20}], "owed_days": 30, "notice_days": 3, "short_notice": "same_day", "quorum": {"num": 4, "den": 5, "more": false}, "passing": "each_binds_itself", "ballot": "roll_call", "proxies": "none", "effects": ["commitments", "referral"], "record": ["minutes", "commitments"], "minutes_days": 2, "answers_days": null, "statement": false, "confidential": false, "module": null, "roll": "joint_parties", "bases": ["parties"]}', 40),
  ('deliberative_council', '居民议事会', 'Deliberative council', false, '{"RC 32"}',
   '{"called_by": "residents_committee", "callers": ["community_secretary", "community_worker"], "demands": [{"by": "residents", "count": 10}], "owed_days": 30, "notice_days": 5, "short_notice": "with_reason", "quorum": {"num": 1, "den": 2, "more": true}, "passing": "statement", "ballot": "poll", "proxies": "none", "effects": ["opinion"], "record": ["statement", "arguments"], "minutes_days": 5, "answers_days": null, "statement": true, "confidential": false, "module": null, "roll": "seats", "bases": ["seats"]}', 50),
  ('public_hearing', '听证会', 'Public hearing', false, '{"RC 32"}',
   '{"called_by": "organiser", "callers": ["community_secretary", "community_worker"], "demands": [{"by": "households", "num": 1, "den": 10}], "owed_days": 30, "notice_days": 10, "short_notice": "with_reason", "quorum": {"num": 2, "den": 3, "more": false}, "passing": "none", "ballot": "none", "proxies": "none", "effects": ["opinions"], "record": ["summary", "answers"], "minutes_days": 5, "answers_days": 10, "statement": false, "confidential": false, "module": null, "roll": "invited", "bases": ["sides"]}', 60),
  ('open_talk', '恳谈会', 'Open talk', false, '{"RC 32"}',
   '{"called_by": "residents_committee", "callers": ["community_secretary", "community_worker"], "demands": [{"by": "residents", "count": 10}], "owed_days": 30, "notice_days": 3, "short_notice": "with_reason", "quorum": null, "passing": "none", "ballot": "none", "proxies": "none", "effects": ["opinions", "topics"], "record": ["notes"], "minutes_days": 5, "answers_days": null, "statement": false, "confidential": false, "module": null, "roll": "none", "bases": ["none"]}', 70),
  ('mediation_meeting', '调解会', 'Mediation meeting', false, '{"Shanghai-RC"}',
   '{"called_by": "mediator", "callers": ["community_secretary", "community_worker"], "demands": [{"by": "sides", "count": 1}], "owed_days": 30, "notice_days": 0, "short_notice": "same_day", "quorum": {"num": 1, "den": 1, "more": false}, "passing": "agreement", "ballot": "none", "proxies": "none", "effects": ["agreement"], "record": ["confidential"], "minutes_days": 2, "answers_days": null, "statement": false, "confidential": true, "module": null, "roll": "invited", "bases": ["sides"]}', 80),
  ('review_meeting', '评议会', 'Review meeting', false, '{"Shanghai-RC"}',
   '{"called_by": "supervisory_committee", "callers": ["community_secretary", "community_worker", "supervisory_member"], "demands": [], "owed_days": 30, "notice_days": 5, "short_notice": "with_reason", "quorum": null, "passing": "rating", "ballot": "secret", "proxies": "none", "effects": ["ratings"], "record": ["ratings"], "minutes_days": 5, "answers_days": null, "statement": false, "confidential": false, "module": null, "roll": "none", "bases": ["none"]}', 90),
  ('branch_proposal', '党支部会提议', 'Proposal by the branch', false, '{}',
   '{"called_by": "party_organization", "callers": ["community_secretary", "community_worker"], "demands": [], "owed_days": 30, "notice_days": 0, "short_notice": "same_day", "quorum": {"num": 1, "den": 2, "more": true}, "passing": "majority_of_present", "ballot": "hands", "proxies": "none", "effects": ["proposal"], "record": ["minutes"], "minutes_days": 2, "answers_days": null, "statement": false, "confidential": false, "module": "party_organization", "roll": "party_organization", "bases": ["members"]}', 100),
  ('two_committees_meeting', '两委会商议', 'Two committees’ consultation', false, '{}',
   '{"called_by": "party_organization", "callers": ["community_secretary", "community_worker"], "demands": [], "owed_days": 30, "notice_days": 0, "short_notice": "same_day", "quorum": {"num": 1, "den": 2, "more": true}, "passing": "majority_of_present", "ballot": "hands", "proxies": "none", "effects": ["draft"], "record": ["minutes"], "minutes_days": 2, "answers_days": null, "statement": false, "confidential": false, "module": "party_organization", "roll": "residents_committee", "bases": ["members"]}', 110),
  ('party_members_meeting', '党员大会审议', 'Party members’ meeting', false, '{}',
   '{"called_by": "party_organization", "callers": ["community_secretary", "community_worker"], "demands": [], "owed_days": 30, "notice_days": 3, "short_notice": "with_reason", "quorum": {"num": 2, "den": 3, "more": false}, "passing": "majority_of_entitled", "ballot": "hands", "proxies": "none", "effects": ["examined"], "record": ["minutes", "disclosure"], "minutes_days": 2, "answers_days": null, "statement": false, "confidential": false, "module": "party_organization", "roll": "party_organization", "bases": ["members"]}', 120);
