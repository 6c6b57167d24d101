-- The public ledger: what happened, as salted commitments in a Merkle tree that anybody can audit (c2sp.org/tlog-tiles).
-- Every step of a voice writes its line into the queue in its own transaction; the sequencer gives it its place.

-- One log per installation; a new epoch follows only when the one before could not be continued after a disaster.
create table ledger_logs (
  id integer primary key check (id > 0),
  origin text not null unique check (origin <> ''),
  vkey text not null,
  opened_at timestamptz not null default now(),
  closed_at timestamptz,
  close_reason text,
  check ((closed_at is null) = (close_reason is null))
);
create unique index ledger_one_open_log on ledger_logs ((true)) where closed_at is null;

-- How far a log is, locked by whoever adds to it or signs it: this row is the fence between processes.
create table ledger_heads (
  log_id integer primary key references ledger_logs,
  size bigint not null check (size >= 0),
  root bytea not null check (octet_length(root) = 32),
  changed_at timestamptz not null default now(),
  -- why nothing is added or signed at present, for the pages of those who must act
  halted_at timestamptz,
  halted_code text,
  halted_reason text,
  check ((halted_at is null) = (halted_reason is null) and (halted_at is null) = (halted_code is null))
);

-- Lines on their way. `id` is the event they stand for, or made from what may be said only once.
create table ledger_queue (
  place bigint generated always as identity primary key,
  id uuid not null unique,
  entry bytea not null check (octet_length(entry) between 1 and 65535),
  queued_at timestamptz not null default clock_timestamp()
);
alter table ledger_queue set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

create table ledger_leaves (
  log_id integer not null references ledger_logs,
  index bigint not null check (index >= 0),
  id uuid not null,
  entry bytea not null,
  primary key (log_id, index),
  -- once per log; lines that were never signed are carried over into the next
  unique (id, log_id)
);

-- 256 hashes wide; the last of each level is still growing.
create table ledger_tiles (
  log_id integer not null references ledger_logs,
  level smallint not null check (level between 0 and 63),
  index bigint not null check (index >= 0),
  hashes bytea not null check (octet_length(hashes) between 32 and 8192 and octet_length(hashes) % 32 = 0),
  primary key (log_id, level, index)
);
alter table ledger_tiles alter column hashes set storage external;

create table ledger_checkpoints (
  log_id integer not null references ledger_logs,
  size bigint not null check (size >= 0),
  root bytea not null check (octet_length(root) = 32),
  note text not null,
  signed_at timestamptz not null default clock_timestamp(),
  primary key (log_id, size)
);

-- What a community's day came to, as its line in the ledger says it; first and last number make a missing one show.
create table voice_days (
  community_id integer not null references communities,
  day date not null,
  received integer not null check (received >= 0),
  open integer not null check (open >= 0),
  overdue integer not null check (overdue >= 0),
  closed integer not null check (closed >= 0),
  first_number text,
  last_number text,
  summarised_at timestamptz not null default now(),
  primary key (community_id, day),
  check ((received > 0) = (first_number is not null) and (received > 0) = (last_number is not null))
);

create trigger ledger_leaves_append_only before update or delete or truncate on ledger_leaves
  for each statement execute function refuse_change();
create trigger ledger_checkpoints_append_only before update or delete or truncate on ledger_checkpoints
  for each statement execute function refuse_change();
create trigger voice_days_append_only before update or delete or truncate on voice_days
  for each statement execute function refuse_change();
create trigger ledger_queue_kept before update or truncate on ledger_queue
  for each statement execute function refuse_change();
create trigger ledger_tiles_kept before delete or truncate on ledger_tiles
  for each statement execute function refuse_change();
create trigger ledger_logs_kept before delete or truncate on ledger_logs
  for each statement execute function refuse_change();
create trigger ledger_heads_kept before delete or truncate on ledger_heads
  for each statement execute function refuse_change();

-- The other two only ever grow: a tile at its end, a head in size; a closed log stays closed.
create function refuse_shrinking() returns trigger language plpgsql as $$
begin
  case tg_table_name
    when 'ledger_tiles' then
      if substring(new.hashes for octet_length(old.hashes)) = old.hashes
        and (new.log_id, new.level, new.index) = (old.log_id, old.level, old.index) then return new; end if;
    when 'ledger_heads' then
      if new.log_id = old.log_id and (new.size > old.size or (new.size = old.size and new.root = old.root)) then return new; end if;
    else
      if old.closed_at is null and (new.id, new.origin, new.vkey, new.opened_at) = (old.id, old.origin, old.vkey, old.opened_at)
        then return new; end if;
  end case;
  raise exception '% only grows', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger ledger_tiles_only_grow before update on ledger_tiles for each row execute function refuse_shrinking();
create trigger ledger_heads_only_grow before update on ledger_heads for each row execute function refuse_shrinking();
create trigger ledger_logs_only_close before update on ledger_logs for each row execute function refuse_shrinking();
