-- A vote on one item of the agenda: the words voted on, who counts, the count, and what it decided.

create table votes (
  community_id integer not null references communities,
  id uuid not null,
  meeting_id uuid not null,
  item_id uuid not null,
  topic_id uuid,
  -- what is voted on, word for word; if it passes, the text of the resolution
  question text not null check (question <> ''),
  way text not null check (way in ('show_of_hands', 'roll_call', 'preference_poll', 'secret_paper')),
  about_persons boolean not null default false,
  -- why the meeting votes openly where the law's default is secret
  way_reason text,
  effect text not null check (effect in ('binding', 'advisory')),
  -- why it only advises: codes of src/discuss/ballots/effect-of-vote.ts
  advisory_because text[] not null default '{}',
  -- whose rights it touches: then it waits for a look by a lawyer (D9)
  touches text[] not null default '{}' check (touches <@ array['personal', 'property', 'democratic']),
  -- without a topic that was screened: what of the body's own matters it is, and on whose authority
  matter text,
  authority text,
  -- the rule as src/discuss/ballots/passing-rule.ts reads it, with its article, fixed when the vote opens
  rule jsonb not null,
  options jsonb not null default '[]',
  stage text not null check (stage in ('open', 'closed', 'counted', 'void')),
  -- the denominator (D2): what the roll said when the vote was closed
  eligible integer,
  present integer,
  opened_at timestamptz not null,
  opened_by uuid not null references people,
  closed_at timestamptz,
  closed_by uuid references people,
  -- of a secret ballot: nothing comes into the box afterwards
  box_opened_at timestamptz,
  box_opened_by uuid references people,
  voided_at timestamptz,
  voided_by uuid references people,
  void_reason text,
  primary key (community_id, id),
  foreign key (community_id, meeting_id) references meetings (community_id, id),
  foreign key (community_id, item_id) references agenda_items (community_id, id),
  foreign key (community_id, topic_id) references topics (community_id, id),
  check ((effect = 'advisory') = (advisory_because <> '{}')),
  check (num_nonnulls(closed_at, closed_by, eligible, present) in (0, 4)),
  check (stage in ('open', 'void') or closed_at is not null),
  check (num_nonnulls(voided_at, voided_by, void_reason) = case stage when 'void' then 3 else 0 end)
);
create index votes_of_meeting on votes (community_id, meeting_id, opened_at);
create index votes_of_topic on votes (community_id, topic_id) where topic_id is not null;
create unique index votes_one_at_a_time on votes (community_id, item_id) where stage in ('open', 'closed');
create trigger votes_kept before delete or truncate on votes for each statement execute function refuse_change();

-- By name, in an open vote or of a party that binds itself; the newest answer of a row counts.
create table roll_call_answers (
  community_id integer not null references communities,
  id uuid not null,
  vote_id uuid not null,
  entry_id uuid not null,
  answer text not null check (answer in ('yes', 'no', 'abstain')),
  -- of a party: what it binds itself to, or why it refuses
  words text,
  answered_at timestamptz not null,
  entered_by uuid not null references people,
  primary key (community_id, id),
  foreign key (community_id, vote_id) references votes (community_id, id),
  foreign key (community_id, entry_id) references roll_entries (community_id, id)
);
create index roll_call_answers_of_vote on roll_call_answers (community_id, vote_id, entry_id, answered_at desc, id desc);
create trigger roll_call_answers_kept before update or delete or truncate on roll_call_answers
  for each statement execute function refuse_change();

-- How many papers of a preference poll put the options in this order; nobody's name, no order of coming in.
create table poll_papers (
  community_id integer not null references communities,
  id uuid not null,
  vote_id uuid not null,
  ranking smallint[] not null check (ranking <> '{}'),
  papers integer not null check (papers > 0),
  entered_at timestamptz not null,
  entered_by uuid not null references people,
  primary key (community_id, id),
  foreign key (community_id, vote_id) references votes (community_id, id)
);
create index poll_papers_of_vote on poll_papers (community_id, vote_id);
create trigger poll_papers_kept before update or delete or truncate on poll_papers for each statement execute function refuse_change();

-- What each of two tellers counted, apart from each other. Where they differ both count again: the next round.
create table teller_counts (
  community_id integer not null references communities,
  id uuid not null,
  vote_id uuid not null,
  round smallint not null check (round > 0),
  teller_id uuid not null references people,
  issued integer not null,
  returned integer not null,
  invalid integer not null check (invalid >= 0),
  yes integer not null check (yes >= 0),
  no integer not null check (no >= 0),
  abstain integer not null check (abstain >= 0),
  -- of an owners' poll, in hundredths of a square metre: of all owners, of those who took part, of those who said yes
  area bigint,
  area_taking_part bigint,
  area_yes bigint,
  entered_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, vote_id, round, teller_id),
  foreign key (community_id, vote_id) references votes (community_id, id),
  check (returned <= issued and invalid + yes + no + abstain = returned),
  check (num_nonnulls(area, area_taking_part, area_yes) in (0, 3)),
  check (area_yes <= area_taking_part and area_taking_part <= area)
);
create trigger teller_counts_kept before update or delete or truncate on teller_counts
  for each statement execute function refuse_change();

