-- The same trouble, one case; and where things lie.

-- Null: the one who spoke joined by their own word, while handing it in (decision 28).
alter table cases alter column created_by drop not null;
alter table voice_merges alter column merged_by drop not null;

-- The building a published voice may be shown at, chosen by whoever cleared its words; null: shown nowhere on the map.
alter table voice_publications add column building_id uuid;
alter table voice_publications add foreign key (community_id, building_id) references places (community_id, id);
create index voice_publications_of_building on voice_publications (community_id, building_id)
  where building_id is not null and taken_down_at is null;

-- Where a place lies: the newest row counts. Kept in WGS-84 whatever was given; `datum_given` says what that was.
create table place_points (
  community_id integer not null references communities,
  id uuid not null,
  place_id uuid not null,
  latitude double precision not null check (latitude between -90 and 90),
  longitude double precision not null check (longitude between -180 and 180),
  datum_given text not null check (datum_given in ('WGS84', 'GCJ02', 'BD09')),
  set_at timestamptz not null,
  set_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, place_id) references places (community_id, id)
);
create index place_points_newest on place_points (community_id, place_id, set_at desc, id desc);

-- The edge of a community (`place_id` null) or of one of its grids and estates: the newest row counts; `polygons` null: taken
-- off the map. Each polygon as GeoJSON has it, [longitude, latitude] in WGS-84.
create table outlines (
  community_id integer not null references communities,
  id uuid not null,
  place_id uuid,
  polygons jsonb check (octet_length(polygons::text) <= 400000),
  way text not null check (way in ('drawn', 'imported', 'removed')),
  datum_given text not null check (datum_given in ('WGS84', 'GCJ02', 'BD09')),
  set_at timestamptz not null,
  set_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, place_id) references places (community_id, id),
  check ((polygons is null) = (way = 'removed'))
);
create index outlines_newest on outlines (community_id, place_id, set_at desc, id desc);

create trigger place_points_kept before update or delete or truncate on place_points for each statement execute function refuse_change();
create trigger outlines_kept before update or delete or truncate on outlines for each statement execute function refuse_change();
