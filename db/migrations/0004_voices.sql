-- A voice: what one person said, from intake to closing. Its stage is a projection of its events; what was
-- decided at each step (answer, extension, closing …) is a row of its own with who and when.

create table channels (
  code text primary key,
  contact_method text not null check (contact_method in ('phone', 'in_person', 'paper', 'web', 'transfer')),
  on_behalf boolean not null,
  sort smallint not null
);
insert into channels (code, contact_method, on_behalf, sort) values
  ('liaison_visit', 'in_person', true, 1), ('building_chief', 'in_person', true, 2), ('walk_in', 'in_person', true, 3),
  ('telephone', 'phone', true, 4), ('complaint_line', 'phone', true, 5), ('paper', 'paper', true, 6),
  ('web', 'web', false, 7), ('blog_comment', 'web', false, 8), ('hotline_transfer', 'transfer', true, 9);

create table categories (
  code text primary key,
  name_zh text not null,
  name_en text not null,
  sort smallint not null,
  ended_at timestamptz
);
insert into categories (code, name_zh, name_en, sort) values
  ('housing', '物业与房屋维修', 'Property service and housing repair', 1),
  ('water', '水管与下水', 'Water, drains and sewers', 2),
  ('parking', '停车与交通', 'Parking and traffic', 3),
  ('environment', '环境、垃圾与绿化', 'Environment, rubbish and greenery', 4),
  ('heating', '供暖', 'Heating', 5),
  ('noise', '噪音与邻里', 'Noise and neighbours', 6),
  ('facilities', '公共设施', 'Public facilities', 7),
  ('safety', '安全', 'Safety', 8),
  ('welfare', '民生与养老', 'Welfare and elder care', 9),
  ('culture', '文体与课程', 'Culture and courses', 10),
  ('conduct', '工作人员与志愿者', 'Staff and volunteers', 11),
  ('thanks', '表扬', 'Praise', 12),
  ('other', '其他', 'Other', 13);

-- The last number given out, per community and year; locked in the transaction that takes the next.
create table voice_counters (
  community_id integer not null references communities,
  year smallint not null,
  last_serial integer not null,
  primary key (community_id, year)
);

-- The person who spoke, as far as they wished to say. Never the clerk who wrote it down.
create table reporters (
  community_id integer not null references communities,
  id uuid not null,
  person_id uuid references people,
  name text,
  phone text,
  email text,
  contact_hours text,
  locale text not null default 'zh-CN' check (locale in ('zh-CN', 'en')),
  created_at timestamptz not null,
  primary key (community_id, id)
);
create index reporters_by_person on reporters (community_id, person_id) where person_id is not null;
create index reporters_by_phone on reporters (community_id, phone) where phone is not null;

-- The matter that one or many voices share.
create table cases (
  community_id integer not null references communities,
  id uuid not null,
  lead_voice_id uuid not null,
  created_at timestamptz not null,
  created_by uuid not null references people,
  primary key (community_id, id)
);

