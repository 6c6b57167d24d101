-- Tickets of the city's hotline (12345): what came from there, what went back, and when. Each ticket is a voice of its own.

-- Which column of the hotline's file means what, kept by name. Correcting one is a new row; the newest of a name counts.
create table hotline_mappings (
  community_id integer not null references communities,
  id uuid not null,
  name text not null check (name <> ''),
  -- the titles in the order of the file: ["…", …]; and where each of our fields stands: {"number": 0, …}
  header jsonb not null check (jsonb_array_length(header) > 0),
  fields jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid references people,
  primary key (community_id, id)
);
create index hotline_mappings_by_name on hotline_mappings (community_id, name, saved_at desc);
create trigger hotline_mappings_append_only before update or delete or truncate on hotline_mappings
  for each statement execute function refuse_change();

-- One file taken over. `known`: rows whose ticket was here already; `left_out`: rows that could not be used.
create table hotline_imports (
  community_id integer not null references communities,
  id uuid not null,
  mapping_id uuid not null,
  imported_at timestamptz not null,
  imported_by uuid references people,
  added integer not null check (added >= 0),
  known integer not null check (known >= 0),
  left_out integer not null check (left_out >= 0),
  primary key (community_id, id),
  foreign key (community_id, mapping_id) references hotline_mappings (community_id, id)
);
create index hotline_imports_by_time on hotline_imports (community_id, imported_at desc);
create trigger hotline_imports_append_only before update or delete or truncate on hotline_imports
  for each statement execute function refuse_change();

-- The hotline's own number and dates beside those of the voice. The same number never becomes two voices.
create table hotline_tickets (
  community_id integer not null references communities,
  id uuid not null,
  voice_id uuid not null,
  import_id uuid not null,
  ticket_number text not null check (ticket_number <> ''),
  dispatched_at timestamptz not null,
  hand_back_until timestamptz not null,
  their_due_at timestamptz,
  -- when the hotline itself counts it as done, where its file says so; nothing closes the voice but its speaker
  their_closed_at timestamptz,
  primary key (community_id, id),
  unique (community_id, ticket_number),
  unique (community_id, voice_id),
  foreign key (community_id, voice_id) references voices (community_id, id),
  foreign key (community_id, import_id) references hotline_imports (community_id, id)
);
create index hotline_tickets_by_due on hotline_tickets (community_id, their_due_at);
create trigger hotline_tickets_append_only before update or delete or truncate on hotline_tickets
  for each statement execute function refuse_change();

-- The office has signed for the ticket.
create table hotline_receipts (
  community_id integer not null references communities,
  id uuid not null,
  ticket_id uuid not null,
  signed_at timestamptz not null,
  signed_by uuid references people,
  primary key (community_id, id),
  unique (community_id, ticket_id),
  foreign key (community_id, ticket_id) references hotline_tickets (community_id, id)
);
create trigger hotline_receipts_append_only before update or delete or truncate on hotline_receipts
  for each statement execute function refuse_change();

-- "Not ours", with reason and evidence: asked once; the hotline's dispatcher decides. Until then nothing changes hands.
create table hotline_hand_backs (
  community_id integer not null references communities,
  id uuid not null,
  ticket_id uuid not null,
  reason text not null check (reason in ('other_place', 'other_power', 'other_unit', 'place_unknown')),
  evidence text not null check (evidence <> ''),
  asked_at timestamptz not null,
  asked_by uuid not null references people,
  primary key (community_id, id),
  unique (community_id, ticket_id),
  foreign key (community_id, ticket_id) references hotline_tickets (community_id, id)
);
create trigger hotline_hand_backs_append_only before update or delete or truncate on hotline_hand_backs
  for each statement execute function refuse_change();

create table hotline_hand_back_decisions (
  community_id integer not null references communities,
  id uuid not null,
  hand_back_id uuid not null,
  outcome text not null check (outcome in ('accepted', 'refused')),
  -- how the hotline said so: letter, number, name of the dispatcher's desk, date
  reference text not null check (reference <> ''),
  recorded_at timestamptz not null,
  recorded_by uuid not null references people,
  primary key (community_id, id),
  unique (community_id, hand_back_id),
  foreign key (community_id, hand_back_id) references hotline_hand_backs (community_id, id)
);
create trigger hotline_hand_back_decisions_append_only before update or delete or truncate on hotline_hand_back_decisions
  for each statement execute function refuse_change();

-- What was sent back, and when: each receipt, answer and hand-back goes once. `source_id`: its own row.
create table hotline_exports (
  community_id integer not null references communities,
  id uuid not null,
  mapping_id uuid not null,
  exported_at timestamptz not null,
  exported_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, mapping_id) references hotline_mappings (community_id, id)
);
create index hotline_exports_by_time on hotline_exports (community_id, exported_at desc);
create trigger hotline_exports_append_only before update or delete or truncate on hotline_exports
  for each statement execute function refuse_change();

create table hotline_export_lines (
  community_id integer not null references communities,
  export_id uuid not null,
  ticket_id uuid not null,
  kind text not null check (kind in ('receipt', 'answer', 'hand_back')),
  source_id uuid not null,
  primary key (community_id, kind, source_id),
  foreign key (community_id, export_id) references hotline_exports (community_id, id),
  foreign key (community_id, ticket_id) references hotline_tickets (community_id, id)
);
create index hotline_export_lines_of_export on hotline_export_lines (community_id, export_id);
create trigger hotline_export_lines_append_only before update or delete or truncate on hotline_export_lines
  for each statement execute function refuse_change();

-- What is asked beside the words of a service is kept by people now: a question that changes is ended and asked anew, so
-- that what was answered once can still be read beside the question it answered.
alter table service_attributes
  add column id uuid not null default gen_random_uuid(),
  add column asked_since timestamptz,
  add column asked_by uuid references people,
  add column ended_at timestamptz,
  add column ended_by uuid references people;
alter table service_attributes drop constraint service_attributes_pkey;
alter table service_attributes drop constraint service_attributes_community_id_category_sort_key;
alter table service_attributes add primary key (community_id, id);
create unique index service_attributes_asked on service_attributes (community_id, category, code) where ended_at is null;
create unique index service_attributes_in_order on service_attributes (community_id, category, sort) where ended_at is null;
