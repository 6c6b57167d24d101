-- Who may sign in and in which role. People stand above communities (one person may serve two); a role says where.

create table people (
  id uuid primary key,
  name text not null check (name <> ''),
  username text check (username = lower(username)),
  phone text,
  email text,
  locale text not null default 'zh-CN' check (locale in ('zh-CN', 'en')),
  created_at timestamptz not null default now(),
  created_by uuid references people,
  ended_at timestamptz,
  ended_by uuid references people
);
create unique index people_username on people (username) where username is not null;
create unique index people_phone on people (phone) where phone is not null;

-- A role is a row with scope, start, end and who gave it.
create table roles (
  id uuid primary key,
  person_id uuid not null references people,
  role text not null check (role in (
    'resident', 'building_chief', 'liaison_officer', 'community_worker', 'community_secretary',
    'supervisory_member', 'property_manager', 'street_supervisor', 'district_supervisor', 'administrator')),
  district_id integer references districts,
  street_id integer references streets,
  community_id integer references communities,
  place_id uuid,
  unit_name text,
  starts_at timestamptz not null default now(),
  ends_at timestamptz check (ends_at > starts_at),
  given_by uuid references people,
  given_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_by uuid references people,
  end_reason text,
  foreign key (community_id, place_id) references places (community_id, id),
  check (case role
    when 'district_supervisor' then district_id is not null and street_id is null and community_id is null
    when 'street_supervisor' then street_id is not null and district_id is null and community_id is null
    else community_id is not null and district_id is null and street_id is null end),
  check (role not in ('building_chief', 'liaison_officer') or place_id is not null)
);
create index roles_of_person on roles (person_id);
create index roles_in_community on roles (community_id, role) where ended_at is null;

create table passwords (
  person_id uuid primary key references people,
  hash text not null,
  changed_at timestamptz not null default now()
);

create table authenticators (
  person_id uuid primary key references people,
  secret text not null,
  confirmed_at timestamptz,
  last_step integer not null default 0
);

create table recovery_codes (
  person_id uuid not null references people,
  hash text not null,
  used_at timestamptz,
  primary key (person_id, hash)
);

-- A printed card with which a household signs in without a phone.
create table invitations (
  community_id integer not null references communities,
  id uuid not null,
  person_id uuid not null references people,
  code_prefix text not null,
  code_hash text not null,
  created_at timestamptz not null default now(),
  created_by uuid not null references people,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid references people,
  primary key (community_id, id),
  unique (community_id, code_prefix)
);

-- A sign-in code sent to a phone: kept as an HMAC, taken once by deleting the row.
create table phone_codes (
  id uuid primary key,
  community_id integer not null references communities,
  phone text not null,
  code_hmac bytea not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  tries smallint not null default 0
);
create index phone_codes_by_phone on phone_codes (phone, created_at);

-- Signed-in staff, signed-in residents, and holders of a number with its query code.
create table sessions (
  token_hash bytea primary key,
  id uuid not null unique,
  kind text not null check (kind in ('staff', 'resident', 'holder')),
  assurance text not null check (assurance in ('first_factor', 'full')),
  person_id uuid references people,
  community_id integer references communities,
  voice_id uuid,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  idle_until timestamptz not null,
  absolute_until timestamptz not null,
  stepped_up_at timestamptz,
  ended_at timestamptz,
  device text not null default '',
  check ((kind = 'holder') = (person_id is null)),
  check ((kind = 'holder') = (voice_id is not null))
);
create index sessions_of_person on sessions (person_id) where ended_at is null;

create table access_tokens (
  id uuid primary key,
  person_id uuid not null references people,
  name text not null check (name <> ''),
  token_hash bytea not null unique,
  scopes text[] not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  ended_at timestamptz
);
create index access_tokens_of_person on access_tokens (person_id);

-- What happened at the door: sign-ins, failures, roles given and ended, tokens made.
create table security_events (
  id uuid primary key,
  at timestamptz not null,
  name text not null,
  person_id uuid,
  actor_id uuid,
  community_id integer,
  data jsonb not null default '{}'
);
create index security_events_by_time on security_events (at);