create table voices (
  community_id integer not null references communities,
  id uuid not null,
  year smallint not null,
  serial integer not null check (serial > 0),
  kind text not null check (kind in ('opinion', 'complaint', 'help_request', 'question', 'praise')),
  channel text not null references channels,
  privacy text not null check (privacy in ('named', 'confidential', 'anonymous')),
  words text not null check (words <> ''),
  place_id uuid,
  place_words text,
  building_id uuid,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  map_datum text check (map_datum in ('WGS84', 'GCJ02', 'BD09')),
  reporter_id uuid not null,
  entered_by uuid references people,
  response_method text not null check (response_method in ('phone', 'sms', 'mail', 'visit', 'paper', 'page')),
  may_publish boolean not null default false,
  stage text not null check (stage in (
    'received', 'acknowledged', 'triaged', 'assigned', 'in_progress', 'waiting_external', 'scheduled', 'delegated',
    'in_deliberation', 'escalated', 'answered', 'reopened', 'closed_confirmed', 'closed_documented', 'referred_out',
    'merged', 'withdrawn')),
  round smallint not null default 1 check (round > 0),
  level text not null default 'community' check (level in ('community', 'street')),
  category text references categories,
  matter_scope text check (matter_scope in ('public', 'community', 'private')),
  vital_interest boolean not null default false,
  sealed text not null default 'none' check (sealed in ('none', 'named', 'street')),
  urgency text not null default 'ordinary' check (urgency in ('ordinary', 'urgent', 'danger')),
  first_receiver_id uuid not null references people,
  owner_id uuid references people,
  case_id uuid,
  received_at timestamptz not null,
  original_due_at timestamptz not null,
  due_at timestamptz not null,
  answered_at timestamptz,
  closed_at timestamptz,
  changed_at timestamptz not null,
  search tsvector not null default '',
  primary key (community_id, id),
  unique (community_id, year, serial),
  foreign key (community_id, place_id) references places (community_id, id),
  foreign key (community_id, building_id) references places (community_id, id),
  foreign key (community_id, reporter_id) references reporters (community_id, id),
  foreign key (community_id, case_id) references cases (community_id, id),
  check ((latitude is null) = (longitude is null) and (latitude is null) = (map_datum is null)),
  check (stage not in ('assigned', 'in_progress', 'waiting_external', 'scheduled', 'delegated', 'in_deliberation', 'answered')
    or owner_id is not null),
  check (stage not in ('closed_confirmed', 'closed_documented') or closed_at is not null)
);
alter table cases add foreign key (community_id, lead_voice_id) references voices (community_id, id);

-- Carries what is counted over whole districts, so that counting never touches the rows themselves.
create index voices_by_time on voices (community_id, received_at desc, id desc)
  include (stage, kind, category, round, due_at, sealed);
create index voices_for_street on voices (community_id, id) where sealed = 'street';
create index voices_open_by_due on voices (community_id, due_at, id)
  where stage not in ('closed_confirmed', 'closed_documented', 'referred_out', 'merged', 'withdrawn');
create index voices_of_owner on voices (community_id, owner_id, due_at)
  where stage not in ('closed_confirmed', 'closed_documented', 'referred_out', 'merged', 'withdrawn');
create index voices_by_stage on voices (community_id, stage, changed_at);
create index voices_of_reporter on voices (community_id, reporter_id);
create index voices_of_building on voices (community_id, building_id) where building_id is not null;
create index voices_of_case on voices (community_id, case_id) where case_id is not null;
create index voices_search on voices using gin (community_id, search);

-- The wall (V6): whoever is named here never sees the voice. A free-text name still needs a person to be walled.
create table voice_accused (
  community_id integer not null references communities,
  id uuid not null,
  voice_id uuid not null,
  person_id uuid references people,
  description text,
  named_at timestamptz not null,
  named_by uuid references people,
  primary key (community_id, id),
  unique (community_id, voice_id, person_id),
  foreign key (community_id, voice_id) references voices (community_id, id),
  check (person_id is not null or description is not null)
);
create index voice_accused_by_person on voice_accused (person_id, community_id, voice_id) where person_id is not null;

create table voice_photos (
  community_id integer not null references communities,
  id uuid not null,
  voice_id uuid not null,
  by_reporter boolean not null,
  width integer not null,
  height integer not null,
  sha256 text not null,
  added_at timestamptz not null,
  added_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, voice_id) references voices (community_id, id)
);
create index voice_photos_of_voice on voice_photos (community_id, voice_id);

-- What was added later: by the resident, or a note among staff that the resident doesn't read.
create table voice_additions (
  community_id integer not null references communities,
  id uuid not null,
  voice_id uuid not null,
  audience text not null check (audience in ('resident_and_staff', 'staff')),
  by_reporter boolean not null,
  author_id uuid references people,
  words text not null check (words <> ''),
  added_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, voice_id) references voices (community_id, id)
);
create index voice_additions_of_voice on voice_additions (community_id, voice_id, added_at);

-- The due date is the newest of these rows (V7): received, one extension, an agreed date, or a new round.
create table voice_deadlines (
  community_id integer not null references communities,
  id uuid not null,
  voice_id uuid not null,
  round smallint not null,
  kind text not null check (kind in ('received', 'triaged', 'extended', 'scheduled', 'reopened', 'escalated')),
  due_at timestamptz not null,
  reason text,
  set_at timestamptz not null,
  set_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, voice_id) references voices (community_id, id),
  check (kind not in ('extended', 'scheduled') or (reason is not null and set_by is not null))
);
create index voice_deadlines_of_voice on voice_deadlines (community_id, voice_id, set_at);
create unique index voice_extended_once on voice_deadlines (community_id, voice_id) where kind = 'extended';

