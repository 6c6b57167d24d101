-- What people are told: the inbox, how each wishes to hear, the digest, and the log of everything that was sent.

-- Something somebody is to know. Facts are codes, numbers, days and titles the office itself made public, never what a
-- person said. `event`: what happened; nobody is told twice of one. `instant`: own voices and duties don't wait for the digest.
create table notices (
  community_id integer not null references communities,
  id uuid not null,
  person_id uuid not null references people,
  at timestamptz not null,
  topic text not null,
  template text not null check (template ~ '^[a-z_]+\.[a-z_]+$'),
  facts jsonb not null default '{}',
  about_kind text not null,
  about_id uuid,
  about_number text,
  event text not null check (event <> ''),
  instant boolean not null,
  deadline_at timestamptz,
  primary key (community_id, id),
  unique (community_id, person_id, event)
);
create index notices_of_person on notices (community_id, person_id, at desc, id desc);
create index notices_about on notices (community_id, about_id) where about_id is not null;

create table notice_readings (
  community_id integer not null references communities,
  notice_id uuid not null,
  read_at timestamptz not null,
  primary key (community_id, notice_id),
  foreign key (community_id, notice_id) references notices (community_id, id) on delete cascade
);

-- How somebody wishes to hear; the latest row counts. Hours are Shanghai's: nothing rings from quiet_from until quiet_to.
create table notice_preferences (
  community_id integer not null references communities,
  id uuid not null,
  person_id uuid not null references people,
  way text not null check (way in ('page', 'mail', 'sms', 'call', 'letter', 'wechat')),
  digest text not null check (digest in ('daily', 'weekly', 'never')),
  quiet_from smallint not null check (quiet_from between 0 and 23),
  quiet_to smallint not null check (quiet_to between 0 and 23),
  muted text[] not null default '{}',
  said_way text not null check (said_way in ('page', 'phone', 'desk', 'paper', 'link', 'program')),
  set_at timestamptz not null,
  set_by uuid references people,
  primary key (community_id, id)
);
create index notice_preferences_of_person on notice_preferences (community_id, person_id, set_at desc, id desc);

-- Somebody without a sign-in who wants no more messages about the voice they spoke: they find everything by their number.
create table notice_stops (
  community_id integer not null references communities,
  reporter_id uuid not null,
  said_way text not null check (said_way in ('phone', 'desk', 'paper', 'link')),
  stopped_at timestamptz not null,
  stopped_by uuid references people,
  primary key (community_id, reporter_id),
  foreign key (community_id, reporter_id) references reporters (community_id, id)
);

-- One digest a person and period; an item stands in one digest at most.
create table notice_digests (
  community_id integer not null references communities,
  id uuid not null,
  person_id uuid not null references people,
  period text not null check (period ~ '^\d{4}-(W\d{2}|\d{2}-\d{2})$'),
  made_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, person_id, period)
);
create table notice_digest_items (
  community_id integer not null references communities,
  digest_id uuid not null,
  notice_id uuid not null,
  place smallint not null,
  primary key (community_id, notice_id),
  foreign key (community_id, digest_id) references notice_digests (community_id, id) on delete cascade,
  foreign key (community_id, notice_id) references notices (community_id, id) on delete cascade
);
create index notice_digest_items_in_order on notice_digest_items (community_id, digest_id, place);

-- The log of what was sent: to whom, how often it was tried, whether it was given up, and what came in its stead.
alter table deliveries add column about text not null default 'voice' check (about in ('voice', 'notice', 'digest'));
alter table deliveries add column person_id uuid references people;
alter table deliveries add column reporter_id uuid;
alter table deliveries add column made_at timestamptz;
alter table deliveries add column tries smallint not null default 0;
alter table deliveries add column given_up_at timestamptz;
alter table deliveries add column instead_of uuid;
alter table deliveries add column printed_at timestamptz;
alter table deliveries add column over_at timestamptz generated always as (coalesce(done_at, given_up_at)) stored;
alter table deliveries drop constraint deliveries_way_check;
alter table deliveries add constraint deliveries_way_check
  check (way in ('sms', 'mail', 'wechat', 'page', 'call_duty', 'visit_duty', 'paper_duty'));
update deliveries d set made_at = d.at, reporter_id = v.reporter_id, person_id = r.person_id
from voices v join reporters r on r.community_id = v.community_id and r.id = v.reporter_id
where v.community_id = d.community_id and v.id = d.subject_id;
update deliveries set made_at = at where made_at is null;
alter table deliveries alter column made_at set not null;
alter table deliveries alter column made_at set default clock_timestamp();
alter table deliveries add foreign key (community_id, instead_of) references deliveries (community_id, id) on delete set null (instead_of);
create unique index deliveries_once_instead on deliveries (community_id, instead_of) where instead_of is not null;
create index deliveries_to_person on deliveries (community_id, person_id, made_at desc) where person_id is not null;
create index deliveries_to_reporter on deliveries (community_id, reporter_id) where reporter_id is not null;
create index deliveries_of_subject on deliveries (community_id, subject_id);
create index deliveries_failed on deliveries (community_id, made_at desc) where failed_at is not null;

-- The name under which somebody is known to the community's WeChat account (an openid), sealed like a telephone number.
alter table people add column wechat_sealed bytea;