-- A paper that turned up late. Before the box is open it is counted if it came in time; afterwards it is an irregularity, and
-- if it could turn the result, the body that called the vote says what follows.
create table late_papers (
  community_id integer not null references communities,
  id uuid not null,
  vote_id uuid not null,
  papers integer not null check (papers > 0),
  found text not null check (found in ('before_box', 'after_box')),
  in_time boolean not null,
  note text not null check (note <> ''),
  noted_at timestamptz not null,
  noted_by uuid not null references people,
  ruling text check (ruling in ('stands', 'annulled')),
  ruling_reason text,
  ruled_at timestamptz,
  ruled_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, vote_id) references votes (community_id, id),
  check (num_nonnulls(ruling, ruling_reason, ruled_at, ruled_by) in (0, 4))
);
create index late_papers_of_vote on late_papers (community_id, vote_id, noted_at);
create trigger late_papers_kept before delete or truncate on late_papers for each statement execute function refuse_change();

-- What a vote ended in. Written once.
create table tallies (
  community_id integer not null references communities,
  id uuid not null,
  vote_id uuid not null,
  outcome text not null check (outcome in ('passed', 'failed', 'tie', 'inquorate', 'ranked')),
  -- as src/discuss/ballots/tally.ts reads it
  counts jsonb not null,
  sha256 text not null,
  counted_at timestamptz not null,
  counted_by uuid not null references people,
  witnessed_by uuid references people,
  primary key (community_id, id),
  unique (community_id, vote_id),
  foreign key (community_id, vote_id) references votes (community_id, id),
  check (counted_by <> witnessed_by)
);
create trigger tallies_kept before update or delete or truncate on tallies for each statement execute function refuse_change();

create table resolution_counters (
  community_id integer not null references communities,
  year smallint not null,
  last integer not null,
  primary key (community_id, year)
);

-- What a body has decided. Its text never changes; what follows from it stands in act.
create table resolutions (
  community_id integer not null references communities,
  id uuid not null,
  year smallint not null,
  serial integer not null,
  meeting_id uuid not null,
  item_id uuid not null,
  topic_id uuid,
  vote_id uuid not null,
  body text not null,
  effect text not null check (effect in ('binding', 'advisory')),
  text text not null check (text <> ''),
  -- a charter or covenant, filed with the street [law RC 31]
  must_file boolean not null default false,
  -- of a joint meeting: the party that bound itself
  party_id uuid,
  resolved_at timestamptz not null,
  recorded_by uuid not null references people,
  primary key (community_id, id),
  unique (community_id, year, serial),
  foreign key (community_id, meeting_id) references meetings (community_id, id),
  foreign key (community_id, item_id) references agenda_items (community_id, id),
  foreign key (community_id, topic_id) references topics (community_id, id),
  foreign key (community_id, vote_id) references votes (community_id, id),
  foreign key (community_id, party_id) references joint_parties (community_id, id)
);
create index resolutions_of_meeting on resolutions (community_id, meeting_id);
create index resolutions_of_topic on resolutions (community_id, topic_id) where topic_id is not null;
create trigger resolutions_kept before update or delete or truncate on resolutions
  for each statement execute function refuse_change();

-- How it goes on with a resolution: blocked for a look by a lawyer and cleared (D9), published, filed, corrected, annulled,
-- no action with a reason (D10), its carrying-out reported.
create table resolution_steps (
  community_id integer not null references communities,
  id uuid not null,
  resolution_id uuid not null,
  step text not null check (step in ('blocked', 'cleared', 'published', 'filed', 'corrected', 'annulled', 'no_action', 'reported')),
  reason text,
  reference text,
  taken_at timestamptz not null,
  taken_by uuid not null references people,
  primary key (community_id, id),
  foreign key (community_id, resolution_id) references resolutions (community_id, id)
);
create index resolution_steps_of_resolution on resolution_steps (community_id, resolution_id, taken_at);
create trigger resolution_steps_kept before update or delete or truncate on resolution_steps
  for each statement execute function refuse_change();

-- Somebody holds that a resolution is wrong or takes away a right; it is answered with a reason.
create table resolution_objections (
  community_id integer not null references communities,
  id uuid not null,
  resolution_id uuid not null,
  words text not null,
  way text not null check (way in ('page', 'paper')),
  objected_at timestamptz not null,
  objected_by uuid references people,
  entered_by uuid references people,
  outcome text check (outcome in ('upheld', 'corrected', 'annulled')),
  reason text,
  decided_at timestamptz,
  decided_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, resolution_id) references resolutions (community_id, id),
  check (num_nonnulls(outcome, reason, decided_at, decided_by) in (0, 4))
);
create index resolution_objections_of_resolution on resolution_objections (community_id, resolution_id, objected_at);
create unique index resolution_objections_once on resolution_objections (community_id, resolution_id, objected_by)
  where objected_by is not null and decided_at is null;
create trigger resolution_objections_kept before delete or truncate on resolution_objections
  for each statement execute function refuse_change();
