-- What happened at the door can be read by those it concerns and changed by nobody.
create trigger security_events_append_only before update or delete or truncate on security_events
  for each statement execute function refuse_change();
create index security_events_of_community on security_events (community_id, at) where community_id is not null;
create index security_events_of_person on security_events (person_id, at) where person_id is not null;

-- Where somebody who serves has signed in from before: a keyed hash of person and address, no address. A sign-in from
-- elsewhere is told to its owner; and a storm of wrong passwords from elsewhere doesn't shut the owner out.
create table familiar_places (
  person_id uuid not null references people,
  place bytea not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (person_id, place)
);

-- Opening a colleague's lost sign-in takes two: one asks, another seconds; each holds half of the first password.
create table sign_in_resets (
  community_id integer not null references communities,
  id uuid not null,
  person_id uuid not null references people,
  asked_by uuid not null references people,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  seconded_by uuid references people,
  seconded_at timestamptz,
  dropped_by uuid references people,
  dropped_at timestamptz,
  primary key (community_id, id),
  check (asked_by <> person_id),
  check (seconded_by <> asked_by and seconded_by <> person_id),
  check ((seconded_by is null) = (seconded_at is null)),
  check ((dropped_by is null) = (dropped_at is null))
);
create unique index sign_in_resets_open on sign_in_resets (community_id, person_id) where seconded_at is null and dropped_at is null;

-- The same keyed hash on a session, until the second proof makes the place familiar.
alter table sessions add column place bytea;
