-- A consultation: the community asks about a policy, about needs or for ideas, and says afterwards what came of it. The
-- yearly survey is one too, of its own kind, and never mixed with the ratings of single matters.

create table consultations (
  community_id integer not null references communities,
  id uuid not null,
  year smallint not null,
  serial integer not null check (serial > 0),
  kind text not null check (kind in ('policy', 'needs', 'ideas', 'survey')),
  title text not null check (title <> ''),
  why text not null check (why <> ''),
  audience text not null check (audience in ('everybody', 'residents', 'households')),
  asked_count integer check (asked_count > 0),
  opens_on date not null,
  closes_on date not null check (closes_on >= opens_on),
  topic_link text,
  stage text not null check (stage in ('draft', 'approved', 'open', 'closed', 'answered')),
  written_at timestamptz not null,
  written_by uuid not null references people,
  primary key (community_id, id),
  unique (community_id, year, serial)
);
create index consultations_by_stage on consultations (community_id, stage, closes_on desc);
create index consultations_to_turn on consultations (stage) where stage in ('approved', 'open');
create trigger consultations_kept before delete or truncate on consultations for each statement execute function refuse_change();

create table consultation_questions (
  community_id integer not null references communities,
  id uuid not null,
  consultation_id uuid not null,
  position smallint not null check (position > 0),
  kind text not null check (kind in ('single', 'multiple', 'scale', 'text', 'ranking')),
  words text not null check (words <> ''),
  hint text,
  required boolean not null,
  most smallint check (most > 0),
  low_label text,
  high_label text,
  primary key (community_id, id),
  unique (community_id, consultation_id, position) deferrable initially immediate,
  foreign key (community_id, consultation_id) references consultations (community_id, id),
  check ((kind = 'scale') = (low_label is not null and high_label is not null)),
  check (kind = 'multiple' or most is null)
);

create table consultation_options (
  community_id integer not null references communities,
  question_id uuid not null,
  position smallint not null check (position > 0),
  words text not null check (words <> ''),
  primary key (community_id, question_id, position),
  foreign key (community_id, question_id) references consultation_questions (community_id, id) on delete cascade
);

-- Who moved it on, and when. `returned` leads back to a draft; nobody stands behind a step of the clock.
create table consultation_steps (
  community_id integer not null references communities,
  id uuid not null,
  consultation_id uuid not null,
  step text not null check (step in ('approved', 'returned', 'opened', 'closed', 'answered')),
  reason text,
  taken_at timestamptz not null,
  taken_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, consultation_id) references consultations (community_id, id),
  check (step <> 'returned' or reason is not null),
  check (step in ('opened', 'closed') or taken_by is not null)
);
create index consultation_steps_of on consultation_steps (community_id, consultation_id, taken_at);
create unique index consultation_steps_once on consultation_steps (community_id, consultation_id, step)
  where step in ('opened', 'closed', 'answered');

-- What had to be put right once people were answering: beside the questions, never in them.
create table consultation_notes (
  community_id integer not null references communities,
  id uuid not null,
  consultation_id uuid not null,
  words text not null check (words <> ''),
  link text,
  added_at timestamptz not null,
  added_by uuid not null references people,
  primary key (community_id, id),
  foreign key (community_id, consultation_id) references consultations (community_id, id)
);
create index consultation_notes_of on consultation_notes (community_id, consultation_id, added_at);

-- The numbered paper forms. A form's code is derived from its number and stands nowhere. `unit`: on whose behalf it was
-- printed, as the same keyed hash under which they would answer on the web; null: whoever holds it.
create table consultation_forms (
  community_id integer not null references communities,
  consultation_id uuid not null,
  number integer not null check (number > 0),
  unit bytea,
  printed_at timestamptz not null,
  printed_by uuid not null references people,
  primary key (community_id, consultation_id, number),
  unique (community_id, consultation_id, unit),
  foreign key (community_id, consultation_id) references consultations (community_id, id)
);

-- That somebody has answered: a keyed hash and no more, no time and no channel, so that it meets none of the answers.
create table consultation_participations (
  community_id integer not null references communities,
  consultation_id uuid not null,
  unit bytea not null,
  primary key (community_id, consultation_id, unit),
  foreign key (community_id, consultation_id) references consultations (community_id, id)
);

-- What was answered, under an id that tells no time. `choices`: by the position of the question; free words stand apart.
create table consultation_slips (
  community_id integer not null references communities,
  id uuid not null,
  consultation_id uuid not null,
  channel text not null check (channel in ('web', 'paper', 'phone')),
  choices jsonb not null,
  receipt bytea not null,
  primary key (community_id, id),
  unique (community_id, consultation_id, receipt),
  foreign key (community_id, consultation_id) references consultations (community_id, id)
);

