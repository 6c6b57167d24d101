-- Rights of the person: what was consented to, what was asked for, what was erased.

-- A consent is for one purpose and one wording of it; it ends when it is withdrawn, and a new one is a new row.
create table consents (
  community_id integer not null references communities,
  id uuid not null,
  purpose text not null check (purpose in ('publication', 'notices')),
  voice_id uuid,
  person_id uuid references people,
  text_version smallint not null check (text_version > 0),
  given_at timestamptz not null,
  given_way text not null check (given_way in ('page', 'phone', 'desk', 'paper')),
  given_noted_by uuid references people,
  withdrawn_at timestamptz,
  withdrawn_way text check (withdrawn_way in ('page', 'phone', 'desk', 'paper')),
  withdrawn_noted_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, voice_id) references voices (community_id, id),
  check (num_nonnulls(voice_id, person_id) = 1),
  check ((withdrawn_at is null) = (withdrawn_way is null))
);
create unique index consents_of_voice on consents (community_id, voice_id, purpose) where withdrawn_at is null and voice_id is not null;
create unique index consents_of_person on consents (community_id, person_id, purpose) where withdrawn_at is null and person_id is not null;
create index consents_once_of_voice on consents (community_id, voice_id) where voice_id is not null;
create trigger consents_kept before delete or truncate on consents for each statement execute function refuse_change();

-- Until now the tick at the voice was all there was of it.
insert into consents (community_id, id, purpose, voice_id, text_version, given_at, given_way, given_noted_by)
select v.community_id, gen_random_uuid(), 'publication', v.id, 1, v.received_at,
  case c.contact_method when 'phone' then 'phone' when 'paper' then 'paper' when 'web' then 'page' else 'desk' end, v.entered_by
from voices v join channels c on c.code = v.channel
where v.may_publish;

-- Somebody wants to see, correct, copy or erase what is kept of them, or objects to its use: about one voice, or about
-- everything under their sign-in. Open as long as it has no decision.
create table data_requests (
  community_id integer not null references communities,
  id uuid not null,
  kind text not null check (kind in ('read', 'correct', 'copy', 'erase', 'object')),
  voice_id uuid,
  person_id uuid references people,
  way text not null check (way in ('page', 'phone', 'desk', 'paper')),
  wish text,
  insists boolean not null default false,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  entered_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, voice_id) references voices (community_id, id),
  check (num_nonnulls(voice_id, person_id) = 1),
  check ((way = 'page') = (entered_by is null))
);
create index data_requests_by_due on data_requests (community_id, due_at);
create index data_requests_of_voice on data_requests (community_id, voice_id) where voice_id is not null;
create index data_requests_of_person on data_requests (community_id, person_id) where person_id is not null;
create trigger data_requests_kept before delete or truncate on data_requests for each statement execute function refuse_change();

create table data_request_decisions (
  community_id integer not null references communities,
  id uuid not null,
  request_id uuid not null,
  outcome text not null check (outcome in ('done', 'refused', 'taken_back')),
  reason text,
  decided_at timestamptz not null,
  decided_by uuid references people,
  primary key (community_id, id),
  unique (community_id, request_id),
  foreign key (community_id, request_id) references data_requests (community_id, id),
  check (outcome <> 'refused' or reason is not null),
  check ((outcome = 'taken_back') = (decided_by is null))
);
create trigger data_request_decisions_kept before delete or truncate on data_request_decisions
  for each statement execute function refuse_change();

-- What was erased, as identifiers only; the same goes into the journal beside the keys, for the day a back-up is restored.
create table erasures (
  community_id integer not null references communities,
  id uuid not null,
  about text not null check (about in ('voice', 'person')),
  subject_id uuid not null,
  photos uuid[] not null default '{}',
  erased_at timestamptz not null,
  erased_by uuid references people,
  primary key (community_id, id)
);
create trigger erasures_append_only before update or delete or truncate on erasures
  for each statement execute function refuse_change();

-- An erased voice keeps number, dates, category and outcome (V1). Its words are empty, and only then may they be.
alter table voices add column erased_at timestamptz;
alter table voices drop constraint voices_words_check;
alter table voices add constraint voices_words_check check ((words = '') = (erased_at is not null)) not valid;
alter table voices validate constraint voices_words_check;
alter table voice_additions drop constraint voice_additions_words_check;
alter table voice_publications drop constraint voice_publications_title_check;
alter table voice_publications add constraint voice_publications_title_check check (title <> '' or taken_down_at is not null);

alter table people add column erased_at timestamptz;
alter table people drop constraint people_name_check;
alter table people add constraint people_name_check check ((name = '') = (erased_at is not null));

-- The system, too, looks: when it sends a message, and on the person's own behalf.
alter table access_records alter column reader_id drop not null;
