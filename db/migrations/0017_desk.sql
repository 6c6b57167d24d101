-- The telephone, the comment box and the building chief: whatever way somebody speaks, the same clock runs.

-- When a voice was written down, where that was later than it was said: the clock runs from received_at (V9), the number
-- was given out at entered_at.
alter table voices add column entered_at timestamptz check (entered_at > received_at);

-- What the answering machine has kept, or a number on the display. Who called stands among the reporters, sealed.
create table missed_calls (
  community_id integer not null references communities,
  id uuid not null,
  line text not null check (line in ('telephone', 'complaint_line')),
  called_at timestamptz not null,
  due_at timestamptz not null check (due_at > called_at),
  caller_id uuid,
  registered_at timestamptz not null,
  registered_by uuid not null references people,
  primary key (community_id, id),
  foreign key (community_id, caller_id) references reporters (community_id, id)
);
create index missed_calls_by_time on missed_calls (community_id, called_at desc);
create index missed_calls_of_caller on missed_calls (community_id, caller_id) where caller_id is not null;

-- What was heard, apart: it goes when the call has become a voice, and some months after any other end.
create table missed_call_words (
  community_id integer not null references communities,
  call_id uuid not null,
  words text not null check (words <> ''),
  ended_at timestamptz,
  primary key (community_id, call_id),
  foreign key (community_id, call_id) references missed_calls (community_id, id)
);
create index missed_call_words_ended on missed_call_words (ended_at) where ended_at is not null;

-- How a missed call ended: once, by somebody, and never by being forgotten.
create table missed_call_ends (
  community_id integer not null references communities,
  call_id uuid not null,
  outcome text not null check (outcome in ('voice', 'nothing_wanted', 'not_reached', 'no_number')),
  voice_id uuid,
  ended_at timestamptz not null,
  ended_by uuid not null references people,
  primary key (community_id, call_id),
  foreign key (community_id, call_id) references missed_calls (community_id, id),
  foreign key (community_id, voice_id) references voices (community_id, id),
  check ((outcome = 'voice') = (voice_id is not null))
);

-- A call that was tried in vain, or put off because the person asked to be called at another time. About a missed call, a
-- message to bring, or asking after the answer (there a try in vain is a follow-up of its own).
create table call_tries (
  community_id integer not null references communities,
  id uuid not null,
  call_id uuid,
  delivery_id uuid,
  voice_id uuid,
  outcome text not null check (outcome in ('not_reached', 'again')),
  again_at timestamptz check (again_at > tried_at),
  tried_at timestamptz not null,
  tried_by uuid not null references people,
  primary key (community_id, id),
  foreign key (community_id, call_id) references missed_calls (community_id, id),
  foreign key (community_id, voice_id) references voices (community_id, id),
  check (num_nonnulls(call_id, delivery_id, voice_id) = 1),
  check ((outcome = 'again') = (again_at is not null))
);
create index call_tries_of_call on call_tries (community_id, call_id, tried_at) where call_id is not null;
create index call_tries_of_delivery on call_tries (community_id, delivery_id, tried_at) where delivery_id is not null;
create index call_tries_of_voice on call_tries (community_id, voice_id, tried_at) where voice_id is not null;

-- Where slips are thrown in.
create table comment_boxes (
  community_id integer not null references communities,
  id uuid not null,
  name text not null check (name <> ''),
  place_id uuid,
  put_up_at timestamptz not null,
  put_up_by uuid not null references people,
  primary key (community_id, id),
  unique (community_id, name),
  foreign key (community_id, place_id) references places (community_id, id)
);

-- Numbers of slips: reserved when they are printed, for one box, without a gap.
create table slip_prints (
  community_id integer not null references communities,
  id uuid not null,
  box_id uuid not null,
  first_serial integer not null check (first_serial > 0),
  last_serial integer not null,
  printed_at timestamptz not null,
  printed_by uuid not null references people,
  primary key (community_id, id),
  unique (community_id, first_serial),
  foreign key (community_id, box_id) references comment_boxes (community_id, id),
  check (last_serial >= first_serial)
);
create table slip_counters (
  community_id integer primary key references communities,
  last_serial integer not null
);

-- A box is opened by two people; what they count then is what must be accounted for.
create table box_openings (
  community_id integer not null references communities,
  id uuid not null,
  box_id uuid not null,
  opened_at timestamptz not null,
  counted integer not null check (counted between 0 and 500),
  opened_by uuid not null references people,
  opened_with uuid not null references people,
  registered_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, box_id) references comment_boxes (community_id, id),
  check (opened_by <> opened_with)
);
create index box_openings_by_time on box_openings (community_id, opened_at desc);

-- Every slip of an opening: a voice, or unreadable. `position`: 1 to the number counted, so no slip is entered twice or too many.
create table opened_slips (
  community_id integer not null references communities,
  opening_id uuid not null,
  position integer not null check (position > 0),
  serial integer,
  outcome text not null check (outcome in ('voice', 'unreadable')),
  voice_id uuid,
  entered_at timestamptz not null,
  entered_by uuid not null references people,
  primary key (community_id, opening_id, position),
  foreign key (community_id, opening_id) references box_openings (community_id, id),
  foreign key (community_id, voice_id) references voices (community_id, id),
  check ((outcome = 'voice') = (voice_id is not null))
);
create unique index opened_slips_once on opened_slips (community_id, serial) where serial is not null;

-- Rows that are history and must stay as they were written.
do $$
declare history text;
begin
  foreach history in array array['missed_calls', 'missed_call_ends', 'call_tries', 'slip_prints', 'box_openings', 'opened_slips'] loop
    execute format('create trigger %I before delete or truncate on %I for each statement execute function refuse_change()',
      history || '_kept', history);
  end loop;
end $$;
