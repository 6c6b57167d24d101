-- A commitment is a promise with a text one can check, an owner and a date. Its text never changes (C1); an amendment stands
-- beside it. Residents say whether it was kept (C2).

create table commitment_counters (
  community_id integer not null references communities,
  year smallint not null,
  last integer not null,
  primary key (community_id, year)
);

create table commitments (
  community_id integer not null references communities,
  id uuid not null,
  year smallint not null,
  serial integer not null,
  stage text not null check (stage in ('draft', 'accepted', 'published', 'in_progress', 'claimed_done', 'kept', 'partly_kept', 'not_kept', 'withdrawn_draft')),
  text text not null check (text <> ''),
  -- who promised: a body, or a person of it
  organization_id uuid,
  owner_id uuid references people,
  source text not null check (source in ('resolution', 'voice', 'joint_meeting', 'pledge', 'works_list', 'delegation')),
  resolution_id uuid,
  voice_id uuid,
  list_year smallint,
  promised_on date not null,
  -- the date it was first promised for, and the one that holds after amendments
  first_due_on date not null,
  due_on date not null,
  drafted_at timestamptz not null,
  drafted_by uuid not null references people,
  published_at timestamptz,
  claimed_at timestamptz,
  ended_at timestamptz,
  changed_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, year, serial),
  foreign key (community_id, organization_id) references organizations (community_id, id),
  foreign key (community_id, resolution_id) references resolutions (community_id, id),
  foreign key (community_id, voice_id) references voices (community_id, id),
  check (num_nonnulls(organization_id, owner_id) > 0),
  check ((source in ('resolution', 'joint_meeting')) = (resolution_id is not null)),
  check ((source = 'voice') = (voice_id is not null)),
  check ((source = 'works_list') = (list_year is not null))
);
create index commitments_by_due on commitments (community_id, due_on) where ended_at is null and published_at is not null;
create index commitments_of_body on commitments (community_id, organization_id, promised_on) include (stage, due_on, ended_at)
  where published_at is not null;
create index commitments_of_voice on commitments (community_id, voice_id) where voice_id is not null;
create index commitments_of_resolution on commitments (community_id, resolution_id) where resolution_id is not null;
create trigger commitments_kept before delete or truncate on commitments for each statement execute function refuse_change();

create table commitment_owners (
  community_id integer not null references communities,
  id uuid not null,
  commitment_id uuid not null,
  owner_id uuid references people,
  organization_id uuid,
  note text,
  since timestamptz not null,
  set_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, commitment_id) references commitments (community_id, id),
  foreign key (community_id, organization_id) references organizations (community_id, id)
);
create index commitment_owners_of_commitment on commitment_owners (community_id, commitment_id, since);

create table commitment_amendments (
  community_id integer not null references communities,
  id uuid not null,
  commitment_id uuid not null,
  text text,
  due_on date,
  reason text not null check (reason <> ''),
  amended_at timestamptz not null,
  amended_by uuid not null references people,
  primary key (community_id, id),
  foreign key (community_id, commitment_id) references commitments (community_id, id),
  check (num_nonnulls(text, due_on) > 0)
);
create index commitment_amendments_of_commitment on commitment_amendments (community_id, commitment_id, amended_at);

create table commitment_notes (
  community_id integer not null references communities,
  id uuid not null,
  commitment_id uuid not null,
  kind text not null check (kind in ('progress', 'claimed_done', 'explanation')),
  words text not null check (words <> ''),
  noted_at timestamptz not null,
  noted_by uuid not null references people,
  primary key (community_id, id),
  foreign key (community_id, commitment_id) references commitments (community_id, id)
);
create index commitment_notes_of_commitment on commitment_notes (community_id, commitment_id, noted_at);

-- What residents say of it: the originator, those affected (three of them), or the supervisory committee.
create table commitment_verdicts (
  community_id integer not null references communities,
  id uuid not null,
  commitment_id uuid not null,
  round smallint not null,
  said_as text not null check (said_as in ('originator', 'affected', 'supervisory_committee')),
  verdict text not null check (verdict in ('kept', 'partly_kept', 'not_kept')),
  words text,
  person_id uuid references people,
  voice_id uuid,
  way text not null check (way in ('page', 'phone', 'paper', 'visit')),
  said_at timestamptz not null,
  entered_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, commitment_id) references commitments (community_id, id),
  foreign key (community_id, voice_id) references voices (community_id, id)
);
create index commitment_verdicts_of_commitment on commitment_verdicts (community_id, commitment_id, round);
create unique index commitment_verdicts_once on commitment_verdicts (community_id, commitment_id, round, person_id) where person_id is not null;

do $$
declare history text;
begin
  foreach history in array array['commitment_owners', 'commitment_amendments', 'commitment_notes'] loop
    execute format('create trigger %I before delete or truncate on %I for each statement execute function refuse_change()',
      history || '_kept', history);
  end loop;
end $$;