create table voice_assignments (
  community_id integer not null references communities,
  id uuid not null,
  voice_id uuid not null,
  round smallint not null,
  owner_id uuid not null references people,
  assigned_at timestamptz not null,
  assigned_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, voice_id) references voices (community_id, id)
);
create index voice_assignments_of_voice on voice_assignments (community_id, voice_id, assigned_at);

create table voice_declines (
  community_id integer not null references communities,
  id uuid not null,
  voice_id uuid not null,
  reason text not null check (reason <> ''),
  declined_at timestamptz not null,
  declined_by uuid not null references people,
  primary key (community_id, id),
  foreign key (community_id, voice_id) references voices (community_id, id)
);
create index voice_declines_of_voice on voice_declines (community_id, voice_id);

create table voice_waits (
  community_id integer not null references communities,
  id uuid not null,
  voice_id uuid not null,
  kind text not null check (kind in ('waiting_external', 'scheduled')),
  reason text not null check (reason <> ''),
  until_day date not null,
  began_at timestamptz not null,
  began_by uuid not null references people,
  primary key (community_id, id),
  foreign key (community_id, voice_id) references voices (community_id, id)
);
create index voice_waits_of_voice on voice_waits (community_id, voice_id);

create table voice_referrals (
  community_id integer not null references communities,
  id uuid not null,
  voice_id uuid not null,
  receiver text not null check (receiver <> ''),
  asked_at timestamptz not null,
  asked_by uuid not null references people,
  accepted_at timestamptz,
  accepted_reference text,
  accepted_noted_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, voice_id) references voices (community_id, id),
  check ((accepted_at is null) = (accepted_reference is null))
);
create index voice_referrals_of_voice on voice_referrals (community_id, voice_id);

create table voice_merges (
  community_id integer not null references communities,
  id uuid not null,
  voice_id uuid not null,
  case_id uuid not null,
  merged_at timestamptz not null,
  merged_by uuid not null references people,
  split_at timestamptz,
  split_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, voice_id) references voices (community_id, id),
  foreign key (community_id, case_id) references cases (community_id, id)
);
create unique index voice_merged_once on voice_merges (community_id, voice_id) where split_at is null;

-- The word of somebody whose voice was merged: was the shared matter solved for them too?
create table voice_merge_confirmations (
  community_id integer not null references communities,
  id uuid not null,
  voice_id uuid not null,
  merge_id uuid not null,
  rating smallint not null check (rating between 1 and 5),
  words text,
  confirmed_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, merge_id),
  foreign key (community_id, voice_id) references voices (community_id, id),
  foreign key (community_id, merge_id) references voice_merges (community_id, id)
);
create index voice_merge_confirmations_of_voice on voice_merge_confirmations (community_id, voice_id);

create table voice_escalations (
  community_id integer not null references communities,
  id uuid not null,
  voice_id uuid not null,
  cause text not null check (cause in ('overdue', 'too_hard', 'reopened_again')),
  reason text,
  target_day date,
  escalated_at timestamptz not null,
  escalated_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, voice_id) references voices (community_id, id),
  check (cause <> 'too_hard' or (reason is not null and target_day is not null))
);
create index voice_escalations_of_voice on voice_escalations (community_id, voice_id);

create table voice_answers (
  community_id integer not null references communities,
  id uuid not null,
  voice_id uuid not null,
  round smallint not null,
  words text not null check (words <> ''),
  next_step text,
  next_day date,
  answered_at timestamptz not null,
  answered_by uuid not null references people,
  due_at timestamptz not null,
  original_due_at timestamptz not null,
  late boolean not null,
  primary key (community_id, id),
  foreign key (community_id, voice_id) references voices (community_id, id)
);
create index voice_answers_of_voice on voice_answers (community_id, voice_id, answered_at);
create index voice_answers_by_time on voice_answers (community_id, answered_at) include (voice_id, late);

