-- The community's blog: posts under names, comments under published rules, and decisions about comments that can be
-- appealed to somebody else (method.md M48, M23).

-- How a community runs its blog; the newest row counts. `checked_first`: comments are looked at before they are shown.
create table blog_settings (
  community_id integer not null references communities,
  id uuid not null,
  checked_first boolean not null,
  next_door_writes boolean not null,
  closes_after_days smallint check (closes_after_days between 1 and 365),
  chosen_at timestamptz not null,
  chosen_by uuid not null references people,
  primary key (community_id, id)
);
create index blog_settings_newest on blog_settings (community_id, chosen_at desc);

-- The rules for comments, numbered from 1 in both languages; every wording stays, because decisions cite it.
create table blog_rules (
  community_id integer not null references communities,
  version smallint not null check (version > 0),
  rules_zh text[] not null,
  rules_en text[] not null,
  published_at timestamptz not null,
  published_by uuid not null references people,
  primary key (community_id, version),
  check (cardinality(rules_zh) between 1 and 20 and cardinality(rules_zh) = cardinality(rules_en))
);

-- `stage` is the newest of its steps; `number` stands in its address.
create table blog_posts (
  community_id integer not null references communities,
  id uuid not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('post', 'announcement')),
  author_id uuid not null references people,
  stage text not null check (stage in ('draft', 'scheduled', 'published', 'archived')),
  version smallint not null check (version > 0),
  written_at timestamptz not null,
  publish_at timestamptz,
  published_at timestamptz,
  primary key (community_id, id),
  unique (community_id, number),
  check ((stage = 'scheduled') = (publish_at is not null)),
  check (stage in ('draft', 'scheduled') or published_at is not null)
);
create index blog_posts_published on blog_posts (community_id, published_at desc, id desc) where stage = 'published';
create index blog_posts_due on blog_posts (publish_at) where stage = 'scheduled';

create table blog_post_steps (
  community_id integer not null references communities,
  id uuid not null,
  post_id uuid not null,
  stage text not null check (stage in ('draft', 'scheduled', 'published', 'archived')),
  publish_at timestamptz,
  taken_at timestamptz not null,
  -- null: the clock
  taken_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, post_id) references blog_posts (community_id, id)
);
create index blog_post_steps_of_post on blog_post_steps (community_id, post_id, taken_at);

-- Every wording of a post. `script`: the same to be read aloud, where it differs.
create table blog_post_versions (
  community_id integer not null references communities,
  id uuid not null,
  post_id uuid not null,
  version smallint not null check (version > 0),
  title text not null check (title <> ''),
  words text not null check (words <> ''),
  title_en text,
  words_en text,
  script text,
  written_at timestamptz not null,
  written_by uuid not null references people,
  primary key (community_id, id),
  unique (community_id, post_id, version),
  foreign key (community_id, post_id) references blog_posts (community_id, id),
  check ((title_en is null) = (words_en is null))
);

-- `agreed`: whoever put it there states that everybody who can be recognised agrees to be seen.
create table blog_pictures (
  community_id integer not null references communities,
  id uuid not null,
  post_id uuid not null,
  alt text not null check (alt <> ''),
  shows_people boolean not null,
  agreed boolean not null,
  width integer not null,
  height integer not null,
  sha256 text not null,
  added_at timestamptz not null,
  added_by uuid not null references people,
  taken_down_at timestamptz,
  taken_down_by uuid references people,
  primary key (community_id, id),
  foreign key (community_id, post_id) references blog_posts (community_id, id),
  check (agreed or not shows_people),
  check (taken_down_at is not null or taken_down_by is null)
);
create index blog_pictures_of_post on blog_pictures (community_id, post_id, added_at);

-- Somebody who is in a picture no longer agrees: at `due_at` at the latest it is gone.
create table blog_picture_objections (
  community_id integer not null references communities,
  id uuid not null,
  picture_id uuid not null,
  asked_at timestamptz not null,
  asked_by uuid not null references people,
  due_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, picture_id, asked_by),
  foreign key (community_id, picture_id) references blog_pictures (community_id, id)
);
create index blog_picture_objections_due on blog_picture_objections (due_at);

-- `sealed`: who decides about it, as with a voice that complains about somebody. `due_at`: by when somebody has looked.
create table blog_comments (
  community_id integer not null references communities,
  id uuid not null,
  post_id uuid not null,
  author_id uuid not null references people,
  signature text,
  by_office boolean not null,
  stage text not null check (stage in ('waiting', 'shown', 'hidden', 'withdrawn')),
  sealed text not null check (sealed in ('none', 'named', 'street')),
  version smallint not null check (version > 0),
  written_at timestamptz not null,
  due_at timestamptz,
  reminded_at timestamptz,
  erased_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, post_id) references blog_posts (community_id, id)
);
create index blog_comments_of_post on blog_comments (community_id, post_id, written_at);
create index blog_comments_of_author on blog_comments (author_id, community_id);
create index blog_comments_waiting on blog_comments (community_id, due_at) where stage = 'waiting';
create index blog_comments_shown on blog_comments (community_id, written_at desc) where stage = 'shown';

