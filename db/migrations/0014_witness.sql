-- Witnesses of the public ledger (c2sp.org/tlog-witness): what others confirmed of ours, and what we confirm of others'.

-- Who among the witnesses confirmed which state. `cosignature`: key id 4 bytes · seconds 8 · signature 64.
create table ledger_cosignatures (
  log_id integer not null,
  size bigint not null,
  vkey text not null,
  name text not null,
  cosignature bytea not null check (octet_length(cosignature) = 76),
  received_at timestamptz not null default clock_timestamp(),
  primary key (log_id, size, vkey),
  foreign key (log_id, size) references ledger_checkpoints
);

-- States that as many witnesses confirmed as the policy of that moment asked for.
create table ledger_quorums (
  log_id integer not null,
  size bigint not null,
  held_at timestamptz not null default clock_timestamp(),
  primary key (log_id, size),
  foreign key (log_id, size) references ledger_checkpoints
);

-- How it goes with each of them; `size`: the largest state we know it has confirmed.
create table ledger_witnesses (
  log_id integer not null references ledger_logs,
  vkey text not null,
  size bigint not null default 0 check (size >= 0),
  answered_at timestamptz,
  -- tries since the last good answer, what was wrong with the last, and when to try again
  failures integer not null default 0 check (failures >= 0),
  trouble text,
  failing_since timestamptz,
  ask_after timestamptz not null default clock_timestamp(),
  primary key (log_id, vkey),
  check ((failures = 0) = (trouble is null) and (failures = 0) = (failing_since is null))
);

-- Proof, signed with our own key, that a witness saw another ledger than the one in this database. Nothing goes on with it.
create table ledger_sightings (
  log_id integer not null references ledger_logs,
  size bigint not null check (size >= 0),
  root bytea not null check (octet_length(root) = 32),
  note text not null,
  witness text not null,
  seen_at timestamptz not null default clock_timestamp(),
  primary key (log_id, size, root)
);

-- Ledgers of others that this installation bears witness for; `note`: the newest state confirmed. Locked by whoever answers.
create table witnessed_logs (
  origin text primary key check (origin <> ''),
  size bigint not null check (size >= 0),
  root bytea not null check (octet_length(root) = 32),
  note text,
  cosigned_at timestamptz,
  check ((note is null) = (cosigned_at is null) and (note is not null or size = 0))
);

create trigger ledger_cosignatures_append_only before update or delete or truncate on ledger_cosignatures
  for each statement execute function refuse_change();
create trigger ledger_quorums_append_only before update or delete or truncate on ledger_quorums
  for each statement execute function refuse_change();
create trigger ledger_sightings_append_only before update or delete or truncate on ledger_sightings
  for each statement execute function refuse_change();
create trigger witnessed_logs_kept before delete or truncate on witnessed_logs
  for each statement execute function refuse_change();

-- A witness that goes back one line is worth nothing.
create function refuse_going_back() returns trigger language plpgsql as $$
begin
  if new.origin = old.origin and (new.size > old.size or (new.size = old.size and new.root = old.root)) then return new; end if;
  if new.origin = old.origin and old.note is null then return new; end if;
  raise exception '% only grows', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger witnessed_logs_only_grow before update on witnessed_logs for each row execute function refuse_going_back();
