-- What the neighbourhood may see of a voice beside its title: words with what must not be read blacked out, and photos with
-- black boxes burnt in. The originals stay with those who work on the voice.

alter table voice_publications add column words text;

create table voice_photo_clearings (
  community_id integer not null references communities,
  -- also the name of the file with the boxes burnt in
  id uuid not null,
  voice_id uuid not null,
  photo_id uuid not null,
  -- how many boxes; where they are can be seen in the picture
  boxes smallint not null check (boxes >= 0),
  width integer not null,
  height integer not null,
  cleared_at timestamptz not null,
  cleared_by uuid not null references people,
  taken_down_at timestamptz,
  taken_down_by uuid references people,
  file_gone_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, voice_id) references voices (community_id, id),
  check (file_gone_at is null or taken_down_at is not null)
);
create unique index voice_photo_clearings_once on voice_photo_clearings (community_id, photo_id) where taken_down_at is null;
create index voice_photo_clearings_of_voice on voice_photo_clearings (community_id, voice_id);
create index voice_photo_clearings_to_tidy on voice_photo_clearings (taken_down_at) where taken_down_at is not null and file_gone_at is null;
create trigger voice_photo_clearings_kept before delete or truncate on voice_photo_clearings
  for each statement execute function refuse_change();

-- Who wants to hear what became of matters of a kind, or near a building.
create table feed_subscriptions (
  community_id integer not null references communities,
  id uuid not null,
  person_id uuid not null references people,
  category text references categories,
  building_id uuid,
  began_at timestamptz not null,
  ended_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, building_id) references places (community_id, id)
);
create unique index feed_subscriptions_once on feed_subscriptions (community_id, person_id, category, building_id)
  nulls not distinct where ended_at is null;
create index feed_subscriptions_of_person on feed_subscriptions (person_id, community_id) where ended_at is null;