-- Free words. Shown to others only once a person has cleared them, perhaps shortened; gone when their receipt asks.
create table consultation_texts (
  community_id integer not null references communities,
  id uuid not null,
  consultation_id uuid not null,
  slip_id uuid not null,
  question_id uuid not null,
  words text,
  erased_on date,
  primary key (community_id, id),
  unique (community_id, slip_id, question_id),
  foreign key (community_id, slip_id) references consultation_slips (community_id, id),
  foreign key (community_id, question_id) references consultation_questions (community_id, id),
  foreign key (community_id, consultation_id) references consultations (community_id, id),
  check ((words is null) = (erased_on is not null))
);
create index consultation_texts_of on consultation_texts (community_id, consultation_id, question_id);

create table consultation_clearings (
  community_id integer not null references communities,
  id uuid not null,
  text_id uuid not null,
  outcome text not null check (outcome in ('shown', 'kept_back')),
  shown_words text,
  reason text,
  cleared_at timestamptz not null,
  cleared_by uuid not null references people,
  primary key (community_id, id),
  unique (community_id, text_id),
  foreign key (community_id, text_id) references consultation_texts (community_id, id),
  check (outcome <> 'kept_back' or shown_words is null)
);

-- Paper that came in, typed twice. Once it is settled or late, what it says stands here no longer: only that it came,
-- and who typed it.
create table consultation_papers (
  community_id integer not null references communities,
  consultation_id uuid not null,
  number integer not null,
  received_on date not null,
  fate text not null check (fate in ('typed_once', 'differs', 'counted', 'late', 'second_answer', 'not_typed_twice')),
  primary key (community_id, consultation_id, number),
  foreign key (community_id, consultation_id, number) references consultation_forms (community_id, consultation_id, number)
);

create table consultation_paper_entries (
  community_id integer not null references communities,
  id uuid not null,
  consultation_id uuid not null,
  number integer not null,
  turn smallint not null check (turn between 1 and 3),
  answers jsonb,
  entered_at timestamptz not null,
  entered_by uuid not null references people,
  primary key (community_id, id),
  unique (community_id, consultation_id, number, turn),
  foreign key (community_id, consultation_id, number) references consultation_papers (community_id, consultation_id, number)
);
-- The first two are two people.
create unique index consultation_paper_entries_by_two on consultation_paper_entries (community_id, consultation_id, number, entered_by)
  where turn < 3;

-- "You said, we did": one main point, what is done about it or why not, by whom and until when.
create table consultation_points (
  community_id integer not null references communities,
  id uuid not null,
  consultation_id uuid not null,
  position smallint not null check (position > 0),
  said text not null check (said <> ''),
  outcome text not null check (outcome in ('done', 'doing', 'not_done')),
  does text not null check (does <> ''),
  by_whom text not null check (by_whom <> ''),
  until_day date,
  link text,
  written_at timestamptz not null,
  written_by uuid not null references people,
  primary key (community_id, id),
  unique (community_id, consultation_id, position),
  foreign key (community_id, consultation_id) references consultations (community_id, id),
  check (outcome <> 'doing' or until_day is not null)
);

-- Asked is asked: from the day people can answer, the questions stay as they are (corrections are notes).
create function refuse_asked_question() returns trigger language plpgsql as $$
begin
  if exists (select from consultations c where c.community_id = coalesce(new.community_id, old.community_id)
    and c.id = coalesce(new.consultation_id, old.consultation_id) and c.stage <> 'draft') then
    raise exception 'a question that is asked stays as it is';
  end if;
  return coalesce(new, old);
end $$;
create trigger consultation_questions_frozen before insert or update or delete on consultation_questions
  for each row execute function refuse_asked_question();
create function refuse_asked_option() returns trigger language plpgsql as $$
begin
  if exists (select from consultation_questions q join consultations c on c.community_id = q.community_id and c.id = q.consultation_id
    where q.community_id = coalesce(new.community_id, old.community_id) and q.id = coalesce(new.question_id, old.question_id)
      and c.stage <> 'draft') then
    raise exception 'a question that is asked stays as it is';
  end if;
  return coalesce(new, old);
end $$;
create trigger consultation_options_frozen before insert or update or delete on consultation_options
  for each row execute function refuse_asked_option();
create function refuse_asked_consultation() returns trigger language plpgsql as $$
begin
  if old.stage not in ('draft', 'approved') and (old.kind, old.title, old.why, old.audience, old.asked_count, old.opens_on, old.closes_on)
    is distinct from (new.kind, new.title, new.why, new.audience, new.asked_count, new.opens_on, new.closes_on) then
    raise exception 'what is asked stays as it is';
  end if;
  return new;
end $$;
create trigger consultations_frozen before update on consultations for each row execute function refuse_asked_consultation();

do $$
declare history text;
begin
  foreach history in array array['consultation_steps', 'consultation_notes', 'consultation_forms', 'consultation_participations',
    'consultation_points', 'consultation_papers', 'consultation_paper_entries', 'consultation_slips'] loop
    execute format('create trigger %I before delete or truncate on %I for each statement execute function refuse_change()',
      history || '_kept', history);
  end loop;
end $$;
