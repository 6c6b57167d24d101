-- Every back-up that was tried: what an administrator sees of them. The rows tell of files beside this machine's data, so
-- they are not part of a back-up themselves.
create table backups (
  id uuid primary key,
  started_at timestamptz not null default clock_timestamp(),
  stage text not null default 'copying' check (stage in ('copying', 'checking', 'trying')),
  percent smallint not null default 0 check (percent between 0 and 100),
  finished_at timestamptz,
  -- set only after the file was read back from the disk and, where how = 'restored', opened into a database of its own
  verified_at timestamptz,
  verified_how text check (verified_how in ('restored', 'read')),
  file_name text,
  bytes bigint,
  rows bigint,
  voices bigint,
  ledger_size bigint,
  failure text,
  check (finished_at is null or (verified_at is null) = (failure is not null)),
  check ((verified_at is null) = (verified_how is null)),
  check (verified_at is null or (finished_at is not null and file_name is not null and bytes is not null))
);
create index backups_by_time on backups (started_at desc);
