-- A vote on one item of the agenda: the question, who counts, the count, and what it decided.

create table votes (
  community_id integer not null references communities,
  id uuid not null,
  meeting_id uuid not null,
  item_id uuid not null,
  topic_id uuid,
  question text not null check (question <> ''),
  way text not null check (way in ('show_of_hands', 'roll_call', 'preference_poll', 'secret_paper')),
  effect text not null check (effect in ('binding', 'advisory')),
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
  primary key (community_id, id),
  foreign key (community_id, meeting_id) references meetings (community_id, id),
  foreign key (community_id, item_id) references agenda_items (community_id, id),
  foreign key (community_id, topic_id) references topics (community_id, id)
);
create index votes_of_meeting on votes (community_id, meeting_id);
create index votes_of_topic on votes (community_id, topic_id) where topic_id is not null;

-- What a vote ended in: passed, failed, or why it is void. Written once.
create table tallies (
  community_id integer not null references communities,
  id uuid not null,
  vote_id uuid not null,
  outcome text not null check (outcome in ('passed', 'failed', 'tie', 'inquorate', 'void')),
  -- yes, no, abstain, invalid, not returned; of an owners' vote also by area
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
  vote_id uuid,
  body text not null,
  effect text not null check (effect in ('binding', 'advisory')),
  text text not null check (text <> ''),
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

-- How it goes on with a resolution: published, filed, blocked for legal review (D9), objected to, annulled, no action (D10).
create table resolution_steps (
  community_id integer not null references communities,
  id uuid not null,
  resolution_id uuid not null,
  step text not null check (step in ('blocked', 'cleared', 'published', 'filed', 'objected', 'upheld', 'corrected', 'annulled', 'no_action', 'reported', 'reviewed')),
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
