-- Who does things together here: bodies with seats and terms, associations, teams, and the parties of the joint meeting.

-- Whether a part of the house is used (the Party-organisation module): the newest row counts; without one it is on.
create table module_switches (
  community_id integer not null references communities,
  id uuid not null,
  module text not null check (module in ('party_organization')),
  state text not null check (state in ('on', 'off')),
  reason text not null check (reason <> ''),
  switched_at timestamptz not null,
  switched_by uuid not null references people,
  primary key (community_id, id)
);
create index module_switches_newest on module_switches (community_id, module, switched_at desc);
create trigger module_switches_kept before update or delete or truncate on module_switches
  for each statement execute function refuse_change();

create table organizations (
  community_id integer not null references communities,
  id uuid not null,
  kind text not null check (kind in (
    'party_organization', 'residents_committee', 'supervisory_committee', 'residents_representatives', 'building_chiefs',
    'deliberative_council', 'owners_committee', 'property_provider', 'community_police', 'trade_union', 'youth_league',
    'womens_federation', 'volunteer_team', 'arts_group', 'community_association', 'school', 'local_institution',
    'government_body', 'other')),
  -- of the Party organisation only: general branch, branch, group
  level text check (level in ('general_branch', 'branch', 'group')),
  parent_id uuid,
  name text not null check (name <> ''),
  name_en text,
  purpose text,
  capacity text,
  lead_mode text not null default 'joint' check (lead_mode in ('resident_led', 'joint', 'committee_led')),
  -- of the office, never of a person
  phone text,
  founded_on date,
  created_at timestamptz not null,
  created_by uuid references people,
  ended_at timestamptz,
  ended_by uuid references people,
  end_reason text,
  primary key (community_id, id),
  foreign key (community_id, parent_id) references organizations (community_id, id),
  check ((kind = 'party_organization') = (level is not null)),
  check ((ended_at is null) = (end_reason is null))
);
create unique index organizations_named_once on organizations (community_id, kind, name) where ended_at is null;
create index organizations_below on organizations (community_id, parent_id) where parent_id is not null;

-- A seat somebody can hold or leave empty: a representative of 20 to 50 households, a place in the council.
create table seats (
  community_id integer not null references communities,
  id uuid not null,
  organization_id uuid not null,
  name text not null check (name <> ''),
  -- the houses it speaks for, and how many households that is
  place_id uuid,
  households integer check (households > 0),
  by_lot boolean not null default false,
  created_at timestamptz not null,
  created_by uuid references people,
  ended_at timestamptz,
  ended_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, organization_id) references organizations (community_id, id),
  foreign key (community_id, place_id) references places (community_id, id)
);
create index seats_of_organization on seats (community_id, organization_id);

-- A mandate, or taking part: one row a term.
create table memberships (
  community_id integer not null references communities,
  id uuid not null,
  organization_id uuid not null,
  person_id uuid not null references people,
  seat_id uuid,
  office text not null default 'member' check (office in ('chair', 'vice_chair', 'secretary', 'treasurer', 'leader', 'member')),
  tier text check (tier in ('core', 'backbone', 'participant')),
  way text not null check (way in ('elected', 'appointed', 'by_lot', 'delegated', 'ex_officio', 'joined')),
  starts_on date not null,
  term_ends_on date,
  entered_at timestamptz not null,
  entered_by uuid references people,
  ended_on date,
  ended_at timestamptz,
  ended_by uuid references people,
  end_reason text,
  primary key (community_id, id),
  foreign key (community_id, organization_id) references organizations (community_id, id),
  foreign key (community_id, seat_id) references seats (community_id, id),
  check (term_ends_on > starts_on),
  check ((ended_at is null) = (ended_on is null))
);
create unique index memberships_once on memberships (community_id, organization_id, person_id) where ended_at is null;
create unique index memberships_of_seat on memberships (community_id, seat_id) where ended_at is null and seat_id is not null;
create index memberships_of_person on memberships (person_id, community_id) where ended_at is null;

-- What is passed on when somebody leaves an office (within 10 days of a new committee, [law RC 25]).
create table handovers (
  community_id integer not null references communities,
  id uuid not null,
  organization_id uuid not null,
  from_membership_id uuid not null,
  to_membership_id uuid,
  things text not null check (things <> ''),
  due_on date not null,
  opened_at timestamptz not null,
  opened_by uuid not null references people,
  done_at timestamptz,
  done_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, organization_id) references organizations (community_id, id),
  foreign key (community_id, from_membership_id) references memberships (community_id, id),
  foreign key (community_id, to_membership_id) references memberships (community_id, id),
  check ((done_at is null) = (done_by is null))
);

-- Filing with the street: associations once a year, charter and covenant when they change.
create table organization_filings (
  community_id integer not null references communities,
  id uuid not null,
  organization_id uuid not null,
  reference text not null check (reference <> ''),
  filed_on date not null,
  noted_at timestamptz not null,
  noted_by uuid not null references people,
  primary key (community_id, id),
  foreign key (community_id, organization_id) references organizations (community_id, id)
);

-- The parties of the joint meeting, five unless the community has others.
create table joint_parties (
  community_id integer not null references communities,
  id uuid not null,
  sort smallint not null,
  organization_id uuid not null,
  duty text not null check (duty <> ''),
  named_at timestamptz not null,
  named_by uuid references people,
  ended_at timestamptz,
  ended_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, organization_id) references organizations (community_id, id)
);
create unique index joint_parties_once on joint_parties (community_id, organization_id) where ended_at is null;
