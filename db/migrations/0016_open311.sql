-- Open311 (GeoReport v2): programs bring what people reported elsewhere, and read what may be read of it.

-- Whether what a program brought can be read in its own words at once, or only in words cleared by a person.
alter table communities add column open311_words text not null default 'after_clearing'
  check (open311_words in ('at_once', 'after_clearing'));

-- A key for a program that brings requests to one community. Only its hash is kept.
create table program_keys (
  community_id integer not null references communities,
  id uuid not null,
  name text not null check (name <> ''),
  key_hash bytea not null,
  issued_at timestamptz not null,
  issued_by uuid references people,
  last_used_at timestamptz,
  ended_at timestamptz,
  ended_by uuid references people,
  primary key (community_id, id),
  unique (community_id, key_hash),
  check ((ended_at is null) = (ended_by is null))
);

-- What is asked beside the words when something of a category is reported: a field of the form, as Open311 describes it.
create table service_attributes (
  community_id integer not null references communities,
  category text not null references categories,
  code text not null check (code ~ '^[A-Za-z0-9_-]{1,40}$'),
  sort smallint not null check (sort > 0),
  datatype text not null check (datatype in ('string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist')),
  required boolean not null,
  -- false: only something to read, nothing to fill in
  variable boolean not null default true,
  question_zh text not null check (question_zh <> ''),
  question_en text not null check (question_en <> ''),
  hint_zh text,
  hint_en text,
  -- of the two lists: [{"key", "zh", "en"}, …]
  choices jsonb not null default '[]',
  primary key (community_id, category, code),
  unique (community_id, category, sort),
  check ((datatype in ('singlevaluelist', 'multivaluelist')) = (jsonb_array_length(choices) > 0)),
  check (variable or not required)
);

-- A voice that a program brought: the service asked for, and the answers to what is asked beside the words.
create table voice_requests (
  community_id integer not null references communities,
  voice_id uuid not null,
  service text not null references categories,
  answers jsonb,
  media_url text,
  key_id uuid not null,
  received_at timestamptz not null,
  primary key (community_id, voice_id),
  foreign key (community_id, voice_id) references voices (community_id, id),
  foreign key (community_id, key_id) references program_keys (community_id, id)
);
create index voice_requests_by_time on voice_requests (community_id, received_at desc);
