-- A view of the queue that somebody uses again and again: a name for the filter part of its address.
create table saved_filters (
  community_id integer not null references communities,
  id uuid not null,
  person_id uuid not null references people,
  name text not null check (name <> ''),
  query text not null,
  created_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, person_id, name)
);
