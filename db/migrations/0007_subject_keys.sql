-- One key per person whose data is kept sealed, itself wrapped by a key of their community that is not in the database.
-- Destroying the wrapped key erases everything sealed under it, in every copy of the database that is made from then on.
-- community_id 0 holds the keys of rows of `people`, who stand above communities; otherwise e.g. of a `reporters` row.
create table subject_keys (
  community_id integer not null check (community_id >= 0),
  id uuid not null,
  suite text not null check (suite in ('intl')),
  generation integer not null check (generation > 0),
  wrapped bytea,
  created_at timestamptz not null,
  destroyed_at timestamptz,
  destroyed_by uuid references people,
  reason text,
  primary key (community_id, id),
  check ((wrapped is null) = (destroyed_at is not null)),
  check ((destroyed_at is null) = (reason is null)),
  check (destroyed_by is null or destroyed_at is not null)
);
-- A destroyed key leaves its old row version behind until the table is vacuumed: do that soon, however large the table is.
alter table subject_keys set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1);
create function refuse_new_life() returns trigger language plpgsql as $$
begin
  raise exception 'a destroyed key stays destroyed' using errcode = 'restrict_violation';
end $$;
create trigger subject_keys_destroyed before update on subject_keys
  for each row when (old.destroyed_at is not null) execute function refuse_new_life();
create trigger subject_keys_kept before delete or truncate on subject_keys
  for each statement execute function refuse_change();
