-- What the installation has learned about what voices are about: from closed voices that people sorted, over night. One row.
create table category_models (
  one boolean primary key default true check (one),
  learned_at timestamptz not null,
  -- How many closed voices it learned from, and how it did on those it had not seen while trying.
  voices integer not null check (voices >= 0),
  tried integer not null check (tried >= 0),
  right_when_tried integer not null check (right_when_tried between 0 and tried),
  -- How often people were offered a suggestion until then, and how often they took it.
  offered integer not null check (offered >= 0),
  taken integer not null check (taken between 0 and offered),
  -- Numbers about groups of characters; no text. Null: too few voices yet, or not right often enough to be of help.
  model bytea,
  check (octet_length(model) <= 4000000)
);
