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
  -- how often it was said to be done; residents judge the newest time
  round smallint not null default 0,
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
create index commitments_by_due on commitments (community_id, due_on, id) where ended_at is null and published_at is not null;
-- The promise clock reads this alone, however many there are.
create index commitments_on_clock on commitments (community_id, first_due_on, id)
  include (organization_id, voice_id, stage, due_on, claimed_at) where published_at is not null;
create index commitments_of_body on commitments (community_id, organization_id, first_due_on, id) where published_at is not null;
create index commitments_of_owner on commitments (owner_id, community_id) where ended_at is null;
create index commitments_drafted on commitments (community_id, drafted_at) where published_at is null;
create index commitments_of_voice on commitments (community_id, voice_id) where voice_id is not null;
create index commitments_of_resolution on commitments (community_id, resolution_id) where resolution_id is not null;
create trigger commitments_kept before delete or truncate on commitments for each statement execute function refuse_change();
-- The few voices that name somebody: what was promised to them is nobody else's business.
create index voices_walled on voices (community_id, id) where sealed <> 'none';

-- C1: what was promised, where it comes from and for when never changes; what an amendment says stands beside it.
create function refuse_new_wording() returns trigger language plpgsql as $$
begin
  if row(new.text, new.promised_on, new.first_due_on, new.source, new.resolution_id, new.voice_id, new.list_year, new.year, new.serial)
    is distinct from
    row(old.text, old.promised_on, old.first_due_on, old.source, old.resolution_id, old.voice_id, old.list_year, old.year, old.serial) then
    raise exception 'what was promised is append-only';
  end if;
  return new;
end $$;
create trigger commitments_wording before update on commitments for each row execute function refuse_new_wording();

-- Where it stands, with who and when. `document`: the paper on which somebody signed, kept by the office.
create table commitment_steps (
  community_id integer not null references communities,
  id uuid not null,
  commitment_id uuid not null,
  step text not null check (step in (
    'drafted', 'accepted', 'published', 'begun', 'claimed_done', 'kept', 'partly_kept', 'not_kept', 'withdrawn')),
  way text check (way in ('page', 'paper')),
  document text,
  reason text,
  taken_at timestamptz not null,
  -- null: the residents' word, in commitment_verdicts
  taken_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, commitment_id) references commitments (community_id, id)
);
create index commitment_steps_of_commitment on commitment_steps (community_id, commitment_id, taken_at);

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
  -- what was entered for somebody: the paper or note it stands on, so that it can be looked up
  document text,
  said_at timestamptz not null,
  entered_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, commitment_id) references commitments (community_id, id),
  foreign key (community_id, voice_id) references voices (community_id, id),
  check ((way = 'page') = (entered_by is null)),
  check ((entered_by is null) or (document is not null))
);
create index commitment_verdicts_of_commitment on commitment_verdicts (community_id, commitment_id, round);
create unique index commitment_verdicts_once on commitment_verdicts (community_id, commitment_id, round, person_id) where person_id is not null;

create unique index commitment_verdicts_of_voice on commitment_verdicts (community_id, commitment_id, round, voice_id)
  where voice_id is not null;
create unique index commitment_verdicts_of_paper on commitment_verdicts (community_id, commitment_id, round, document)
  where document is not null;

-- What is to be seen of the work. `agreed`: everybody who can be recognised agrees to be shown [law PIPL 25].
create table commitment_photos (
  community_id integer not null references communities,
  id uuid not null,
  commitment_id uuid not null,
  note_id uuid not null,
  alt text not null check (alt <> ''),
  shows_people boolean not null,
  agreed boolean not null,
  width integer not null,
  height integer not null,
  sha256 text not null,
  added_at timestamptz not null,
  added_by uuid not null references people,
  taken_down_at timestamptz,
  taken_down_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, commitment_id) references commitments (community_id, id),
  foreign key (community_id, note_id) references commitment_notes (community_id, id),
  check (agreed or not shows_people)
);
create index commitment_photos_of_commitment on commitment_photos (community_id, commitment_id, added_at);

-- Who wants to hear how it goes on.
create table commitment_followers (
  community_id integer not null references communities,
  id uuid not null,
  commitment_id uuid not null,
  person_id uuid not null references people,
  followed_at timestamptz not null,
  ended_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, commitment_id) references commitments (community_id, id)
);
create unique index commitment_followers_once on commitment_followers (community_id, commitment_id, person_id) where ended_at is null;

do $$
declare history text;
begin
  foreach history in array array['commitment_owners', 'commitment_amendments', 'commitment_notes', 'commitment_steps', 'commitment_photos'] loop
    execute format('create trigger %I before delete or truncate on %I for each statement execute function refuse_change()',
      history || '_kept', history);
  end loop;
end $$;
