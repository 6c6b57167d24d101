-- The ground every room stands on: events, idempotency, limits, the calendar, what was sent, who looked.

-- Append-only. Holds identifiers, times, states and codes, never personal text, so that erasure never rewrites it.
create table events (
  community_id integer not null references communities,
  id uuid not null,
  at timestamptz not null,
  name text not null check (name ~ '^[a-z_]+\.[a-z_]+$'),
  subject_id uuid not null,
  actor_id uuid,
  actor_role text not null,
  due_at timestamptz,
  late boolean,
  data jsonb not null default '{}',
  primary key (community_id, id)
);
create index events_of_subject on events (community_id, subject_id, at);
create index events_by_name on events (community_id, name, at);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger events_append_only before update or delete or truncate on events
  for each statement execute function refuse_change();

-- One row per intent: the same key again is answered with the first answer.
create table idempotency_keys (
  actor text not null,
  verb text not null,
  key text not null check (length(key) between 8 and 128),
  body_hash bytea not null,
  response jsonb,
  created_at timestamptz not null default now(),
  primary key (actor, verb, key)
);
create index idempotency_keys_by_age on idempotency_keys (created_at);

create table rate_limits (
  bucket text not null,
  opened_at timestamptz not null,
  used integer not null,
  primary key (bucket)
);

create table calendar_days (
  day date primary key,
  kind text not null check (kind in ('holiday', 'workday')),
  name_zh text not null,
  name_en text not null,
  provisional boolean not null default false,
  changed_at timestamptz not null default now(),
  changed_by uuid references people
);

-- What was sent to whom by which way; the text itself stays with the gateway.
create table deliveries (
  community_id integer not null references communities,
  id uuid not null,
  at timestamptz not null,
  subject_id uuid not null,
  way text not null check (way in ('sms', 'mail', 'page', 'call_duty', 'visit_duty', 'paper_duty')),
  template text not null,
  done_at timestamptz,
  done_by uuid references people,
  failed_at timestamptz,
  primary key (community_id, id)
);
create index deliveries_to_do on deliveries (community_id, at) where done_at is null;

-- Every reading of personal data, written before the reading in the same transaction.
create table access_records (
  community_id integer not null references communities,
  id uuid not null,
  at timestamptz not null,
  reader_id uuid not null references people,
  reader_role text not null,
  subject_id uuid not null,
  fields text[] not null,
  purpose text not null,
  voice_id uuid,
  primary key (community_id, id)
);
create index access_records_of_subject on access_records (community_id, subject_id, at);
create trigger access_records_append_only before update or delete or truncate on access_records
  for each statement execute function refuse_change();
