-- Where people live: district → street → community → grid → estate → building → stairwell unit → household.
-- Districts, streets and communities are small tables shared by all tenants; `places` belongs to its community.

create extension if not exists btree_gin;

create table installations (
  one boolean primary key default true check (one),
  kind text not null check (kind in ('real', 'demo')),
  installed_at timestamptz not null default now()
);

create table districts (
  id integer generated always as identity primary key,
  name text not null unique check (name <> '')
);

create table streets (
  id integer generated always as identity primary key,
  district_id integer not null references districts,
  name text not null check (name <> ''),
  unique (district_id, name)
);

create table communities (
  id integer generated always as identity primary key,
  street_id integer not null references streets,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,38}$'),
  name text not null check (name <> ''),
  name_en text,
  phone text,
  office_hours text,
  created_at timestamptz not null default now(),
  unique (street_id, name)
);

-- One tree per community. `full_name` is the address as neighbours say it; `building_id` saves walking up the tree.
create table places (
  community_id integer not null references communities,
  id uuid not null,
  parent_id uuid,
  level text not null check (level in ('grid', 'estate', 'building', 'unit', 'household')),
  name text not null check (name <> ''),
  full_name text not null,
  building_id uuid,
  created_at timestamptz not null default now(),
  created_by uuid,
  ended_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, parent_id) references places (community_id, id),
  foreign key (community_id, building_id) references places (community_id, id)
);
-- A place that ended keeps its row; its name is free again.
create unique index places_named_once on places (community_id, parent_id, level, name) nulls not distinct where ended_at is null;
create index places_by_building on places (community_id, building_id, level);
create index places_households on places (community_id) where level = 'household' and ended_at is null;
