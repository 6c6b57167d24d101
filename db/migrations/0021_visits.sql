-- Household visits. Whom to visit is derived from the households, their wishes and the last visit; a row of `visits` is
-- there once somebody was asked to go, or went. What a household asked for is a voice, and stands nowhere else.

-- What a household wishes; the one without an end counts. Without any: an ordinary household, twice a year.
create table visit_wishes (
  community_id integer not null references communities,
  id uuid not null,
  household_id uuid not null,
  rhythm text not null check (rhythm in ('ordinary', 'monthly', 'none')),
  two_people boolean not null,
  way text not null check (way in ('page', 'phone', 'desk', 'paper', 'visit')),
  wished_at timestamptz not null,
  noted_by uuid references people,
  ended_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, household_id) references places (community_id, id),
  check ((way = 'page') = (noted_by is null))
);
create unique index visit_wishes_now on visit_wishes (community_id, household_id) where ended_at is null;

-- Somebody should go soon: after an emergency, or because the household asked. Answered by the next visit.
create table visit_calls (
  community_id integer not null references communities,
  id uuid not null,
  household_id uuid not null,
  reason text not null check (reason in ('emergency', 'asked')),
  called_at timestamptz not null,
  called_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, household_id) references places (community_id, id)
);
create index visit_calls_of_household on visit_calls (community_id, household_id, called_at desc);

-- One visit. `at`: for when it is planned, and once made, when it was. `stage` is a projection of its steps. `asks`: how
-- many things were asked to be passed on, each of which becomes a voice (H4). Erased: result and day stay, for H2.
create table visits (
  community_id integer not null references communities,
  id uuid not null,
  household_id uuid not null,
  officer_id uuid not null references people,
  companion_id uuid references people,
  at timestamptz not null,
  stage text not null check (stage in ('planned', 'noticed', 'recorded', 'voices_raised', 'read_back', 'corrected', 'closed')),
  result text check (result in ('done', 'nobody_home', 'refused')),
  purpose text check (purpose in ('rhythm', 'monthly', 'emergency', 'asked', 'invite', 'inform', 'consult', 'answer', 'card')),
  present text[] not null default '{}',
  asks smallint not null default 0 check (asks >= 0),
  next_step_sealed bytea,
  contact text check (contact in ('phone', 'visit', 'message', 'none')),
  recorded_at timestamptz,
  recorded_by uuid references people,
  erased_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, household_id) references places (community_id, id),
  check (companion_id <> officer_id),
  check ((result is null) = (recorded_at is null) and (result is null) = (recorded_by is null)),
  check ((result is null) = (stage in ('planned', 'noticed'))),
  check (result = 'done' or asks = 0)
);
create index visits_of_household on visits (community_id, household_id, at desc);
create index visits_waiting on visits (community_id, at) where stage <> 'closed';
create index visits_of_officer on visits (community_id, officer_id, at desc);
create unique index visits_planned_once on visits (community_id, household_id) where result is null;

-- Who took which step and when. They go with the visit (H5), so only rewriting is refused.
create table visit_steps (
  community_id integer not null references communities,
  id uuid not null,
  visit_id uuid not null,
  step text not null check (step in (
    'planned', 'noticed', 'attempted', 'refused', 'done', 'recorded', 'voices_raised', 'read_back', 'corrected', 'closed', 'erased')),
  way text check (way in ('signed', 'spoken', 'unwilling', 'page', 'phone', 'desk', 'paper', 'visit')),
  at timestamptz not null,
  by_id uuid references people,
  primary key (community_id, id),
  foreign key (community_id, visit_id) references visits (community_id, id) on delete cascade
);
create index visit_steps_of_visit on visit_steps (community_id, visit_id, at);
create trigger visit_steps_kept before update or truncate on visit_steps for each statement execute function refuse_change();

create table visit_voices (
  community_id integer not null references communities,
  visit_id uuid not null,
  voice_id uuid not null,
  raised_at timestamptz not null,
  primary key (community_id, visit_id, voice_id),
  foreign key (community_id, visit_id) references visits (community_id, id) on delete cascade,
  foreign key (community_id, voice_id) references voices (community_id, id)
);
create index visit_voices_of_voice on visit_voices (community_id, voice_id);

-- What the household says is wrong in a record: beside it, never over it.
create table visit_corrections (
  community_id integer not null references communities,
  id uuid not null,
  visit_id uuid not null,
  words_sealed bytea not null,
  way text not null check (way in ('page', 'phone', 'desk', 'paper', 'visit')),
  at timestamptz not null,
  noted_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, visit_id) references visits (community_id, id) on delete cascade,
  check ((way = 'page') = (noted_by is null))
);
create index visit_corrections_of_visit on visit_corrections (community_id, visit_id, at);

-- A need that is nobody else's business: sealed, with a consent of its own, and open to those named only. `kept_from`:
-- when the need is over at the latest; six months later the note goes (H5).
create table visit_notes (
  community_id integer not null references communities,
  id uuid not null,
  household_id uuid not null,
  words_sealed bytea not null,
  consent_way text not null check (consent_way in ('signed', 'spoken')),
  consented_at timestamptz not null,
  written_by uuid not null references people,
  kept_from timestamptz not null,
  ended_at timestamptz,
  ended_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, household_id) references places (community_id, id),
  check ((ended_at is null) = (ended_by is null))
);
create index visit_notes_of_household on visit_notes (community_id, household_id);

create table visit_note_readers (
  community_id integer not null references communities,
  note_id uuid not null,
  person_id uuid not null references people,
  primary key (community_id, note_id, person_id),
  foreign key (community_id, note_id) references visit_notes (community_id, id) on delete cascade
);

-- Whatever ends the row ends its key: nothing sealed can be read again from any copy made later.
create function destroy_key_of_row() returns trigger language plpgsql as $$
begin
  update subject_keys set wrapped = null, destroyed_at = now(), reason = 'kept_no_longer'
  where community_id = old.community_id and id = old.id and destroyed_at is null;
  return null;
end $$;
create trigger visits_take_their_key_along after delete on visits for each row execute function destroy_key_of_row();
create trigger visit_notes_take_their_key_along after delete on visit_notes for each row execute function destroy_key_of_row();

alter table erasures drop constraint erasures_about_check;
alter table erasures add constraint erasures_about_check check (about in ('voice', 'person', 'visit'));