-- One try to reach the resident after the answer; never by the owner (V4).
create table voice_follow_ups (
  community_id integer not null references communities,
  id uuid not null,
  voice_id uuid not null,
  round smallint not null,
  way text not null check (way in ('phone', 'visit', 'paper', 'sms', 'page')),
  outcome text not null check (outcome in ('solved', 'not_solved', 'not_reached', 'would_not_say')),
  note text,
  tried_at timestamptz not null,
  tried_by uuid not null references people,
  primary key (community_id, id),
  foreign key (community_id, voice_id) references voices (community_id, id)
);
create index voice_follow_ups_of_voice on voice_follow_ups (community_id, voice_id, round);

-- A closing carries the resident's confirmation, or a reason code with a second person's name (V3).
create table voice_closings (
  community_id integer not null references communities,
  id uuid not null,
  voice_id uuid not null,
  round smallint not null,
  kind text not null check (kind in ('confirmed', 'documented')),
  owner_id uuid not null references people,
  rating smallint check (rating between 1 and 5),
  words text,
  confirmed_by text check (confirmed_by in ('reporter', 'phone', 'sms', 'paper', 'visit')),
  recorded_by uuid references people,
  reason_code text check (reason_code in (
    'UNREACHABLE', 'NO_POWER_REFERRED', 'UNLAWFUL_OR_IMPOSSIBLE', 'NOT_NOW', 'SAME_FACTS_ALREADY_ANSWERED',
    'ANONYMOUS', 'RESIDENT_DECLINED_TO_CONFIRM')),
  evidence text,
  look_again_on date,
  closed_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, voice_id, round),
  foreign key (community_id, voice_id) references voices (community_id, id),
  check (case kind
    when 'confirmed' then confirmed_by is not null and rating is not null and reason_code is null
      and (confirmed_by = 'reporter' or recorded_by is not null)
    else reason_code is not null and evidence is not null and recorded_by is not null and rating is null end),
  check (recorded_by is null or recorded_by <> owner_id),
  check ((reason_code = 'NOT_NOW') is not true or look_again_on is not null)
);

create table voice_reopenings (
  community_id integer not null references communities,
  id uuid not null,
  voice_id uuid not null,
  round smallint not null check (round > 1),
  reason text,
  by_reporter boolean not null,
  reopened_at timestamptz not null,
  reopened_by uuid references people,
  primary key (community_id, id),
  unique (community_id, voice_id, round),
  foreign key (community_id, voice_id) references voices (community_id, id)
);

-- Asked once whether there was pressure; the words go to the supervisor, not to the owner.
create table voice_withdrawals (
  community_id integer not null references communities,
  id uuid not null,
  voice_id uuid not null,
  under_pressure boolean not null,
  words text,
  withdrawn_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, voice_id),
  foreign key (community_id, voice_id) references voices (community_id, id)
);

-- What the neighbourhood may read of a voice, cleared by a person. Never for a voice that names somebody.
create table voice_publications (
  community_id integer not null references communities,
  id uuid not null,
  voice_id uuid not null,
  title text not null check (title <> ''),
  outcome text,
  published_at timestamptz not null,
  published_by uuid not null references people,
  taken_down_at timestamptz,
  taken_down_by uuid references people,
  category text references categories,
  stage text not null,
  received_at timestamptz not null,
  search tsvector not null,
  primary key (community_id, id),
  foreign key (community_id, voice_id) references voices (community_id, id)
);
create unique index voice_published_once on voice_publications (community_id, voice_id) where taken_down_at is null;
create index voice_publications_by_time on voice_publications (community_id, received_at desc, id desc) where taken_down_at is null;
create index voice_publications_search on voice_publications using gin (community_id, search);

-- Rows that are history and must stay as they were written.
do $$
declare history text;
begin
  foreach history in array array['voice_additions', 'voice_deadlines', 'voice_assignments', 'voice_declines', 'voice_waits',
    'voice_escalations', 'voice_answers', 'voice_follow_ups', 'voice_closings', 'voice_reopenings', 'voice_withdrawals', 'voice_merge_confirmations'] loop
    execute format('create trigger %I before delete or truncate on %I for each statement execute function refuse_change()',
      history || '_kept', history);
  end loop;
end $$;
create trigger voices_kept before delete or truncate on voices for each statement execute function refuse_change();