create table blog_comment_versions (
  community_id integer not null references communities,
  id uuid not null,
  comment_id uuid not null,
  author_id uuid not null references people,
  version smallint not null check (version > 0),
  words text not null,
  written_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, comment_id, version),
  foreign key (community_id, comment_id) references blog_comments (community_id, id)
);
create index blog_comment_versions_of_author on blog_comment_versions (author_id, community_id);

-- Whose conduct a comment is about: they neither see it at the desk nor decide about it.
create table blog_comment_named (
  community_id integer not null references communities,
  id uuid not null,
  comment_id uuid not null,
  person_id uuid not null references people,
  named_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, comment_id, person_id),
  foreign key (community_id, comment_id) references blog_comments (community_id, id)
);

create table blog_reports (
  community_id integer not null references communities,
  id uuid not null,
  comment_id uuid not null,
  reporter_id uuid not null references people,
  words text not null,
  reported_at timestamptz not null,
  due_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, comment_id) references blog_comments (community_id, id)
);
create index blog_reports_of_comment on blog_reports (community_id, comment_id, reported_at);
create index blog_reports_of_reporter on blog_reports (reporter_id, community_id);

-- Hiding cites a rule by number and says why; showing needs neither.
create table blog_decisions (
  community_id integer not null references communities,
  id uuid not null,
  comment_id uuid not null,
  decision text not null check (decision in ('shown', 'hidden')),
  rules_version smallint,
  rule smallint check (rule > 0),
  reason text,
  decided_at timestamptz not null,
  decided_by uuid not null references people,
  due_at timestamptz,
  late boolean not null,
  primary key (community_id, id),
  foreign key (community_id, comment_id) references blog_comments (community_id, id),
  foreign key (community_id, rules_version) references blog_rules (community_id, version),
  check ((decision = 'hidden') = (rule is not null and rules_version is not null and reason is not null))
);
create index blog_decisions_of_comment on blog_decisions (community_id, comment_id, decided_at);
create index blog_decisions_hidden on blog_decisions (community_id, decided_at desc) where decision = 'hidden';

create table blog_appeals (
  community_id integer not null references communities,
  id uuid not null,
  decision_id uuid not null,
  appellant_id uuid not null references people,
  words text not null,
  appealed_at timestamptz not null,
  due_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, decision_id),
  foreign key (community_id, decision_id) references blog_decisions (community_id, id)
);
create index blog_appeals_of_appellant on blog_appeals (appellant_id, community_id);

-- `kept`: the decision stands; `reversed`: the comment is shown.
create table blog_appeal_decisions (
  community_id integer not null references communities,
  id uuid not null,
  appeal_id uuid not null,
  outcome text not null check (outcome in ('kept', 'reversed')),
  answer text not null check (answer <> ''),
  decided_at timestamptz not null,
  decided_by uuid not null references people,
  late boolean not null,
  primary key (community_id, id),
  unique (community_id, appeal_id),
  foreign key (community_id, appeal_id) references blog_appeals (community_id, id)
);

-- A comment became a voice, which belongs to whoever wrote it. `agreed_at`: they let it be told beneath the comment.
create table blog_comment_voices (
  community_id integer not null references communities,
  comment_id uuid not null,
  voice_id uuid not null,
  made_at timestamptz not null,
  made_by uuid not null references people,
  agreed_at timestamptz,
  primary key (community_id, comment_id),
  unique (community_id, voice_id),
  foreign key (community_id, comment_id) references blog_comments (community_id, id),
  foreign key (community_id, voice_id) references voices (community_id, id)
);

do $$
declare kept text;
begin
  foreach kept in array array['blog_settings', 'blog_rules', 'blog_post_steps', 'blog_post_versions', 'blog_decisions',
    'blog_appeal_decisions', 'blog_comment_named', 'blog_picture_objections'] loop
    execute format('create trigger %I before update or delete or truncate on %I for each statement execute function refuse_change()',
      kept || '_append_only', kept);
  end loop;
  -- Their words go with the person; the rows stay.
  foreach kept in array array['blog_posts', 'blog_pictures', 'blog_comments', 'blog_comment_versions', 'blog_reports', 'blog_appeals',
    'blog_comment_voices'] loop
    execute format('create trigger %I before delete or truncate on %I for each statement execute function refuse_change()',
      kept || '_kept', kept);
  end loop;
end $$;
