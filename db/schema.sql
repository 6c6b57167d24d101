-- access_records
  community_id integer not null
  id uuid not null
  at timestamp with time zone not null
  reader_id uuid
  reader_role text not null
  subject_id uuid not null
  fields text[] not null
  purpose text not null
  voice_id uuid
  constraint access_records_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint access_records_pkey PRIMARY KEY (community_id, id)
  constraint access_records_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES people(id)
  CREATE INDEX access_records_of_subject ON public.access_records USING btree (community_id, subject_id, at)
  CREATE UNIQUE INDEX access_records_pkey ON public.access_records USING btree (community_id, id)
  CREATE TRIGGER access_records_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.access_records FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- access_tokens
  id uuid not null
  person_id uuid not null
  name text not null
  token_hash bytea not null
  scopes text[] not null
  created_at timestamp with time zone not null default now()
  expires_at timestamp with time zone not null
  last_used_at timestamp with time zone
  ended_at timestamp with time zone
  constraint access_tokens_name_check CHECK ((name <> ''::text))
  constraint access_tokens_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint access_tokens_pkey PRIMARY KEY (id)
  constraint access_tokens_token_hash_key UNIQUE (token_hash)
  CREATE INDEX access_tokens_of_person ON public.access_tokens USING btree (person_id)
  CREATE UNIQUE INDEX access_tokens_pkey ON public.access_tokens USING btree (id)
  CREATE UNIQUE INDEX access_tokens_token_hash_key ON public.access_tokens USING btree (token_hash)

-- agenda_items
  community_id integer not null
  id uuid not null
  meeting_id uuid not null
  sort smallint not null
  title text not null
  purpose text not null
  topic_id uuid
  minutes smallint
  paper text
  added_at timestamp with time zone not null
  added_by uuid not null
  frozen_at timestamp with time zone
  removed_at timestamp with time zone
  removed_by uuid
  constraint agenda_items_added_by_fkey FOREIGN KEY (added_by) REFERENCES people(id)
  constraint agenda_items_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint agenda_items_community_id_meeting_id_fkey FOREIGN KEY (community_id, meeting_id) REFERENCES meetings(community_id, id)
  constraint agenda_items_community_id_topic_id_fkey FOREIGN KEY (community_id, topic_id) REFERENCES topics(community_id, id)
  constraint agenda_items_minutes_check CHECK ((minutes > 0))
  constraint agenda_items_pkey PRIMARY KEY (community_id, id)
  constraint agenda_items_purpose_check CHECK ((purpose = ANY (ARRAY['inform'::text, 'discuss'::text, 'decide'::text, 'advise'::text, 'mediate'::text, 'rate'::text])))
  constraint agenda_items_removed_by_fkey FOREIGN KEY (removed_by) REFERENCES people(id)
  constraint agenda_items_title_check CHECK ((title <> ''::text))
  CREATE INDEX agenda_items_of_meeting ON public.agenda_items USING btree (community_id, meeting_id, sort)
  CREATE INDEX agenda_items_of_topic ON public.agenda_items USING btree (community_id, topic_id) WHERE (topic_id IS NOT NULL)
  CREATE UNIQUE INDEX agenda_items_pkey ON public.agenda_items USING btree (community_id, id)

-- authenticators
  person_id uuid not null
  secret text not null
  confirmed_at timestamp with time zone
  last_step integer not null default 0
  constraint authenticators_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint authenticators_pkey PRIMARY KEY (person_id)
  CREATE UNIQUE INDEX authenticators_pkey ON public.authenticators USING btree (person_id)

-- backups
  id uuid not null
  started_at timestamp with time zone not null default clock_timestamp()
  stage text not null default 'copying'::text
  percent smallint not null default 0
  finished_at timestamp with time zone
  verified_at timestamp with time zone
  verified_how text
  file_name text
  bytes bigint
  rows bigint
  voices bigint
  ledger_size bigint
  failure text
  constraint backups_check CHECK (((finished_at IS NULL) OR ((verified_at IS NULL) = (failure IS NOT NULL))))
  constraint backups_check1 CHECK (((verified_at IS NULL) = (verified_how IS NULL)))
  constraint backups_check2 CHECK (((verified_at IS NULL) OR ((finished_at IS NOT NULL) AND (file_name IS NOT NULL) AND (bytes IS NOT NULL))))
  constraint backups_percent_check CHECK (((percent >= 0) AND (percent <= 100)))
  constraint backups_pkey PRIMARY KEY (id)
  constraint backups_stage_check CHECK ((stage = ANY (ARRAY['copying'::text, 'checking'::text, 'trying'::text])))
  constraint backups_verified_how_check CHECK ((verified_how = ANY (ARRAY['restored'::text, 'read'::text])))
  CREATE INDEX backups_by_time ON public.backups USING btree (started_at DESC)
  CREATE UNIQUE INDEX backups_pkey ON public.backups USING btree (id)

-- blog_appeal_decisions
  community_id integer not null
  id uuid not null
  appeal_id uuid not null
  outcome text not null
  answer text not null
  decided_at timestamp with time zone not null
  decided_by uuid not null
  late boolean not null
  constraint blog_appeal_decisions_answer_check CHECK ((answer <> ''::text))
  constraint blog_appeal_decisions_community_id_appeal_id_fkey FOREIGN KEY (community_id, appeal_id) REFERENCES blog_appeals(community_id, id)
  constraint blog_appeal_decisions_community_id_appeal_id_key UNIQUE (community_id, appeal_id)
  constraint blog_appeal_decisions_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint blog_appeal_decisions_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people(id)
  constraint blog_appeal_decisions_outcome_check CHECK ((outcome = ANY (ARRAY['kept'::text, 'reversed'::text])))
  constraint blog_appeal_decisions_pkey PRIMARY KEY (community_id, id)
  CREATE UNIQUE INDEX blog_appeal_decisions_community_id_appeal_id_key ON public.blog_appeal_decisions USING btree (community_id, appeal_id)
  CREATE UNIQUE INDEX blog_appeal_decisions_pkey ON public.blog_appeal_decisions USING btree (community_id, id)
  CREATE TRIGGER blog_appeal_decisions_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.blog_appeal_decisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- blog_appeals
  community_id integer not null
  id uuid not null
  decision_id uuid not null
  appellant_id uuid not null
  words text not null
  appealed_at timestamp with time zone not null
  due_at timestamp with time zone not null
  constraint blog_appeals_appellant_id_fkey FOREIGN KEY (appellant_id) REFERENCES people(id)
  constraint blog_appeals_community_id_decision_id_fkey FOREIGN KEY (community_id, decision_id) REFERENCES blog_decisions(community_id, id)
  constraint blog_appeals_community_id_decision_id_key UNIQUE (community_id, decision_id)
  constraint blog_appeals_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint blog_appeals_pkey PRIMARY KEY (community_id, id)
  CREATE INDEX blog_appeals_of_appellant ON public.blog_appeals USING btree (appellant_id, community_id)
  CREATE UNIQUE INDEX blog_appeals_community_id_decision_id_key ON public.blog_appeals USING btree (community_id, decision_id)
  CREATE UNIQUE INDEX blog_appeals_pkey ON public.blog_appeals USING btree (community_id, id)
  CREATE TRIGGER blog_appeals_kept BEFORE DELETE OR TRUNCATE ON public.blog_appeals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- blog_comment_named
  community_id integer not null
  id uuid not null
  comment_id uuid not null
  person_id uuid not null
  named_at timestamp with time zone not null
  constraint blog_comment_named_community_id_comment_id_fkey FOREIGN KEY (community_id, comment_id) REFERENCES blog_comments(community_id, id)
  constraint blog_comment_named_community_id_comment_id_person_id_key UNIQUE (community_id, comment_id, person_id)
  constraint blog_comment_named_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint blog_comment_named_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint blog_comment_named_pkey PRIMARY KEY (community_id, id)
  CREATE UNIQUE INDEX blog_comment_named_community_id_comment_id_person_id_key ON public.blog_comment_named USING btree (community_id, comment_id, person_id)
  CREATE UNIQUE INDEX blog_comment_named_pkey ON public.blog_comment_named USING btree (community_id, id)
  CREATE TRIGGER blog_comment_named_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.blog_comment_named FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- blog_comment_versions
  community_id integer not null
  id uuid not null
  comment_id uuid not null
  author_id uuid not null
  version smallint not null
  words text not null
  written_at timestamp with time zone not null
  constraint blog_comment_versions_author_id_fkey FOREIGN KEY (author_id) REFERENCES people(id)
  constraint blog_comment_versions_community_id_comment_id_fkey FOREIGN KEY (community_id, comment_id) REFERENCES blog_comments(community_id, id)
  constraint blog_comment_versions_community_id_comment_id_version_key UNIQUE (community_id, comment_id, version)
  constraint blog_comment_versions_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint blog_comment_versions_pkey PRIMARY KEY (community_id, id)
  constraint blog_comment_versions_version_check CHECK ((version > 0))
  CREATE INDEX blog_comment_versions_of_author ON public.blog_comment_versions USING btree (author_id, community_id)
  CREATE UNIQUE INDEX blog_comment_versions_community_id_comment_id_version_key ON public.blog_comment_versions USING btree (community_id, comment_id, version)
  CREATE UNIQUE INDEX blog_comment_versions_pkey ON public.blog_comment_versions USING btree (community_id, id)
  CREATE TRIGGER blog_comment_versions_kept BEFORE DELETE OR TRUNCATE ON public.blog_comment_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- blog_comment_voices
  community_id integer not null
  comment_id uuid not null
  voice_id uuid not null
  made_at timestamp with time zone not null
  made_by uuid not null
  agreed_at timestamp with time zone
  constraint blog_comment_voices_community_id_comment_id_fkey FOREIGN KEY (community_id, comment_id) REFERENCES blog_comments(community_id, id)
  constraint blog_comment_voices_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint blog_comment_voices_community_id_voice_id_fkey FOREIGN KEY (community_id, voice_id) REFERENCES voices(community_id, id)
  constraint blog_comment_voices_community_id_voice_id_key UNIQUE (community_id, voice_id)
  constraint blog_comment_voices_made_by_fkey FOREIGN KEY (made_by) REFERENCES people(id)
  constraint blog_comment_voices_pkey PRIMARY KEY (community_id, comment_id)
  CREATE UNIQUE INDEX blog_comment_voices_community_id_voice_id_key ON public.blog_comment_voices USING btree (community_id, voice_id)
  CREATE UNIQUE INDEX blog_comment_voices_pkey ON public.blog_comment_voices USING btree (community_id, comment_id)
  CREATE TRIGGER blog_comment_voices_kept BEFORE DELETE OR TRUNCATE ON public.blog_comment_voices FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- blog_comments
  community_id integer not null
  id uuid not null
  post_id uuid not null
  author_id uuid not null
  signature text
  by_office boolean not null
  stage text not null
  sealed text not null
  version smallint not null
  written_at timestamp with time zone not null
  due_at timestamp with time zone
  reminded_at timestamp with time zone
  erased_at timestamp with time zone
  constraint blog_comments_author_id_fkey FOREIGN KEY (author_id) REFERENCES people(id)
  constraint blog_comments_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint blog_comments_community_id_post_id_fkey FOREIGN KEY (community_id, post_id) REFERENCES blog_posts(community_id, id)
  constraint blog_comments_pkey PRIMARY KEY (community_id, id)
  constraint blog_comments_sealed_check CHECK ((sealed = ANY (ARRAY['none'::text, 'named'::text, 'street'::text])))
  constraint blog_comments_stage_check CHECK ((stage = ANY (ARRAY['waiting'::text, 'shown'::text, 'hidden'::text, 'withdrawn'::text])))
  constraint blog_comments_version_check CHECK ((version > 0))
  CREATE INDEX blog_comments_of_author ON public.blog_comments USING btree (author_id, community_id)
  CREATE INDEX blog_comments_of_post ON public.blog_comments USING btree (community_id, post_id, written_at)
  CREATE INDEX blog_comments_shown ON public.blog_comments USING btree (community_id, written_at DESC) WHERE (stage = 'shown'::text)
  CREATE INDEX blog_comments_waiting ON public.blog_comments USING btree (community_id, due_at) WHERE (stage = 'waiting'::text)
  CREATE UNIQUE INDEX blog_comments_pkey ON public.blog_comments USING btree (community_id, id)
  CREATE TRIGGER blog_comments_kept BEFORE DELETE OR TRUNCATE ON public.blog_comments FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- blog_decisions
  community_id integer not null
  id uuid not null
  comment_id uuid not null
  decision text not null
  rules_version smallint
  rule smallint
  reason text
  decided_at timestamp with time zone not null
  decided_by uuid not null
  due_at timestamp with time zone
  late boolean not null
  constraint blog_decisions_check CHECK (((decision = 'hidden'::text) = ((rule IS NOT NULL) AND (rules_version IS NOT NULL) AND (reason IS NOT NULL))))
  constraint blog_decisions_community_id_comment_id_fkey FOREIGN KEY (community_id, comment_id) REFERENCES blog_comments(community_id, id)
  constraint blog_decisions_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint blog_decisions_community_id_rules_version_fkey FOREIGN KEY (community_id, rules_version) REFERENCES blog_rules(community_id, version)
  constraint blog_decisions_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people(id)
  constraint blog_decisions_decision_check CHECK ((decision = ANY (ARRAY['shown'::text, 'hidden'::text])))
  constraint blog_decisions_pkey PRIMARY KEY (community_id, id)
  constraint blog_decisions_rule_check CHECK ((rule > 0))
  CREATE INDEX blog_decisions_hidden ON public.blog_decisions USING btree (community_id, decided_at DESC) WHERE (decision = 'hidden'::text)
  CREATE INDEX blog_decisions_of_comment ON public.blog_decisions USING btree (community_id, comment_id, decided_at)
  CREATE UNIQUE INDEX blog_decisions_pkey ON public.blog_decisions USING btree (community_id, id)
  CREATE TRIGGER blog_decisions_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.blog_decisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- blog_picture_objections
  community_id integer not null
  id uuid not null
  picture_id uuid not null
  asked_at timestamp with time zone not null
  asked_by uuid not null
  due_at timestamp with time zone not null
  constraint blog_picture_objections_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES people(id)
  constraint blog_picture_objections_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint blog_picture_objections_community_id_picture_id_asked_by_key UNIQUE (community_id, picture_id, asked_by)
  constraint blog_picture_objections_community_id_picture_id_fkey FOREIGN KEY (community_id, picture_id) REFERENCES blog_pictures(community_id, id)
  constraint blog_picture_objections_pkey PRIMARY KEY (community_id, id)
  CREATE INDEX blog_picture_objections_due ON public.blog_picture_objections USING btree (due_at)
  CREATE UNIQUE INDEX blog_picture_objections_community_id_picture_id_asked_by_key ON public.blog_picture_objections USING btree (community_id, picture_id, asked_by)
  CREATE UNIQUE INDEX blog_picture_objections_pkey ON public.blog_picture_objections USING btree (community_id, id)
  CREATE TRIGGER blog_picture_objections_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.blog_picture_objections FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- blog_pictures
  community_id integer not null
  id uuid not null
  post_id uuid not null
  alt text not null
  shows_people boolean not null
  agreed boolean not null
  width integer not null
  height integer not null
  sha256 text not null
  added_at timestamp with time zone not null
  added_by uuid not null
  taken_down_at timestamp with time zone
  taken_down_by uuid
  constraint blog_pictures_added_by_fkey FOREIGN KEY (added_by) REFERENCES people(id)
  constraint blog_pictures_alt_check CHECK ((alt <> ''::text))
  constraint blog_pictures_check CHECK ((agreed OR (NOT shows_people)))
  constraint blog_pictures_check1 CHECK (((taken_down_at IS NOT NULL) OR (taken_down_by IS NULL)))
  constraint blog_pictures_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint blog_pictures_community_id_post_id_fkey FOREIGN KEY (community_id, post_id) REFERENCES blog_posts(community_id, id)
  constraint blog_pictures_pkey PRIMARY KEY (community_id, id)
  constraint blog_pictures_taken_down_by_fkey FOREIGN KEY (taken_down_by) REFERENCES people(id)
  CREATE INDEX blog_pictures_of_post ON public.blog_pictures USING btree (community_id, post_id, added_at)
  CREATE UNIQUE INDEX blog_pictures_pkey ON public.blog_pictures USING btree (community_id, id)
  CREATE TRIGGER blog_pictures_kept BEFORE DELETE OR TRUNCATE ON public.blog_pictures FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- blog_post_steps
  community_id integer not null
  id uuid not null
  post_id uuid not null
  stage text not null
  publish_at timestamp with time zone
  taken_at timestamp with time zone not null
  taken_by uuid
  constraint blog_post_steps_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint blog_post_steps_community_id_post_id_fkey FOREIGN KEY (community_id, post_id) REFERENCES blog_posts(community_id, id)
  constraint blog_post_steps_pkey PRIMARY KEY (community_id, id)
  constraint blog_post_steps_stage_check CHECK ((stage = ANY (ARRAY['draft'::text, 'scheduled'::text, 'published'::text, 'archived'::text])))
  constraint blog_post_steps_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES people(id)
  CREATE INDEX blog_post_steps_of_post ON public.blog_post_steps USING btree (community_id, post_id, taken_at)
  CREATE UNIQUE INDEX blog_post_steps_pkey ON public.blog_post_steps USING btree (community_id, id)
  CREATE TRIGGER blog_post_steps_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.blog_post_steps FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- blog_post_versions
  community_id integer not null
  id uuid not null
  post_id uuid not null
  version smallint not null
  title text not null
  words text not null
  title_en text
  words_en text
  script text
  written_at timestamp with time zone not null
  written_by uuid not null
  constraint blog_post_versions_check CHECK (((title_en IS NULL) = (words_en IS NULL)))
  constraint blog_post_versions_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint blog_post_versions_community_id_post_id_fkey FOREIGN KEY (community_id, post_id) REFERENCES blog_posts(community_id, id)
  constraint blog_post_versions_community_id_post_id_version_key UNIQUE (community_id, post_id, version)
  constraint blog_post_versions_pkey PRIMARY KEY (community_id, id)
  constraint blog_post_versions_title_check CHECK ((title <> ''::text))
  constraint blog_post_versions_version_check CHECK ((version > 0))
  constraint blog_post_versions_words_check CHECK ((words <> ''::text))
  constraint blog_post_versions_written_by_fkey FOREIGN KEY (written_by) REFERENCES people(id)
  CREATE UNIQUE INDEX blog_post_versions_community_id_post_id_version_key ON public.blog_post_versions USING btree (community_id, post_id, version)
  CREATE UNIQUE INDEX blog_post_versions_pkey ON public.blog_post_versions USING btree (community_id, id)
  CREATE TRIGGER blog_post_versions_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.blog_post_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- blog_posts
  community_id integer not null
  id uuid not null
  number integer not null
  kind text not null
  author_id uuid not null
  stage text not null
  version smallint not null
  written_at timestamp with time zone not null
  publish_at timestamp with time zone
  published_at timestamp with time zone
  constraint blog_posts_author_id_fkey FOREIGN KEY (author_id) REFERENCES people(id)
  constraint blog_posts_check CHECK (((stage = 'scheduled'::text) = (publish_at IS NOT NULL)))
  constraint blog_posts_check1 CHECK (((stage = ANY (ARRAY['draft'::text, 'scheduled'::text])) OR (published_at IS NOT NULL)))
  constraint blog_posts_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint blog_posts_community_id_number_key UNIQUE (community_id, number)
  constraint blog_posts_kind_check CHECK ((kind = ANY (ARRAY['post'::text, 'announcement'::text])))
  constraint blog_posts_number_check CHECK ((number > 0))
  constraint blog_posts_pkey PRIMARY KEY (community_id, id)
  constraint blog_posts_stage_check CHECK ((stage = ANY (ARRAY['draft'::text, 'scheduled'::text, 'published'::text, 'archived'::text])))
  constraint blog_posts_version_check CHECK ((version > 0))
  CREATE INDEX blog_posts_due ON public.blog_posts USING btree (publish_at) WHERE (stage = 'scheduled'::text)
  CREATE INDEX blog_posts_published ON public.blog_posts USING btree (community_id, published_at DESC, id DESC) WHERE (stage = 'published'::text)
  CREATE UNIQUE INDEX blog_posts_community_id_number_key ON public.blog_posts USING btree (community_id, number)
  CREATE UNIQUE INDEX blog_posts_pkey ON public.blog_posts USING btree (community_id, id)
  CREATE TRIGGER blog_posts_kept BEFORE DELETE OR TRUNCATE ON public.blog_posts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- blog_reports
  community_id integer not null
  id uuid not null
  comment_id uuid not null
  reporter_id uuid not null
  words text not null
  reported_at timestamp with time zone not null
  due_at timestamp with time zone not null
  constraint blog_reports_community_id_comment_id_fkey FOREIGN KEY (community_id, comment_id) REFERENCES blog_comments(community_id, id)
  constraint blog_reports_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint blog_reports_pkey PRIMARY KEY (community_id, id)
  constraint blog_reports_reporter_id_fkey FOREIGN KEY (reporter_id) REFERENCES people(id)
  CREATE INDEX blog_reports_of_comment ON public.blog_reports USING btree (community_id, comment_id, reported_at)
  CREATE INDEX blog_reports_of_reporter ON public.blog_reports USING btree (reporter_id, community_id)
  CREATE UNIQUE INDEX blog_reports_pkey ON public.blog_reports USING btree (community_id, id)
  CREATE TRIGGER blog_reports_kept BEFORE DELETE OR TRUNCATE ON public.blog_reports FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- blog_rules
  community_id integer not null
  version smallint not null
  rules_zh text[] not null
  rules_en text[] not null
  published_at timestamp with time zone not null
  published_by uuid not null
  constraint blog_rules_check CHECK ((((cardinality(rules_zh) >= 1) AND (cardinality(rules_zh) <= 20)) AND (cardinality(rules_zh) = cardinality(rules_en))))
  constraint blog_rules_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint blog_rules_pkey PRIMARY KEY (community_id, version)
  constraint blog_rules_published_by_fkey FOREIGN KEY (published_by) REFERENCES people(id)
  constraint blog_rules_version_check CHECK ((version > 0))
  CREATE UNIQUE INDEX blog_rules_pkey ON public.blog_rules USING btree (community_id, version)
  CREATE TRIGGER blog_rules_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.blog_rules FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- blog_settings
  community_id integer not null
  id uuid not null
  checked_first boolean not null
  next_door_writes boolean not null
  closes_after_days smallint
  chosen_at timestamp with time zone not null
  chosen_by uuid not null
  constraint blog_settings_chosen_by_fkey FOREIGN KEY (chosen_by) REFERENCES people(id)
  constraint blog_settings_closes_after_days_check CHECK (((closes_after_days >= 1) AND (closes_after_days <= 365)))
  constraint blog_settings_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint blog_settings_pkey PRIMARY KEY (community_id, id)
  CREATE INDEX blog_settings_newest ON public.blog_settings USING btree (community_id, chosen_at DESC)
  CREATE UNIQUE INDEX blog_settings_pkey ON public.blog_settings USING btree (community_id, id)
  CREATE TRIGGER blog_settings_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.blog_settings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- box_openings
  community_id integer not null
  id uuid not null
  box_id uuid not null
  opened_at timestamp with time zone not null
  counted integer not null
  opened_by uuid not null
  opened_with uuid not null
  registered_at timestamp with time zone not null
  constraint box_openings_check CHECK ((opened_by <> opened_with))
  constraint box_openings_community_id_box_id_fkey FOREIGN KEY (community_id, box_id) REFERENCES comment_boxes(community_id, id)
  constraint box_openings_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint box_openings_counted_check CHECK (((counted >= 0) AND (counted <= 500)))
  constraint box_openings_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES people(id)
  constraint box_openings_opened_with_fkey FOREIGN KEY (opened_with) REFERENCES people(id)
  constraint box_openings_pkey PRIMARY KEY (community_id, id)
  CREATE INDEX box_openings_by_time ON public.box_openings USING btree (community_id, opened_at DESC)
  CREATE UNIQUE INDEX box_openings_pkey ON public.box_openings USING btree (community_id, id)
  CREATE TRIGGER box_openings_kept BEFORE DELETE OR TRUNCATE ON public.box_openings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- calendar_days
  day date not null
  kind text not null
  name_zh text not null
  name_en text not null
  provisional boolean not null default false
  changed_at timestamp with time zone not null default now()
  changed_by uuid
  constraint calendar_days_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people(id)
  constraint calendar_days_kind_check CHECK ((kind = ANY (ARRAY['holiday'::text, 'workday'::text])))
  constraint calendar_days_pkey PRIMARY KEY (day)
  CREATE UNIQUE INDEX calendar_days_pkey ON public.calendar_days USING btree (day)

-- call_tries
  community_id integer not null
  id uuid not null
  call_id uuid
  delivery_id uuid
  voice_id uuid
  outcome text not null
  again_at timestamp with time zone
  tried_at timestamp with time zone not null
  tried_by uuid not null
  constraint call_tries_check CHECK ((again_at > tried_at))
  constraint call_tries_check1 CHECK ((num_nonnulls(call_id, delivery_id, voice_id) = 1))
  constraint call_tries_check2 CHECK (((outcome = 'again'::text) = (again_at IS NOT NULL)))
  constraint call_tries_community_id_call_id_fkey FOREIGN KEY (community_id, call_id) REFERENCES missed_calls(community_id, id)
  constraint call_tries_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint call_tries_community_id_voice_id_fkey FOREIGN KEY (community_id, voice_id) REFERENCES voices(community_id, id)
  constraint call_tries_outcome_check CHECK ((outcome = ANY (ARRAY['not_reached'::text, 'again'::text])))
  constraint call_tries_pkey PRIMARY KEY (community_id, id)
  constraint call_tries_tried_by_fkey FOREIGN KEY (tried_by) REFERENCES people(id)
  CREATE INDEX call_tries_of_call ON public.call_tries USING btree (community_id, call_id, tried_at) WHERE (call_id IS NOT NULL)
  CREATE INDEX call_tries_of_delivery ON public.call_tries USING btree (community_id, delivery_id, tried_at) WHERE (delivery_id IS NOT NULL)
  CREATE INDEX call_tries_of_voice ON public.call_tries USING btree (community_id, voice_id, tried_at) WHERE (voice_id IS NOT NULL)
  CREATE UNIQUE INDEX call_tries_pkey ON public.call_tries USING btree (community_id, id)
  CREATE TRIGGER call_tries_kept BEFORE DELETE OR TRUNCATE ON public.call_tries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- card_contacts
  community_id integer not null
  id uuid not null
  police_name text
  police_phone text
  property_name text
  property_phone text
  complaint_phone text
  changed_at timestamp with time zone not null
  changed_by uuid not null
  constraint card_contacts_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people(id)
  constraint card_contacts_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint card_contacts_pkey PRIMARY KEY (community_id, id)
  CREATE INDEX card_contacts_newest ON public.card_contacts USING btree (community_id, changed_at DESC)
  CREATE UNIQUE INDEX card_contacts_pkey ON public.card_contacts USING btree (community_id, id)
  CREATE TRIGGER card_contacts_kept BEFORE DELETE OR TRUNCATE ON public.card_contacts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- cases
  community_id integer not null
  id uuid not null
  lead_voice_id uuid not null
  created_at timestamp with time zone not null
  created_by uuid
  constraint cases_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint cases_community_id_lead_voice_id_fkey FOREIGN KEY (community_id, lead_voice_id) REFERENCES voices(community_id, id)
  constraint cases_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id)
  constraint cases_pkey PRIMARY KEY (community_id, id)
  CREATE UNIQUE INDEX cases_pkey ON public.cases USING btree (community_id, id)

-- categories
  code text not null
  name_zh text not null
  name_en text not null
  sort smallint not null
  ended_at timestamp with time zone
  constraint categories_pkey PRIMARY KEY (code)
  CREATE UNIQUE INDEX categories_pkey ON public.categories USING btree (code)

-- category_models
  one boolean not null default true
  learned_at timestamp with time zone not null
  voices integer not null
  tried integer not null
  right_when_tried integer not null
  offered integer not null
  taken integer not null
  model bytea
  constraint category_models_check CHECK (((right_when_tried >= 0) AND (right_when_tried <= tried)))
  constraint category_models_check1 CHECK (((taken >= 0) AND (taken <= offered)))
  constraint category_models_model_check CHECK ((octet_length(model) <= 4000000))
  constraint category_models_offered_check CHECK ((offered >= 0))
  constraint category_models_one_check CHECK (one)
  constraint category_models_pkey PRIMARY KEY (one)
  constraint category_models_tried_check CHECK ((tried >= 0))
  constraint category_models_voices_check CHECK ((voices >= 0))
  CREATE UNIQUE INDEX category_models_pkey ON public.category_models USING btree (one)

-- channels
  code text not null
  contact_method text not null
  on_behalf boolean not null
  sort smallint not null
  constraint channels_contact_method_check CHECK ((contact_method = ANY (ARRAY['phone'::text, 'in_person'::text, 'paper'::text, 'web'::text, 'transfer'::text])))
  constraint channels_pkey PRIMARY KEY (code)
  CREATE UNIQUE INDEX channels_pkey ON public.channels USING btree (code)

-- comment_boxes
  community_id integer not null
  id uuid not null
  name text not null
  place_id uuid
  put_up_at timestamp with time zone not null
  put_up_by uuid not null
  constraint comment_boxes_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint comment_boxes_community_id_name_key UNIQUE (community_id, name)
  constraint comment_boxes_community_id_place_id_fkey FOREIGN KEY (community_id, place_id) REFERENCES places(community_id, id)
  constraint comment_boxes_name_check CHECK ((name <> ''::text))
  constraint comment_boxes_pkey PRIMARY KEY (community_id, id)
  constraint comment_boxes_put_up_by_fkey FOREIGN KEY (put_up_by) REFERENCES people(id)
  CREATE UNIQUE INDEX comment_boxes_community_id_name_key ON public.comment_boxes USING btree (community_id, name)
  CREATE UNIQUE INDEX comment_boxes_pkey ON public.comment_boxes USING btree (community_id, id)

-- commitment_amendments
  community_id integer not null
  id uuid not null
  commitment_id uuid not null
  text text
  due_on date
  reason text not null
  amended_at timestamp with time zone not null
  amended_by uuid not null
  constraint commitment_amendments_amended_by_fkey FOREIGN KEY (amended_by) REFERENCES people(id)
  constraint commitment_amendments_check CHECK ((num_nonnulls(text, due_on) > 0))
  constraint commitment_amendments_community_id_commitment_id_fkey FOREIGN KEY (community_id, commitment_id) REFERENCES commitments(community_id, id)
  constraint commitment_amendments_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint commitment_amendments_pkey PRIMARY KEY (community_id, id)
  constraint commitment_amendments_reason_check CHECK ((reason <> ''::text))
  CREATE INDEX commitment_amendments_of_commitment ON public.commitment_amendments USING btree (community_id, commitment_id, amended_at)
  CREATE UNIQUE INDEX commitment_amendments_pkey ON public.commitment_amendments USING btree (community_id, id)
  CREATE TRIGGER commitment_amendments_kept BEFORE DELETE OR TRUNCATE ON public.commitment_amendments FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- commitment_counters
  community_id integer not null
  year smallint not null
  last integer not null
  constraint commitment_counters_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint commitment_counters_pkey PRIMARY KEY (community_id, year)
  CREATE UNIQUE INDEX commitment_counters_pkey ON public.commitment_counters USING btree (community_id, year)

-- commitment_followers
  community_id integer not null
  id uuid not null
  commitment_id uuid not null
  person_id uuid not null
  followed_at timestamp with time zone not null
  ended_at timestamp with time zone
  constraint commitment_followers_community_id_commitment_id_fkey FOREIGN KEY (community_id, commitment_id) REFERENCES commitments(community_id, id)
  constraint commitment_followers_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint commitment_followers_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint commitment_followers_pkey PRIMARY KEY (community_id, id)
  CREATE UNIQUE INDEX commitment_followers_once ON public.commitment_followers USING btree (community_id, commitment_id, person_id) WHERE (ended_at IS NULL)
  CREATE UNIQUE INDEX commitment_followers_pkey ON public.commitment_followers USING btree (community_id, id)

-- commitment_notes
  community_id integer not null
  id uuid not null
  commitment_id uuid not null
  kind text not null
  words text not null
  noted_at timestamp with time zone not null
  noted_by uuid not null
  constraint commitment_notes_community_id_commitment_id_fkey FOREIGN KEY (community_id, commitment_id) REFERENCES commitments(community_id, id)
  constraint commitment_notes_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint commitment_notes_kind_check CHECK ((kind = ANY (ARRAY['progress'::text, 'claimed_done'::text, 'explanation'::text])))
  constraint commitment_notes_noted_by_fkey FOREIGN KEY (noted_by) REFERENCES people(id)
  constraint commitment_notes_pkey PRIMARY KEY (community_id, id)
  constraint commitment_notes_words_check CHECK ((words <> ''::text))
  CREATE INDEX commitment_notes_of_commitment ON public.commitment_notes USING btree (community_id, commitment_id, noted_at)
  CREATE UNIQUE INDEX commitment_notes_pkey ON public.commitment_notes USING btree (community_id, id)
  CREATE TRIGGER commitment_notes_kept BEFORE DELETE OR TRUNCATE ON public.commitment_notes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- commitment_owners
  community_id integer not null
  id uuid not null
  commitment_id uuid not null
  owner_id uuid
  organization_id uuid
  note text
  since timestamp with time zone not null
  set_by uuid
  constraint commitment_owners_community_id_commitment_id_fkey FOREIGN KEY (community_id, commitment_id) REFERENCES commitments(community_id, id)
  constraint commitment_owners_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint commitment_owners_community_id_organization_id_fkey FOREIGN KEY (community_id, organization_id) REFERENCES organizations(community_id, id)
  constraint commitment_owners_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id)
  constraint commitment_owners_pkey PRIMARY KEY (community_id, id)
  constraint commitment_owners_set_by_fkey FOREIGN KEY (set_by) REFERENCES people(id)
  CREATE INDEX commitment_owners_of_commitment ON public.commitment_owners USING btree (community_id, commitment_id, since)
  CREATE UNIQUE INDEX commitment_owners_pkey ON public.commitment_owners USING btree (community_id, id)
  CREATE TRIGGER commitment_owners_kept BEFORE DELETE OR TRUNCATE ON public.commitment_owners FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- commitment_photos
  community_id integer not null
  id uuid not null
  commitment_id uuid not null
  note_id uuid not null
  alt text not null
  shows_people boolean not null
  agreed boolean not null
  width integer not null
  height integer not null
  sha256 text not null
  added_at timestamp with time zone not null
  added_by uuid not null
  taken_down_at timestamp with time zone
  taken_down_by uuid
  constraint commitment_photos_added_by_fkey FOREIGN KEY (added_by) REFERENCES people(id)
  constraint commitment_photos_alt_check CHECK ((alt <> ''::text))
  constraint commitment_photos_check CHECK ((agreed OR (NOT shows_people)))
  constraint commitment_photos_community_id_commitment_id_fkey FOREIGN KEY (community_id, commitment_id) REFERENCES commitments(community_id, id)
  constraint commitment_photos_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint commitment_photos_community_id_note_id_fkey FOREIGN KEY (community_id, note_id) REFERENCES commitment_notes(community_id, id)
  constraint commitment_photos_pkey PRIMARY KEY (community_id, id)
  constraint commitment_photos_taken_down_by_fkey FOREIGN KEY (taken_down_by) REFERENCES people(id)
  CREATE INDEX commitment_photos_of_commitment ON public.commitment_photos USING btree (community_id, commitment_id, added_at)
  CREATE UNIQUE INDEX commitment_photos_pkey ON public.commitment_photos USING btree (community_id, id)
  CREATE TRIGGER commitment_photos_kept BEFORE DELETE OR TRUNCATE ON public.commitment_photos FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- commitment_steps
  community_id integer not null
  id uuid not null
  commitment_id uuid not null
  step text not null
  way text
  document text
  reason text
  taken_at timestamp with time zone not null
  taken_by uuid
  constraint commitment_steps_community_id_commitment_id_fkey FOREIGN KEY (community_id, commitment_id) REFERENCES commitments(community_id, id)
  constraint commitment_steps_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint commitment_steps_pkey PRIMARY KEY (community_id, id)
  constraint commitment_steps_step_check CHECK ((step = ANY (ARRAY['drafted'::text, 'accepted'::text, 'published'::text, 'begun'::text, 'claimed_done'::text, 'kept'::text, 'partly_kept'::text, 'not_kept'::text, 'withdrawn'::text])))
  constraint commitment_steps_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES people(id)
  constraint commitment_steps_way_check CHECK ((way = ANY (ARRAY['page'::text, 'paper'::text])))
  CREATE INDEX commitment_steps_of_commitment ON public.commitment_steps USING btree (community_id, commitment_id, taken_at)
  CREATE UNIQUE INDEX commitment_steps_pkey ON public.commitment_steps USING btree (community_id, id)
  CREATE TRIGGER commitment_steps_kept BEFORE DELETE OR TRUNCATE ON public.commitment_steps FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- commitment_verdicts
  community_id integer not null
  id uuid not null
  commitment_id uuid not null
  round smallint not null
  said_as text not null
  verdict text not null
  words text
  person_id uuid
  voice_id uuid
  way text not null
  document text
  said_at timestamp with time zone not null
  entered_by uuid
  constraint commitment_verdicts_check CHECK (((way = 'page'::text) = (entered_by IS NULL)))
  constraint commitment_verdicts_check1 CHECK (((entered_by IS NULL) OR (document IS NOT NULL)))
  constraint commitment_verdicts_community_id_commitment_id_fkey FOREIGN KEY (community_id, commitment_id) REFERENCES commitments(community_id, id)
  constraint commitment_verdicts_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint commitment_verdicts_community_id_voice_id_fkey FOREIGN KEY (community_id, voice_id) REFERENCES voices(community_id, id)
  constraint commitment_verdicts_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people(id)
  constraint commitment_verdicts_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint commitment_verdicts_pkey PRIMARY KEY (community_id, id)
  constraint commitment_verdicts_said_as_check CHECK ((said_as = ANY (ARRAY['originator'::text, 'affected'::text, 'supervisory_committee'::text])))
  constraint commitment_verdicts_verdict_check CHECK ((verdict = ANY (ARRAY['kept'::text, 'partly_kept'::text, 'not_kept'::text])))
  constraint commitment_verdicts_way_check CHECK ((way = ANY (ARRAY['page'::text, 'phone'::text, 'paper'::text, 'visit'::text])))
  CREATE INDEX commitment_verdicts_of_commitment ON public.commitment_verdicts USING btree (community_id, commitment_id, round)
  CREATE UNIQUE INDEX commitment_verdicts_of_paper ON public.commitment_verdicts USING btree (community_id, commitment_id, round, document) WHERE (document IS NOT NULL)
  CREATE UNIQUE INDEX commitment_verdicts_of_voice ON public.commitment_verdicts USING btree (community_id, commitment_id, round, voice_id) WHERE (voice_id IS NOT NULL)
  CREATE UNIQUE INDEX commitment_verdicts_once ON public.commitment_verdicts USING btree (community_id, commitment_id, round, person_id) WHERE (person_id IS NOT NULL)
  CREATE UNIQUE INDEX commitment_verdicts_pkey ON public.commitment_verdicts USING btree (community_id, id)

-- commitments
  community_id integer not null
  id uuid not null
  year smallint not null
  serial integer not null
  stage text not null
  text text not null
  organization_id uuid
  owner_id uuid
  source text not null
  resolution_id uuid
  voice_id uuid
  list_year smallint
  promised_on date not null
  first_due_on date not null
  due_on date not null
  round smallint not null default 0
  drafted_at timestamp with time zone not null
  drafted_by uuid not null
  published_at timestamp with time zone
  claimed_at timestamp with time zone
  ended_at timestamp with time zone
  changed_at timestamp with time zone not null
  constraint commitments_check CHECK ((num_nonnulls(organization_id, owner_id) > 0))
  constraint commitments_check1 CHECK (((source = ANY (ARRAY['resolution'::text, 'joint_meeting'::text])) = (resolution_id IS NOT NULL)))
  constraint commitments_check2 CHECK (((source = 'voice'::text) = (voice_id IS NOT NULL)))
  constraint commitments_check3 CHECK (((source = 'works_list'::text) = (list_year IS NOT NULL)))
  constraint commitments_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint commitments_community_id_organization_id_fkey FOREIGN KEY (community_id, organization_id) REFERENCES organizations(community_id, id)
  constraint commitments_community_id_resolution_id_fkey FOREIGN KEY (community_id, resolution_id) REFERENCES resolutions(community_id, id)
  constraint commitments_community_id_voice_id_fkey FOREIGN KEY (community_id, voice_id) REFERENCES voices(community_id, id)
  constraint commitments_community_id_year_serial_key UNIQUE (community_id, year, serial)
  constraint commitments_drafted_by_fkey FOREIGN KEY (drafted_by) REFERENCES people(id)
  constraint commitments_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id)
  constraint commitments_pkey PRIMARY KEY (community_id, id)
  constraint commitments_source_check CHECK ((source = ANY (ARRAY['resolution'::text, 'voice'::text, 'joint_meeting'::text, 'pledge'::text, 'works_list'::text, 'delegation'::text])))
  constraint commitments_stage_check CHECK ((stage = ANY (ARRAY['draft'::text, 'accepted'::text, 'published'::text, 'in_progress'::text, 'claimed_done'::text, 'kept'::text, 'partly_kept'::text, 'not_kept'::text, 'withdrawn_draft'::text])))
  constraint commitments_text_check CHECK ((text <> ''::text))
  CREATE INDEX commitments_by_due ON public.commitments USING btree (community_id, due_on, id) WHERE ((ended_at IS NULL) AND (published_at IS NOT NULL))
  CREATE INDEX commitments_drafted ON public.commitments USING btree (community_id, drafted_at) WHERE (published_at IS NULL)
  CREATE INDEX commitments_of_body ON public.commitments USING btree (community_id, organization_id, first_due_on, id) WHERE (published_at IS NOT NULL)
  CREATE INDEX commitments_of_owner ON public.commitments USING btree (owner_id, community_id) WHERE (ended_at IS NULL)
  CREATE INDEX commitments_of_resolution ON public.commitments USING btree (community_id, resolution_id) WHERE (resolution_id IS NOT NULL)
  CREATE INDEX commitments_of_voice ON public.commitments USING btree (community_id, voice_id) WHERE (voice_id IS NOT NULL)
  CREATE INDEX commitments_on_clock ON public.commitments USING btree (community_id, first_due_on, id) INCLUDE (organization_id, voice_id, stage, due_on, claimed_at) WHERE (published_at IS NOT NULL)
  CREATE UNIQUE INDEX commitments_community_id_year_serial_key ON public.commitments USING btree (community_id, year, serial)
  CREATE UNIQUE INDEX commitments_pkey ON public.commitments USING btree (community_id, id)
  CREATE TRIGGER commitments_kept BEFORE DELETE OR TRUNCATE ON public.commitments FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  CREATE TRIGGER commitments_wording BEFORE UPDATE ON public.commitments FOR EACH ROW EXECUTE FUNCTION refuse_new_wording()

-- communities
  id integer not null
  street_id integer not null
  slug text not null
  name text not null
  name_en text
  phone text
  office_hours text
  created_at timestamp with time zone not null default now()
  open311_words text not null default 'after_clearing'::text
  constraint communities_name_check CHECK ((name <> ''::text))
  constraint communities_open311_words_check CHECK ((open311_words = ANY (ARRAY['at_once'::text, 'after_clearing'::text])))
  constraint communities_pkey PRIMARY KEY (id)
  constraint communities_slug_check CHECK ((slug ~ '^[a-z0-9][a-z0-9-]{1,38}$'::text))
  constraint communities_slug_key UNIQUE (slug)
  constraint communities_street_id_fkey FOREIGN KEY (street_id) REFERENCES streets(id)
  constraint communities_street_id_name_key UNIQUE (street_id, name)
  CREATE UNIQUE INDEX communities_pkey ON public.communities USING btree (id)
  CREATE UNIQUE INDEX communities_slug_key ON public.communities USING btree (slug)
  CREATE UNIQUE INDEX communities_street_id_name_key ON public.communities USING btree (street_id, name)

-- consents
  community_id integer not null
  id uuid not null
  purpose text not null
  voice_id uuid
  person_id uuid
  text_version smallint not null
  given_at timestamp with time zone not null
  given_way text not null
  given_noted_by uuid
  withdrawn_at timestamp with time zone
  withdrawn_way text
  withdrawn_noted_by uuid
  constraint consents_check CHECK ((num_nonnulls(voice_id, person_id) = 1))
  constraint consents_check1 CHECK (((withdrawn_at IS NULL) = (withdrawn_way IS NULL)))
  constraint consents_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint consents_community_id_voice_id_fkey FOREIGN KEY (community_id, voice_id) REFERENCES voices(community_id, id)
  constraint consents_given_noted_by_fkey FOREIGN KEY (given_noted_by) REFERENCES people(id)
  constraint consents_given_way_check CHECK ((given_way = ANY (ARRAY['page'::text, 'phone'::text, 'desk'::text, 'paper'::text])))
  constraint consents_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint consents_pkey PRIMARY KEY (community_id, id)
  constraint consents_purpose_check CHECK ((purpose = ANY (ARRAY['publication'::text, 'notices'::text])))
  constraint consents_text_version_check CHECK ((text_version > 0))
  constraint consents_withdrawn_noted_by_fkey FOREIGN KEY (withdrawn_noted_by) REFERENCES people(id)
  constraint consents_withdrawn_way_check CHECK ((withdrawn_way = ANY (ARRAY['page'::text, 'phone'::text, 'desk'::text, 'paper'::text])))
  CREATE INDEX consents_once_of_voice ON public.consents USING btree (community_id, voice_id) WHERE (voice_id IS NOT NULL)
  CREATE UNIQUE INDEX consents_of_person ON public.consents USING btree (community_id, person_id, purpose) WHERE ((withdrawn_at IS NULL) AND (person_id IS NOT NULL))
  CREATE UNIQUE INDEX consents_of_voice ON public.consents USING btree (community_id, voice_id, purpose) WHERE ((withdrawn_at IS NULL) AND (voice_id IS NOT NULL))
  CREATE UNIQUE INDEX consents_pkey ON public.consents USING btree (community_id, id)
  CREATE TRIGGER consents_kept BEFORE DELETE OR TRUNCATE ON public.consents FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- consultation_clearings
  community_id integer not null
  id uuid not null
  text_id uuid not null
  outcome text not null
  shown_words text
  reason text
  cleared_at timestamp with time zone not null
  cleared_by uuid not null
  constraint consultation_clearings_check CHECK (((outcome <> 'kept_back'::text) OR (shown_words IS NULL)))
  constraint consultation_clearings_cleared_by_fkey FOREIGN KEY (cleared_by) REFERENCES people(id)
  constraint consultation_clearings_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint consultation_clearings_community_id_text_id_fkey FOREIGN KEY (community_id, text_id) REFERENCES consultation_texts(community_id, id)
  constraint consultation_clearings_community_id_text_id_key UNIQUE (community_id, text_id)
  constraint consultation_clearings_outcome_check CHECK ((outcome = ANY (ARRAY['shown'::text, 'kept_back'::text])))
  constraint consultation_clearings_pkey PRIMARY KEY (community_id, id)
  CREATE UNIQUE INDEX consultation_clearings_community_id_text_id_key ON public.consultation_clearings USING btree (community_id, text_id)
  CREATE UNIQUE INDEX consultation_clearings_pkey ON public.consultation_clearings USING btree (community_id, id)

-- consultation_forms
  community_id integer not null
  consultation_id uuid not null
  number integer not null
  unit bytea
  printed_at timestamp with time zone not null
  printed_by uuid not null
  constraint consultation_forms_community_id_consultation_id_fkey FOREIGN KEY (community_id, consultation_id) REFERENCES consultations(community_id, id)
  constraint consultation_forms_community_id_consultation_id_unit_key UNIQUE (community_id, consultation_id, unit)
  constraint consultation_forms_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint consultation_forms_number_check CHECK ((number > 0))
  constraint consultation_forms_pkey PRIMARY KEY (community_id, consultation_id, number)
  constraint consultation_forms_printed_by_fkey FOREIGN KEY (printed_by) REFERENCES people(id)
  CREATE UNIQUE INDEX consultation_forms_community_id_consultation_id_unit_key ON public.consultation_forms USING btree (community_id, consultation_id, unit)
  CREATE UNIQUE INDEX consultation_forms_pkey ON public.consultation_forms USING btree (community_id, consultation_id, number)
  CREATE TRIGGER consultation_forms_kept BEFORE DELETE OR TRUNCATE ON public.consultation_forms FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- consultation_notes
  community_id integer not null
  id uuid not null
  consultation_id uuid not null
  words text not null
  link text
  added_at timestamp with time zone not null
  added_by uuid not null
  constraint consultation_notes_added_by_fkey FOREIGN KEY (added_by) REFERENCES people(id)
  constraint consultation_notes_community_id_consultation_id_fkey FOREIGN KEY (community_id, consultation_id) REFERENCES consultations(community_id, id)
  constraint consultation_notes_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint consultation_notes_pkey PRIMARY KEY (community_id, id)
  constraint consultation_notes_words_check CHECK ((words <> ''::text))
  CREATE INDEX consultation_notes_of ON public.consultation_notes USING btree (community_id, consultation_id, added_at)
  CREATE UNIQUE INDEX consultation_notes_pkey ON public.consultation_notes USING btree (community_id, id)
  CREATE TRIGGER consultation_notes_kept BEFORE DELETE OR TRUNCATE ON public.consultation_notes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- consultation_options
  community_id integer not null
  question_id uuid not null
  position smallint not null
  words text not null
  constraint consultation_options_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint consultation_options_community_id_question_id_fkey FOREIGN KEY (community_id, question_id) REFERENCES consultation_questions(community_id, id) ON DELETE CASCADE
  constraint consultation_options_pkey PRIMARY KEY (community_id, question_id, "position")
  constraint consultation_options_position_check CHECK (("position" > 0))
  constraint consultation_options_words_check CHECK ((words <> ''::text))
  CREATE UNIQUE INDEX consultation_options_pkey ON public.consultation_options USING btree (community_id, question_id, "position")
  CREATE TRIGGER consultation_options_frozen BEFORE INSERT OR DELETE OR UPDATE ON public.consultation_options FOR EACH ROW EXECUTE FUNCTION refuse_asked_option()

-- consultation_paper_entries
  community_id integer not null
  id uuid not null
  consultation_id uuid not null
  number integer not null
  turn smallint not null
  answers jsonb
  entered_at timestamp with time zone not null
  entered_by uuid not null
  constraint consultation_paper_entries_community_id_consultation_id_nu_fkey FOREIGN KEY (community_id, consultation_id, number) REFERENCES consultation_papers(community_id, consultation_id, number)
  constraint consultation_paper_entries_community_id_consultation_id_num_key UNIQUE (community_id, consultation_id, number, turn)
  constraint consultation_paper_entries_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint consultation_paper_entries_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people(id)
  constraint consultation_paper_entries_pkey PRIMARY KEY (community_id, id)
  constraint consultation_paper_entries_turn_check CHECK (((turn >= 1) AND (turn <= 3)))
  CREATE UNIQUE INDEX consultation_paper_entries_by_two ON public.consultation_paper_entries USING btree (community_id, consultation_id, number, entered_by) WHERE (turn < 3)
  CREATE UNIQUE INDEX consultation_paper_entries_community_id_consultation_id_num_key ON public.consultation_paper_entries USING btree (community_id, consultation_id, number, turn)
  CREATE UNIQUE INDEX consultation_paper_entries_pkey ON public.consultation_paper_entries USING btree (community_id, id)
  CREATE TRIGGER consultation_paper_entries_kept BEFORE DELETE OR TRUNCATE ON public.consultation_paper_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- consultation_papers
  community_id integer not null
  consultation_id uuid not null
  number integer not null
  received_on date not null
  fate text not null
  constraint consultation_papers_community_id_consultation_id_number_fkey FOREIGN KEY (community_id, consultation_id, number) REFERENCES consultation_forms(community_id, consultation_id, number)
  constraint consultation_papers_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint consultation_papers_fate_check CHECK ((fate = ANY (ARRAY['typed_once'::text, 'differs'::text, 'counted'::text, 'late'::text, 'second_answer'::text, 'not_typed_twice'::text])))
  constraint consultation_papers_pkey PRIMARY KEY (community_id, consultation_id, number)
  CREATE UNIQUE INDEX consultation_papers_pkey ON public.consultation_papers USING btree (community_id, consultation_id, number)
  CREATE TRIGGER consultation_papers_kept BEFORE DELETE OR TRUNCATE ON public.consultation_papers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- consultation_participations
  community_id integer not null
  consultation_id uuid not null
  unit bytea not null
  constraint consultation_participations_community_id_consultation_id_fkey FOREIGN KEY (community_id, consultation_id) REFERENCES consultations(community_id, id)
  constraint consultation_participations_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint consultation_participations_pkey PRIMARY KEY (community_id, consultation_id, unit)
  CREATE UNIQUE INDEX consultation_participations_pkey ON public.consultation_participations USING btree (community_id, consultation_id, unit)
  CREATE TRIGGER consultation_participations_kept BEFORE DELETE OR TRUNCATE ON public.consultation_participations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- consultation_points
  community_id integer not null
  id uuid not null
  consultation_id uuid not null
  position smallint not null
  said text not null
  outcome text not null
  does text not null
  by_whom text not null
  until_day date
  link text
  written_at timestamp with time zone not null
  written_by uuid not null
  constraint consultation_points_by_whom_check CHECK ((by_whom <> ''::text))
  constraint consultation_points_check CHECK (((outcome <> 'doing'::text) OR (until_day IS NOT NULL)))
  constraint consultation_points_community_id_consultation_id_fkey FOREIGN KEY (community_id, consultation_id) REFERENCES consultations(community_id, id)
  constraint consultation_points_community_id_consultation_id_position_key UNIQUE (community_id, consultation_id, "position")
  constraint consultation_points_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint consultation_points_does_check CHECK ((does <> ''::text))
  constraint consultation_points_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'doing'::text, 'not_done'::text])))
  constraint consultation_points_pkey PRIMARY KEY (community_id, id)
  constraint consultation_points_position_check CHECK (("position" > 0))
  constraint consultation_points_said_check CHECK ((said <> ''::text))
  constraint consultation_points_written_by_fkey FOREIGN KEY (written_by) REFERENCES people(id)
  CREATE UNIQUE INDEX consultation_points_community_id_consultation_id_position_key ON public.consultation_points USING btree (community_id, consultation_id, "position")
  CREATE UNIQUE INDEX consultation_points_pkey ON public.consultation_points USING btree (community_id, id)
  CREATE TRIGGER consultation_points_kept BEFORE DELETE OR TRUNCATE ON public.consultation_points FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- consultation_questions
  community_id integer not null
  id uuid not null
  consultation_id uuid not null
  position smallint not null
  kind text not null
  words text not null
  hint text
  required boolean not null
  most smallint
  low_label text
  high_label text
  constraint consultation_questions_check CHECK (((kind = 'scale'::text) = ((low_label IS NOT NULL) AND (high_label IS NOT NULL))))
  constraint consultation_questions_check1 CHECK (((kind = 'multiple'::text) OR (most IS NULL)))
  constraint consultation_questions_community_id_consultation_id_fkey FOREIGN KEY (community_id, consultation_id) REFERENCES consultations(community_id, id)
  constraint consultation_questions_community_id_consultation_id_positio_key UNIQUE (community_id, consultation_id, "position") DEFERRABLE
  constraint consultation_questions_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint consultation_questions_kind_check CHECK ((kind = ANY (ARRAY['single'::text, 'multiple'::text, 'scale'::text, 'text'::text, 'ranking'::text])))
  constraint consultation_questions_most_check CHECK ((most > 0))
  constraint consultation_questions_pkey PRIMARY KEY (community_id, id)
  constraint consultation_questions_position_check CHECK (("position" > 0))
  constraint consultation_questions_words_check CHECK ((words <> ''::text))
  CREATE UNIQUE INDEX consultation_questions_community_id_consultation_id_positio_key ON public.consultation_questions USING btree (community_id, consultation_id, "position")
  CREATE UNIQUE INDEX consultation_questions_pkey ON public.consultation_questions USING btree (community_id, id)
  CREATE TRIGGER consultation_questions_frozen BEFORE INSERT OR DELETE OR UPDATE ON public.consultation_questions FOR EACH ROW EXECUTE FUNCTION refuse_asked_question()

-- consultation_slips
  community_id integer not null
  id uuid not null
  consultation_id uuid not null
  channel text not null
  choices jsonb not null
  receipt bytea not null
  constraint consultation_slips_channel_check CHECK ((channel = ANY (ARRAY['web'::text, 'paper'::text, 'phone'::text])))
  constraint consultation_slips_community_id_consultation_id_fkey FOREIGN KEY (community_id, consultation_id) REFERENCES consultations(community_id, id)
  constraint consultation_slips_community_id_consultation_id_receipt_key UNIQUE (community_id, consultation_id, receipt)
  constraint consultation_slips_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint consultation_slips_pkey PRIMARY KEY (community_id, id)
  CREATE UNIQUE INDEX consultation_slips_community_id_consultation_id_receipt_key ON public.consultation_slips USING btree (community_id, consultation_id, receipt)
  CREATE UNIQUE INDEX consultation_slips_pkey ON public.consultation_slips USING btree (community_id, id)
  CREATE TRIGGER consultation_slips_kept BEFORE DELETE OR TRUNCATE ON public.consultation_slips FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- consultation_steps
  community_id integer not null
  id uuid not null
  consultation_id uuid not null
  step text not null
  reason text
  taken_at timestamp with time zone not null
  taken_by uuid
  constraint consultation_steps_check CHECK (((step <> 'returned'::text) OR (reason IS NOT NULL)))
  constraint consultation_steps_check1 CHECK (((step = ANY (ARRAY['opened'::text, 'closed'::text])) OR (taken_by IS NOT NULL)))
  constraint consultation_steps_community_id_consultation_id_fkey FOREIGN KEY (community_id, consultation_id) REFERENCES consultations(community_id, id)
  constraint consultation_steps_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint consultation_steps_pkey PRIMARY KEY (community_id, id)
  constraint consultation_steps_step_check CHECK ((step = ANY (ARRAY['approved'::text, 'returned'::text, 'opened'::text, 'closed'::text, 'answered'::text])))
  constraint consultation_steps_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES people(id)
  CREATE INDEX consultation_steps_of ON public.consultation_steps USING btree (community_id, consultation_id, taken_at)
  CREATE UNIQUE INDEX consultation_steps_once ON public.consultation_steps USING btree (community_id, consultation_id, step) WHERE (step = ANY (ARRAY['opened'::text, 'closed'::text, 'answered'::text]))
  CREATE UNIQUE INDEX consultation_steps_pkey ON public.consultation_steps USING btree (community_id, id)
  CREATE TRIGGER consultation_steps_kept BEFORE DELETE OR TRUNCATE ON public.consultation_steps FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- consultation_texts
  community_id integer not null
  id uuid not null
  consultation_id uuid not null
  slip_id uuid not null
  question_id uuid not null
  words text
  erased_on date
  constraint consultation_texts_check CHECK (((words IS NULL) = (erased_on IS NOT NULL)))
  constraint consultation_texts_community_id_consultation_id_fkey FOREIGN KEY (community_id, consultation_id) REFERENCES consultations(community_id, id)
  constraint consultation_texts_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint consultation_texts_community_id_question_id_fkey FOREIGN KEY (community_id, question_id) REFERENCES consultation_questions(community_id, id)
  constraint consultation_texts_community_id_slip_id_fkey FOREIGN KEY (community_id, slip_id) REFERENCES consultation_slips(community_id, id)
  constraint consultation_texts_community_id_slip_id_question_id_key UNIQUE (community_id, slip_id, question_id)
  constraint consultation_texts_pkey PRIMARY KEY (community_id, id)
  CREATE INDEX consultation_texts_of ON public.consultation_texts USING btree (community_id, consultation_id, question_id)
  CREATE UNIQUE INDEX consultation_texts_community_id_slip_id_question_id_key ON public.consultation_texts USING btree (community_id, slip_id, question_id)
  CREATE UNIQUE INDEX consultation_texts_pkey ON public.consultation_texts USING btree (community_id, id)

-- consultations
  community_id integer not null
  id uuid not null
  year smallint not null
  serial integer not null
  kind text not null
  title text not null
  why text not null
  audience text not null
  asked_count integer
  opens_on date not null
  closes_on date not null
  topic_link text
  stage text not null
  written_at timestamp with time zone not null
  written_by uuid not null
  constraint consultations_asked_count_check CHECK ((asked_count > 0))
  constraint consultations_audience_check CHECK ((audience = ANY (ARRAY['everybody'::text, 'residents'::text, 'households'::text])))
  constraint consultations_check CHECK ((closes_on >= opens_on))
  constraint consultations_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint consultations_community_id_year_serial_key UNIQUE (community_id, year, serial)
  constraint consultations_kind_check CHECK ((kind = ANY (ARRAY['policy'::text, 'needs'::text, 'ideas'::text, 'survey'::text])))
  constraint consultations_pkey PRIMARY KEY (community_id, id)
  constraint consultations_serial_check CHECK ((serial > 0))
  constraint consultations_stage_check CHECK ((stage = ANY (ARRAY['draft'::text, 'approved'::text, 'open'::text, 'closed'::text, 'answered'::text])))
  constraint consultations_title_check CHECK ((title <> ''::text))
  constraint consultations_why_check CHECK ((why <> ''::text))
  constraint consultations_written_by_fkey FOREIGN KEY (written_by) REFERENCES people(id)
  CREATE INDEX consultations_by_stage ON public.consultations USING btree (community_id, stage, closes_on DESC)
  CREATE INDEX consultations_to_turn ON public.consultations USING btree (stage) WHERE (stage = ANY (ARRAY['approved'::text, 'open'::text]))
  CREATE UNIQUE INDEX consultations_community_id_year_serial_key ON public.consultations USING btree (community_id, year, serial)
  CREATE UNIQUE INDEX consultations_pkey ON public.consultations USING btree (community_id, id)
  CREATE TRIGGER consultations_frozen BEFORE UPDATE ON public.consultations FOR EACH ROW EXECUTE FUNCTION refuse_asked_consultation()
  CREATE TRIGGER consultations_kept BEFORE DELETE OR TRUNCATE ON public.consultations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- contact_cards
  community_id integer not null
  id uuid not null
  year smallint not null
  serial integer not null
  building_id uuid not null
  household_id uuid
  replaces_id uuid
  printed_at timestamp with time zone not null
  printed_by uuid not null
  handed_over_at timestamp with time zone
  handed_over_by uuid
  acknowledged_at timestamp with time zone
  acknowledged_way text
  acknowledged_noted_by uuid
  reissued_at timestamp with time zone
  reissued_by uuid
  returned_at timestamp with time zone
  returned_by uuid
  constraint contact_cards_acknowledged_noted_by_fkey FOREIGN KEY (acknowledged_noted_by) REFERENCES people(id)
  constraint contact_cards_acknowledged_way_check CHECK ((acknowledged_way = ANY (ARRAY['signed'::text, 'spoken'::text, 'phone'::text])))
  constraint contact_cards_check CHECK (((handed_over_at IS NULL) = (handed_over_by IS NULL)))
  constraint contact_cards_check1 CHECK (((acknowledged_at IS NULL) = (acknowledged_way IS NULL)))
  constraint contact_cards_check2 CHECK (((acknowledged_at IS NULL) OR (handed_over_at IS NOT NULL)))
  constraint contact_cards_community_id_building_id_fkey FOREIGN KEY (community_id, building_id) REFERENCES places(community_id, id)
  constraint contact_cards_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint contact_cards_community_id_household_id_fkey FOREIGN KEY (community_id, household_id) REFERENCES places(community_id, id)
  constraint contact_cards_community_id_replaces_id_fkey FOREIGN KEY (community_id, replaces_id) REFERENCES contact_cards(community_id, id)
  constraint contact_cards_community_id_year_serial_key UNIQUE (community_id, year, serial)
  constraint contact_cards_handed_over_by_fkey FOREIGN KEY (handed_over_by) REFERENCES people(id)
  constraint contact_cards_pkey PRIMARY KEY (community_id, id)
  constraint contact_cards_printed_by_fkey FOREIGN KEY (printed_by) REFERENCES people(id)
  constraint contact_cards_reissued_by_fkey FOREIGN KEY (reissued_by) REFERENCES people(id)
  constraint contact_cards_returned_by_fkey FOREIGN KEY (returned_by) REFERENCES people(id)
  constraint contact_cards_serial_check CHECK ((serial > 0))
  CREATE INDEX contact_cards_of_building ON public.contact_cards USING btree (community_id, building_id)
  CREATE UNIQUE INDEX contact_cards_community_id_year_serial_key ON public.contact_cards USING btree (community_id, year, serial)
  CREATE UNIQUE INDEX contact_cards_of_household ON public.contact_cards USING btree (community_id, household_id) WHERE ((household_id IS NOT NULL) AND (reissued_at IS NULL) AND (returned_at IS NULL))
  CREATE UNIQUE INDEX contact_cards_pkey ON public.contact_cards USING btree (community_id, id)
  CREATE TRIGGER contact_cards_kept BEFORE DELETE OR TRUNCATE ON public.contact_cards FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- contact_links
  community_id integer not null
  id uuid not null
  household_id uuid not null
  holder_id uuid not null
  proposed_at timestamp with time zone not null
  proposed_by uuid not null
  accepted_at timestamp with time zone
  accepted_way text
  accepted_by uuid
  ended_at timestamp with time zone
  ended_way text
  ended_by uuid
  ended_cause text
  constraint contact_links_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES people(id)
  constraint contact_links_accepted_way_check CHECK ((accepted_way = ANY (ARRAY['page'::text, 'phone'::text, 'desk'::text, 'paper'::text])))
  constraint contact_links_check CHECK (((accepted_at IS NULL) = (accepted_way IS NULL)))
  constraint contact_links_check1 CHECK (((ended_at IS NULL) = (ended_cause IS NULL)))
  constraint contact_links_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint contact_links_community_id_household_id_fkey FOREIGN KEY (community_id, household_id) REFERENCES places(community_id, id)
  constraint contact_links_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people(id)
  constraint contact_links_ended_cause_check CHECK ((ended_cause = ANY (ARRAY['household'::text, 'holder'::text, 'handed_over'::text, 'office'::text])))
  constraint contact_links_ended_way_check CHECK ((ended_way = ANY (ARRAY['page'::text, 'phone'::text, 'desk'::text, 'paper'::text])))
  constraint contact_links_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES people(id)
  constraint contact_links_pkey PRIMARY KEY (community_id, id)
  constraint contact_links_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES people(id)
  CREATE INDEX contact_links_of_holder ON public.contact_links USING btree (community_id, holder_id) WHERE (ended_at IS NULL)
  CREATE UNIQUE INDEX contact_links_once ON public.contact_links USING btree (community_id, household_id, holder_id) WHERE (ended_at IS NULL)
  CREATE UNIQUE INDEX contact_links_pkey ON public.contact_links USING btree (community_id, id)
  CREATE TRIGGER contact_links_kept BEFORE DELETE OR TRUNCATE ON public.contact_links FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- contact_log
  community_id integer not null
  id uuid not null
  link_id uuid not null
  contacted_on date not null
  way text not null
  voice_id uuid
  noted_at timestamp with time zone not null
  noted_by uuid not null
  corrected_at timestamp with time zone
  constraint contact_log_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint contact_log_community_id_link_id_fkey FOREIGN KEY (community_id, link_id) REFERENCES contact_links(community_id, id)
  constraint contact_log_community_id_voice_id_fkey FOREIGN KEY (community_id, voice_id) REFERENCES voices(community_id, id)
  constraint contact_log_noted_by_fkey FOREIGN KEY (noted_by) REFERENCES people(id)
  constraint contact_log_pkey PRIMARY KEY (community_id, id)
  constraint contact_log_way_check CHECK ((way = ANY (ARRAY['visit'::text, 'phone'::text, 'met'::text, 'message'::text])))
  CREATE INDEX contact_log_of_link ON public.contact_log USING btree (community_id, link_id, contacted_on DESC)
  CREATE UNIQUE INDEX contact_log_pkey ON public.contact_log USING btree (community_id, id)

-- data_request_decisions
  community_id integer not null
  id uuid not null
  request_id uuid not null
  outcome text not null
  reason text
  decided_at timestamp with time zone not null
  decided_by uuid
  constraint data_request_decisions_check CHECK (((outcome <> 'refused'::text) OR (reason IS NOT NULL)))
  constraint data_request_decisions_check1 CHECK (((outcome = 'taken_back'::text) = (decided_by IS NULL)))
  constraint data_request_decisions_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint data_request_decisions_community_id_request_id_fkey FOREIGN KEY (community_id, request_id) REFERENCES data_requests(community_id, id)
  constraint data_request_decisions_community_id_request_id_key UNIQUE (community_id, request_id)
  constraint data_request_decisions_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people(id)
  constraint data_request_decisions_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text, 'taken_back'::text])))
  constraint data_request_decisions_pkey PRIMARY KEY (community_id, id)
  CREATE UNIQUE INDEX data_request_decisions_community_id_request_id_key ON public.data_request_decisions USING btree (community_id, request_id)
  CREATE UNIQUE INDEX data_request_decisions_pkey ON public.data_request_decisions USING btree (community_id, id)
  CREATE TRIGGER data_request_decisions_kept BEFORE DELETE OR TRUNCATE ON public.data_request_decisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- data_requests
  community_id integer not null
  id uuid not null
  kind text not null
  voice_id uuid
  person_id uuid
  way text not null
  wish text
  insists boolean not null default false
  asked_at timestamp with time zone not null
  due_at timestamp with time zone not null
  entered_by uuid
  constraint data_requests_check CHECK ((num_nonnulls(voice_id, person_id) = 1))
  constraint data_requests_check1 CHECK (((way = 'page'::text) = (entered_by IS NULL)))
  constraint data_requests_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint data_requests_community_id_voice_id_fkey FOREIGN KEY (community_id, voice_id) REFERENCES voices(community_id, id)
  constraint data_requests_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people(id)
  constraint data_requests_kind_check CHECK ((kind = ANY (ARRAY['read'::text, 'correct'::text, 'copy'::text, 'erase'::text, 'object'::text])))
  constraint data_requests_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint data_requests_pkey PRIMARY KEY (community_id, id)
  constraint data_requests_way_check CHECK ((way = ANY (ARRAY['page'::text, 'phone'::text, 'desk'::text, 'paper'::text])))
  CREATE INDEX data_requests_by_due ON public.data_requests USING btree (community_id, due_at)
  CREATE INDEX data_requests_of_person ON public.data_requests USING btree (community_id, person_id) WHERE (person_id IS NOT NULL)
  CREATE INDEX data_requests_of_voice ON public.data_requests USING btree (community_id, voice_id) WHERE (voice_id IS NOT NULL)
  CREATE UNIQUE INDEX data_requests_pkey ON public.data_requests USING btree (community_id, id)
  CREATE TRIGGER data_requests_kept BEFORE DELETE OR TRUNCATE ON public.data_requests FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- decision_tracks
  community_id integer not null
  id uuid not null
  title text not null
  topic_id uuid
  begun_at timestamp with time zone not null
  begun_by uuid not null
  constraint decision_tracks_begun_by_fkey FOREIGN KEY (begun_by) REFERENCES people(id)
  constraint decision_tracks_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint decision_tracks_community_id_topic_id_fkey FOREIGN KEY (community_id, topic_id) REFERENCES topics(community_id, id)
  constraint decision_tracks_pkey PRIMARY KEY (community_id, id)
  constraint decision_tracks_title_check CHECK ((title <> ''::text))
  CREATE UNIQUE INDEX decision_tracks_pkey ON public.decision_tracks USING btree (community_id, id)

-- delegation_agreements
  community_id integer not null
  id uuid not null
  delegation_id uuid not null
  organization_id uuid not null
  mentor_id uuid not null
  starts_on date not null
  ends_on date not null
  scope text not null
  not_in_scope text not null
  place_words text not null
  time_words text not null
  money jsonb not null
  safety text not null
  insurance text not null
  data_rules text not null
  stop_rule text not null
  offered_at timestamp with time zone not null
  offered_by uuid not null
  signed_at timestamp with time zone
  signed_by uuid
  constraint delegation_agreements_check CHECK ((ends_on >= starts_on))
  constraint delegation_agreements_check1 CHECK ((num_nonnulls(signed_at, signed_by) = ANY (ARRAY[0, 2])))
  constraint delegation_agreements_community_id_delegation_id_fkey FOREIGN KEY (community_id, delegation_id) REFERENCES delegations(community_id, id)
  constraint delegation_agreements_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint delegation_agreements_community_id_organization_id_fkey FOREIGN KEY (community_id, organization_id) REFERENCES organizations(community_id, id)
  constraint delegation_agreements_data_rules_check CHECK ((data_rules <> ''::text))
  constraint delegation_agreements_insurance_check CHECK ((insurance <> ''::text))
  constraint delegation_agreements_mentor_id_fkey FOREIGN KEY (mentor_id) REFERENCES people(id)
  constraint delegation_agreements_not_in_scope_check CHECK ((not_in_scope <> ''::text))
  constraint delegation_agreements_offered_by_fkey FOREIGN KEY (offered_by) REFERENCES people(id)
  constraint delegation_agreements_pkey PRIMARY KEY (community_id, id)
  constraint delegation_agreements_place_words_check CHECK ((place_words <> ''::text))
  constraint delegation_agreements_safety_check CHECK ((safety <> ''::text))
  constraint delegation_agreements_scope_check CHECK ((scope <> ''::text))
  constraint delegation_agreements_signed_by_fkey FOREIGN KEY (signed_by) REFERENCES people(id)
  constraint delegation_agreements_stop_rule_check CHECK ((stop_rule <> ''::text))
  constraint delegation_agreements_time_words_check CHECK ((time_words <> ''::text))
  CREATE INDEX delegation_agreements_of_delegation ON public.delegation_agreements USING btree (community_id, delegation_id, offered_at DESC)
  CREATE UNIQUE INDEX delegation_agreements_pkey ON public.delegation_agreements USING btree (community_id, id)

-- delegation_assessments
  community_id integer not null
  id uuid not null
  delegation_id uuid not null
  responsibility_id uuid
  concerns text[] not null
  reason text
  assessed_at timestamp with time zone not null
  assessed_by uuid not null
  constraint delegation_assessments_assessed_by_fkey FOREIGN KEY (assessed_by) REFERENCES people(id)
  constraint delegation_assessments_check CHECK (((cardinality(concerns) = 0) OR (reason IS NOT NULL)))
  constraint delegation_assessments_community_id_delegation_id_fkey FOREIGN KEY (community_id, delegation_id) REFERENCES delegations(community_id, id)
  constraint delegation_assessments_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint delegation_assessments_community_id_responsibility_id_fkey FOREIGN KEY (community_id, responsibility_id) REFERENCES responsibilities(community_id, id)
  constraint delegation_assessments_pkey PRIMARY KEY (community_id, id)
  CREATE INDEX delegation_assessments_of_delegation ON public.delegation_assessments USING btree (community_id, delegation_id, assessed_at)
  CREATE UNIQUE INDEX delegation_assessments_pkey ON public.delegation_assessments USING btree (community_id, id)
  CREATE TRIGGER delegation_assessments_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.delegation_assessments FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- delegation_contacts
  community_id integer not null
  id uuid not null
  delegation_id uuid not null
  fields text[] not null
  way text not null
  agreed_at timestamp with time zone not null
  entered_by uuid
  ended_at timestamp with time zone
  constraint delegation_contacts_community_id_delegation_id_fkey FOREIGN KEY (community_id, delegation_id) REFERENCES delegations(community_id, id)
  constraint delegation_contacts_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint delegation_contacts_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people(id)
  constraint delegation_contacts_fields_check CHECK (((fields <@ ARRAY['name'::text, 'phone'::text]) AND (cardinality(fields) > 0)))
  constraint delegation_contacts_pkey PRIMARY KEY (community_id, id)
  constraint delegation_contacts_way_check CHECK ((way = ANY (ARRAY['page'::text, 'phone'::text, 'paper'::text, 'visit'::text])))
  CREATE UNIQUE INDEX delegation_contacts_once ON public.delegation_contacts USING btree (community_id, delegation_id) WHERE (ended_at IS NULL)
  CREATE UNIQUE INDEX delegation_contacts_pkey ON public.delegation_contacts USING btree (community_id, id)

-- delegation_counters
  community_id integer not null
  year smallint not null
  last integer not null
  constraint delegation_counters_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint delegation_counters_pkey PRIMARY KEY (community_id, year)
  CREATE UNIQUE INDEX delegation_counters_pkey ON public.delegation_counters USING btree (community_id, year)

-- delegation_helps
  community_id integer not null
  id uuid not null
  delegation_id uuid not null
  words text not null
  asked_at timestamp with time zone not null
  asked_by uuid not null
  due_at timestamp with time zone not null
  answer text
  answered_at timestamp with time zone
  answered_by uuid
  constraint delegation_helps_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES people(id)
  constraint delegation_helps_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES people(id)
  constraint delegation_helps_check CHECK ((num_nonnulls(answer, answered_at, answered_by) = ANY (ARRAY[0, 3])))
  constraint delegation_helps_community_id_delegation_id_fkey FOREIGN KEY (community_id, delegation_id) REFERENCES delegations(community_id, id)
  constraint delegation_helps_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint delegation_helps_pkey PRIMARY KEY (community_id, id)
  constraint delegation_helps_words_check CHECK ((words <> ''::text))
  CREATE INDEX delegation_helps_of_delegation ON public.delegation_helps USING btree (community_id, delegation_id, asked_at)
  CREATE UNIQUE INDEX delegation_helps_pkey ON public.delegation_helps USING btree (community_id, id)

-- delegation_money
  community_id integer not null
  id uuid not null
  delegation_id uuid not null
  direction text not null
  item text not null
  cents bigint not null
  on_day date not null
  receipt text
  corrects_id uuid
  entered_at timestamp with time zone not null
  entered_by uuid not null
  constraint delegation_money_cents_check CHECK ((cents <> 0))
  constraint delegation_money_check CHECK (((cents < 0) = (corrects_id IS NOT NULL)))
  constraint delegation_money_community_id_corrects_id_fkey FOREIGN KEY (community_id, corrects_id) REFERENCES delegation_money(community_id, id)
  constraint delegation_money_community_id_corrects_id_key UNIQUE (community_id, corrects_id)
  constraint delegation_money_community_id_delegation_id_fkey FOREIGN KEY (community_id, delegation_id) REFERENCES delegations(community_id, id)
  constraint delegation_money_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint delegation_money_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text])))
  constraint delegation_money_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people(id)
  constraint delegation_money_item_check CHECK ((item <> ''::text))
  constraint delegation_money_pkey PRIMARY KEY (community_id, id)
  CREATE INDEX delegation_money_of_delegation ON public.delegation_money USING btree (community_id, delegation_id, on_day, id)
  CREATE UNIQUE INDEX delegation_money_community_id_corrects_id_key ON public.delegation_money USING btree (community_id, corrects_id)
  CREATE UNIQUE INDEX delegation_money_pkey ON public.delegation_money USING btree (community_id, id)
  CREATE TRIGGER delegation_money_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.delegation_money FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- delegation_offers
  community_id integer not null
  id uuid not null
  delegation_id uuid not null
  organization_id uuid not null
  criteria text
  offered_at timestamp with time zone not null
  offered_by uuid not null
  due_at timestamp with time zone not null
  answer text
  asked_members_on date
  answered_at timestamp with time zone
  answered_by uuid
  constraint delegation_offers_answer_check CHECK ((answer = ANY (ARRAY['accepted'::text, 'declined'::text])))
  constraint delegation_offers_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES people(id)
  constraint delegation_offers_check CHECK ((num_nonnulls(answer, answered_at, answered_by) = ANY (ARRAY[0, 3])))
  constraint delegation_offers_check1 CHECK (((answer IS DISTINCT FROM 'accepted'::text) OR (asked_members_on IS NOT NULL)))
  constraint delegation_offers_community_id_delegation_id_fkey FOREIGN KEY (community_id, delegation_id) REFERENCES delegations(community_id, id)
  constraint delegation_offers_community_id_delegation_id_organization_i_key UNIQUE (community_id, delegation_id, organization_id)
  constraint delegation_offers_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint delegation_offers_community_id_organization_id_fkey FOREIGN KEY (community_id, organization_id) REFERENCES organizations(community_id, id)
  constraint delegation_offers_offered_by_fkey FOREIGN KEY (offered_by) REFERENCES people(id)
  constraint delegation_offers_pkey PRIMARY KEY (community_id, id)
  CREATE INDEX delegation_offers_of_group ON public.delegation_offers USING btree (community_id, organization_id)
  CREATE UNIQUE INDEX delegation_offers_community_id_delegation_id_organization_i_key ON public.delegation_offers USING btree (community_id, delegation_id, organization_id)
  CREATE UNIQUE INDEX delegation_offers_pkey ON public.delegation_offers USING btree (community_id, id)

-- delegation_reports
  community_id integer not null
  id uuid not null
  delegation_id uuid not null
  words text not null
  reported_at timestamp with time zone not null
  reported_by uuid not null
  constraint delegation_reports_community_id_delegation_id_fkey FOREIGN KEY (community_id, delegation_id) REFERENCES delegations(community_id, id)
  constraint delegation_reports_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint delegation_reports_pkey PRIMARY KEY (community_id, id)
  constraint delegation_reports_reported_by_fkey FOREIGN KEY (reported_by) REFERENCES people(id)
  constraint delegation_reports_words_check CHECK ((words <> ''::text))
  CREATE INDEX delegation_reports_of_delegation ON public.delegation_reports USING btree (community_id, delegation_id, reported_at DESC)
  CREATE UNIQUE INDEX delegation_reports_pkey ON public.delegation_reports USING btree (community_id, id)
  CREATE TRIGGER delegation_reports_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.delegation_reports FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- delegation_shifts
  community_id integer not null
  id uuid not null
  delegation_id uuid not null
  on_day date not null
  people smallint not null
  minutes integer not null
  corrects_id uuid
  entered_at timestamp with time zone not null
  entered_by uuid not null
  constraint delegation_shifts_check CHECK (((minutes < 0) = (corrects_id IS NOT NULL)))
  constraint delegation_shifts_community_id_corrects_id_fkey FOREIGN KEY (community_id, corrects_id) REFERENCES delegation_shifts(community_id, id)
  constraint delegation_shifts_community_id_corrects_id_key UNIQUE (community_id, corrects_id)
  constraint delegation_shifts_community_id_delegation_id_fkey FOREIGN KEY (community_id, delegation_id) REFERENCES delegations(community_id, id)
  constraint delegation_shifts_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint delegation_shifts_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people(id)
  constraint delegation_shifts_minutes_check CHECK ((minutes <> 0))
  constraint delegation_shifts_people_check CHECK ((people > 0))
  constraint delegation_shifts_pkey PRIMARY KEY (community_id, id)
  CREATE INDEX delegation_shifts_of_delegation ON public.delegation_shifts USING btree (community_id, delegation_id, on_day, id)
  CREATE UNIQUE INDEX delegation_shifts_community_id_corrects_id_key ON public.delegation_shifts USING btree (community_id, corrects_id)
  CREATE UNIQUE INDEX delegation_shifts_pkey ON public.delegation_shifts USING btree (community_id, id)
  CREATE TRIGGER delegation_shifts_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.delegation_shifts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- delegation_steps
  community_id integer not null
  id uuid not null
  delegation_id uuid not null
  step text not null
  reason text
  taken_at timestamp with time zone not null
  taken_by uuid
  constraint delegation_steps_community_id_delegation_id_fkey FOREIGN KEY (community_id, delegation_id) REFERENCES delegations(community_id, id)
  constraint delegation_steps_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint delegation_steps_pkey PRIMARY KEY (community_id, id)
  constraint delegation_steps_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES people(id)
  CREATE INDEX delegation_steps_of_delegation ON public.delegation_steps USING btree (community_id, delegation_id, taken_at)
  CREATE UNIQUE INDEX delegation_steps_pkey ON public.delegation_steps USING btree (community_id, id)
  CREATE TRIGGER delegation_steps_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.delegation_steps FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- delegation_verifications
  community_id integer not null
  id uuid not null
  delegation_id uuid not null
  report_id uuid not null
  said_as text not null
  verdict text not null
  person_id uuid
  way text not null
  said_at timestamp with time zone not null
  entered_by uuid
  constraint delegation_verifications_community_id_delegation_id_fkey FOREIGN KEY (community_id, delegation_id) REFERENCES delegations(community_id, id)
  constraint delegation_verifications_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint delegation_verifications_community_id_report_id_fkey FOREIGN KEY (community_id, report_id) REFERENCES delegation_reports(community_id, id)
  constraint delegation_verifications_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people(id)
  constraint delegation_verifications_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint delegation_verifications_pkey PRIMARY KEY (community_id, id)
  constraint delegation_verifications_said_as_check CHECK ((said_as = ANY (ARRAY['beneficiary'::text, 'worker'::text])))
  constraint delegation_verifications_verdict_check CHECK ((verdict = ANY (ARRAY['done'::text, 'not_done'::text])))
  constraint delegation_verifications_way_check CHECK ((way = ANY (ARRAY['page'::text, 'phone'::text, 'paper'::text, 'visit'::text])))
  CREATE INDEX delegation_verifications_of_report ON public.delegation_verifications USING btree (community_id, report_id)
  CREATE UNIQUE INDEX delegation_verifications_pkey ON public.delegation_verifications USING btree (community_id, id)
  CREATE UNIQUE INDEX delegation_verified_once ON public.delegation_verifications USING btree (community_id, report_id, said_as, person_id) WHERE (person_id IS NOT NULL)

-- delegations
  community_id integer not null
  id uuid not null
  year smallint not null
  serial integer not null
  stage text not null
  title text not null
  purpose text not null
  lead_mode text not null default 'resident_led'::text
  voice_id uuid
  topic_id uuid
  resolution_id uuid
  responsibility_id uuid
  organization_id uuid
  mentor_id uuid
  starts_on date
  ends_on date
  due_at timestamp with time zone
  identified_at timestamp with time zone not null
  identified_by uuid not null
  changed_at timestamp with time zone not null
  constraint delegations_check CHECK ((ends_on >= starts_on))
  constraint delegations_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint delegations_community_id_organization_id_fkey FOREIGN KEY (community_id, organization_id) REFERENCES organizations(community_id, id)
  constraint delegations_community_id_resolution_id_fkey FOREIGN KEY (community_id, resolution_id) REFERENCES resolutions(community_id, id)
  constraint delegations_community_id_responsibility_id_fkey FOREIGN KEY (community_id, responsibility_id) REFERENCES responsibilities(community_id, id)
  constraint delegations_community_id_topic_id_fkey FOREIGN KEY (community_id, topic_id) REFERENCES topics(community_id, id)
  constraint delegations_community_id_voice_id_fkey FOREIGN KEY (community_id, voice_id) REFERENCES voices(community_id, id)
  constraint delegations_community_id_year_serial_key UNIQUE (community_id, year, serial)
  constraint delegations_have_mentor_and_end CHECK (((stage <> ALL (ARRAY['agreed'::text, 'active'::text, 'help_requested'::text, 'suspended'::text, 'reported'::text, 'verified'::text, 'completed'::text])) OR (num_nonnulls(organization_id, mentor_id, starts_on, ends_on) = 4)))
  constraint delegations_identified_by_fkey FOREIGN KEY (identified_by) REFERENCES people(id)
  constraint delegations_lead_mode_check CHECK ((lead_mode = ANY (ARRAY['resident_led'::text, 'joint'::text, 'committee_led'::text])))
  constraint delegations_mentor_id_fkey FOREIGN KEY (mentor_id) REFERENCES people(id)
  constraint delegations_pkey PRIMARY KEY (community_id, id)
  constraint delegations_purpose_check CHECK ((purpose <> ''::text))
  constraint delegations_stage_check CHECK ((stage = ANY (ARRAY['identified'::text, 'assessed'::text, 'unsuitable'::text, 'offered'::text, 'accepted'::text, 'declined'::text, 'agreed'::text, 'active'::text, 'help_requested'::text, 'suspended'::text, 'reported'::text, 'verified'::text, 'completed'::text, 'given_back'::text, 'taken_back'::text])))
  constraint delegations_title_check CHECK ((title <> ''::text))
  CREATE INDEX delegations_by_stage ON public.delegations USING btree (community_id, stage, changed_at DESC)
  CREATE INDEX delegations_of_group ON public.delegations USING btree (community_id, organization_id) WHERE (organization_id IS NOT NULL)
  CREATE INDEX delegations_of_resolution ON public.delegations USING btree (community_id, resolution_id) WHERE (resolution_id IS NOT NULL)
  CREATE INDEX delegations_of_topic ON public.delegations USING btree (community_id, topic_id) WHERE (topic_id IS NOT NULL)
  CREATE INDEX delegations_of_voice ON public.delegations USING btree (community_id, voice_id) WHERE (voice_id IS NOT NULL)
  CREATE UNIQUE INDEX delegations_community_id_year_serial_key ON public.delegations USING btree (community_id, year, serial)
  CREATE UNIQUE INDEX delegations_pkey ON public.delegations USING btree (community_id, id)
  CREATE TRIGGER delegations_kept BEFORE DELETE OR TRUNCATE ON public.delegations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- deliveries
  community_id integer not null
  id uuid not null
  at timestamp with time zone not null
  subject_id uuid not null
  way text not null
  template text not null
  done_at timestamp with time zone
  done_by uuid
  failed_at timestamp with time zone
  about text not null default 'voice'::text
  person_id uuid
  reporter_id uuid
  made_at timestamp with time zone not null default clock_timestamp()
  tries smallint not null default 0
  given_up_at timestamp with time zone
  instead_of uuid
  printed_at timestamp with time zone
  over_at timestamp with time zone default COALESCE(done_at, given_up_at)
  constraint deliveries_about_check CHECK ((about = ANY (ARRAY['voice'::text, 'notice'::text, 'digest'::text])))
  constraint deliveries_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint deliveries_community_id_instead_of_fkey FOREIGN KEY (community_id, instead_of) REFERENCES deliveries(community_id, id) ON DELETE SET NULL (instead_of)
  constraint deliveries_done_by_fkey FOREIGN KEY (done_by) REFERENCES people(id)
  constraint deliveries_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint deliveries_pkey PRIMARY KEY (community_id, id)
  constraint deliveries_way_check CHECK ((way = ANY (ARRAY['sms'::text, 'mail'::text, 'wechat'::text, 'page'::text, 'call_duty'::text, 'visit_duty'::text, 'paper_duty'::text])))
  CREATE INDEX deliveries_failed ON public.deliveries USING btree (community_id, made_at DESC) WHERE (failed_at IS NOT NULL)
  CREATE INDEX deliveries_of_subject ON public.deliveries USING btree (community_id, subject_id)
  CREATE INDEX deliveries_to_do ON public.deliveries USING btree (community_id, at) WHERE (done_at IS NULL)
  CREATE INDEX deliveries_to_person ON public.deliveries USING btree (community_id, person_id, made_at DESC) WHERE (person_id IS NOT NULL)
  CREATE INDEX deliveries_to_reporter ON public.deliveries USING btree (community_id, reporter_id) WHERE (reporter_id IS NOT NULL)
  CREATE UNIQUE INDEX deliveries_once_instead ON public.deliveries USING btree (community_id, instead_of) WHERE (instead_of IS NOT NULL)
  CREATE UNIQUE INDEX deliveries_pkey ON public.deliveries USING btree (community_id, id)

-- districts
  id integer not null
  name text not null
  constraint districts_name_check CHECK ((name <> ''::text))
  constraint districts_name_key UNIQUE (name)
  constraint districts_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX districts_name_key ON public.districts USING btree (name)
  CREATE UNIQUE INDEX districts_pkey ON public.districts USING btree (id)

-- erasures
  community_id integer not null
  id uuid not null
  about text not null
  subject_id uuid not null
  photos uuid[] not null default '{}'::uuid[]
  erased_at timestamp with time zone not null
  erased_by uuid
  constraint erasures_about_check CHECK ((about = ANY (ARRAY['voice'::text, 'person'::text, 'visit'::text])))
  constraint erasures_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint erasures_erased_by_fkey FOREIGN KEY (erased_by) REFERENCES people(id)
  constraint erasures_pkey PRIMARY KEY (community_id, id)
  CREATE UNIQUE INDEX erasures_pkey ON public.erasures USING btree (community_id, id)
  CREATE TRIGGER erasures_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.erasures FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- events
  community_id integer not null
  id uuid not null
  at timestamp with time zone not null
  name text not null
  subject_id uuid not null
  actor_id uuid
  actor_role text not null
  due_at timestamp with time zone
  late boolean
  data jsonb not null default '{}'::jsonb
  constraint events_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint events_name_check CHECK ((name ~ '^[a-z_]+\.[a-z_]+$'::text))
  constraint events_pkey PRIMARY KEY (community_id, id)
  CREATE INDEX events_by_name ON public.events USING btree (community_id, name, at)
  CREATE INDEX events_of_subject ON public.events USING btree (community_id, subject_id, at)
  CREATE UNIQUE INDEX events_pkey ON public.events USING btree (community_id, id)
  CREATE TRIGGER events_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- familiar_places
  person_id uuid not null
  place bytea not null
  first_at timestamp with time zone not null
  last_at timestamp with time zone not null
  constraint familiar_places_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint familiar_places_pkey PRIMARY KEY (person_id, place)
  CREATE UNIQUE INDEX familiar_places_pkey ON public.familiar_places USING btree (person_id, place)

-- feed_subscriptions
  community_id integer not null
  id uuid not null
  person_id uuid not null
  category text
  building_id uuid
  began_at timestamp with time zone not null
  ended_at timestamp with time zone
  constraint feed_subscriptions_category_fkey FOREIGN KEY (category) REFERENCES categories(code)
  constraint feed_subscriptions_community_id_building_id_fkey FOREIGN KEY (community_id, building_id) REFERENCES places(community_id, id)
  constraint feed_subscriptions_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint feed_subscriptions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint feed_subscriptions_pkey PRIMARY KEY (community_id, id)
  CREATE INDEX feed_subscriptions_of_person ON public.feed_subscriptions USING btree (person_id, community_id) WHERE (ended_at IS NULL)
  CREATE UNIQUE INDEX feed_subscriptions_once ON public.feed_subscriptions USING btree (community_id, person_id, category, building_id) NULLS NOT DISTINCT WHERE (ended_at IS NULL)
  CREATE UNIQUE INDEX feed_subscriptions_pkey ON public.feed_subscriptions USING btree (community_id, id)

-- handovers
  community_id integer not null
  id uuid not null
  organization_id uuid not null
  from_membership_id uuid not null
  to_membership_id uuid
  things text not null
  due_on date not null
  opened_at timestamp with time zone not null
  opened_by uuid not null
  done_at timestamp with time zone
  done_by uuid
  constraint handovers_check CHECK (((done_at IS NULL) = (done_by IS NULL)))
  constraint handovers_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint handovers_community_id_from_membership_id_fkey FOREIGN KEY (community_id, from_membership_id) REFERENCES memberships(community_id, id)
  constraint handovers_community_id_organization_id_fkey FOREIGN KEY (community_id, organization_id) REFERENCES organizations(community_id, id)
  constraint handovers_community_id_to_membership_id_fkey FOREIGN KEY (community_id, to_membership_id) REFERENCES memberships(community_id, id)
  constraint handovers_done_by_fkey FOREIGN KEY (done_by) REFERENCES people(id)
  constraint handovers_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES people(id)
  constraint handovers_pkey PRIMARY KEY (community_id, id)
  constraint handovers_things_check CHECK ((things <> ''::text))
  CREATE UNIQUE INDEX handovers_pkey ON public.handovers USING btree (community_id, id)

-- hotline_export_lines
  community_id integer not null
  export_id uuid not null
  ticket_id uuid not null
  kind text not null
  source_id uuid not null
  constraint hotline_export_lines_community_id_export_id_fkey FOREIGN KEY (community_id, export_id) REFERENCES hotline_exports(community_id, id)
  constraint hotline_export_lines_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint hotline_export_lines_community_id_ticket_id_fkey FOREIGN KEY (community_id, ticket_id) REFERENCES hotline_tickets(community_id, id)
  constraint hotline_export_lines_kind_check CHECK ((kind = ANY (ARRAY['receipt'::text, 'answer'::text, 'hand_back'::text])))
  constraint hotline_export_lines_pkey PRIMARY KEY (community_id, kind, source_id)
  CREATE INDEX hotline_export_lines_of_export ON public.hotline_export_lines USING btree (community_id, export_id)
  CREATE UNIQUE INDEX hotline_export_lines_pkey ON public.hotline_export_lines USING btree (community_id, kind, source_id)
  CREATE TRIGGER hotline_export_lines_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.hotline_export_lines FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- hotline_exports
  community_id integer not null
  id uuid not null
  mapping_id uuid not null
  exported_at timestamp with time zone not null
  exported_by uuid
  constraint hotline_exports_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint hotline_exports_community_id_mapping_id_fkey FOREIGN KEY (community_id, mapping_id) REFERENCES hotline_mappings(community_id, id)
  constraint hotline_exports_exported_by_fkey FOREIGN KEY (exported_by) REFERENCES people(id)
  constraint hotline_exports_pkey PRIMARY KEY (community_id, id)
  CREATE INDEX hotline_exports_by_time ON public.hotline_exports USING btree (community_id, exported_at DESC)
  CREATE UNIQUE INDEX hotline_exports_pkey ON public.hotline_exports USING btree (community_id, id)
  CREATE TRIGGER hotline_exports_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.hotline_exports FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- hotline_hand_back_decisions
  community_id integer not null
  id uuid not null
  hand_back_id uuid not null
  outcome text not null
  reference text not null
  recorded_at timestamp with time zone not null
  recorded_by uuid not null
  constraint hotline_hand_back_decisions_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint hotline_hand_back_decisions_community_id_hand_back_id_fkey FOREIGN KEY (community_id, hand_back_id) REFERENCES hotline_hand_backs(community_id, id)
  constraint hotline_hand_back_decisions_community_id_hand_back_id_key UNIQUE (community_id, hand_back_id)
  constraint hotline_hand_back_decisions_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'refused'::text])))
  constraint hotline_hand_back_decisions_pkey PRIMARY KEY (community_id, id)
  constraint hotline_hand_back_decisions_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES people(id)
  constraint hotline_hand_back_decisions_reference_check CHECK ((reference <> ''::text))
  CREATE UNIQUE INDEX hotline_hand_back_decisions_community_id_hand_back_id_key ON public.hotline_hand_back_decisions USING btree (community_id, hand_back_id)
  CREATE UNIQUE INDEX hotline_hand_back_decisions_pkey ON public.hotline_hand_back_decisions USING btree (community_id, id)
  CREATE TRIGGER hotline_hand_back_decisions_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.hotline_hand_back_decisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- hotline_hand_backs
  community_id integer not null
  id uuid not null
  ticket_id uuid not null
  reason text not null
  evidence text not null
  asked_at timestamp with time zone not null
  asked_by uuid not null
  constraint hotline_hand_backs_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES people(id)
  constraint hotline_hand_backs_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint hotline_hand_backs_community_id_ticket_id_fkey FOREIGN KEY (community_id, ticket_id) REFERENCES hotline_tickets(community_id, id)
  constraint hotline_hand_backs_community_id_ticket_id_key UNIQUE (community_id, ticket_id)
  constraint hotline_hand_backs_evidence_check CHECK ((evidence <> ''::text))
  constraint hotline_hand_backs_pkey PRIMARY KEY (community_id, id)
  constraint hotline_hand_backs_reason_check CHECK ((reason = ANY (ARRAY['other_place'::text, 'other_power'::text, 'other_unit'::text, 'place_unknown'::text])))
  CREATE UNIQUE INDEX hotline_hand_backs_community_id_ticket_id_key ON public.hotline_hand_backs USING btree (community_id, ticket_id)
  CREATE UNIQUE INDEX hotline_hand_backs_pkey ON public.hotline_hand_backs USING btree (community_id, id)
  CREATE TRIGGER hotline_hand_backs_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.hotline_hand_backs FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- hotline_imports
  community_id integer not null
  id uuid not null
  mapping_id uuid not null
  imported_at timestamp with time zone not null
  imported_by uuid
  added integer not null
  known integer not null
  left_out integer not null
  constraint hotline_imports_added_check CHECK ((added >= 0))
  constraint hotline_imports_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint hotline_imports_community_id_mapping_id_fkey FOREIGN KEY (community_id, mapping_id) REFERENCES hotline_mappings(community_id, id)
  constraint hotline_imports_imported_by_fkey FOREIGN KEY (imported_by) REFERENCES people(id)
  constraint hotline_imports_known_check CHECK ((known >= 0))
  constraint hotline_imports_left_out_check CHECK ((left_out >= 0))
  constraint hotline_imports_pkey PRIMARY KEY (community_id, id)
  CREATE INDEX hotline_imports_by_time ON public.hotline_imports USING btree (community_id, imported_at DESC)
  CREATE UNIQUE INDEX hotline_imports_pkey ON public.hotline_imports USING btree (community_id, id)
  CREATE TRIGGER hotline_imports_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.hotline_imports FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- hotline_mappings
  community_id integer not null
  id uuid not null
  name text not null
  header jsonb not null
  fields jsonb not null
  saved_at timestamp with time zone not null
  saved_by uuid
  constraint hotline_mappings_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint hotline_mappings_header_check CHECK ((jsonb_array_length(header) > 0))
  constraint hotline_mappings_name_check CHECK ((name <> ''::text))
  constraint hotline_mappings_pkey PRIMARY KEY (community_id, id)
  constraint hotline_mappings_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES people(id)
  CREATE INDEX hotline_mappings_by_name ON public.hotline_mappings USING btree (community_id, name, saved_at DESC)
  CREATE UNIQUE INDEX hotline_mappings_pkey ON public.hotline_mappings USING btree (community_id, id)
  CREATE TRIGGER hotline_mappings_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.hotline_mappings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- hotline_receipts
  community_id integer not null
  id uuid not null
  ticket_id uuid not null
  signed_at timestamp with time zone not null
  signed_by uuid
  constraint hotline_receipts_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint hotline_receipts_community_id_ticket_id_fkey FOREIGN KEY (community_id, ticket_id) REFERENCES hotline_tickets(community_id, id)
  constraint hotline_receipts_community_id_ticket_id_key UNIQUE (community_id, ticket_id)
  constraint hotline_receipts_pkey PRIMARY KEY (community_id, id)
  constraint hotline_receipts_signed_by_fkey FOREIGN KEY (signed_by) REFERENCES people(id)
  CREATE UNIQUE INDEX hotline_receipts_community_id_ticket_id_key ON public.hotline_receipts USING btree (community_id, ticket_id)
  CREATE UNIQUE INDEX hotline_receipts_pkey ON public.hotline_receipts USING btree (community_id, id)
  CREATE TRIGGER hotline_receipts_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.hotline_receipts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- hotline_tickets
  community_id integer not null
  id uuid not null
  voice_id uuid not null
  import_id uuid not null
  ticket_number text not null
  dispatched_at timestamp with time zone not null
  hand_back_until timestamp with time zone not null
  their_due_at timestamp with time zone
  their_closed_at timestamp with time zone
  constraint hotline_tickets_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint hotline_tickets_community_id_import_id_fkey FOREIGN KEY (community_id, import_id) REFERENCES hotline_imports(community_id, id)
  constraint hotline_tickets_community_id_ticket_number_key UNIQUE (community_id, ticket_number)
  constraint hotline_tickets_community_id_voice_id_fkey FOREIGN KEY (community_id, voice_id) REFERENCES voices(community_id, id)
  constraint hotline_tickets_community_id_voice_id_key UNIQUE (community_id, voice_id)
  constraint hotline_tickets_pkey PRIMARY KEY (community_id, id)
  constraint hotline_tickets_ticket_number_check CHECK ((ticket_number <> ''::text))
  CREATE INDEX hotline_tickets_by_due ON public.hotline_tickets USING btree (community_id, their_due_at)
  CREATE UNIQUE INDEX hotline_tickets_community_id_ticket_number_key ON public.hotline_tickets USING btree (community_id, ticket_number)
  CREATE UNIQUE INDEX hotline_tickets_community_id_voice_id_key ON public.hotline_tickets USING btree (community_id, voice_id)
  CREATE UNIQUE INDEX hotline_tickets_pkey ON public.hotline_tickets USING btree (community_id, id)
  CREATE TRIGGER hotline_tickets_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.hotline_tickets FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- idempotency_keys
  actor text not null
  verb text not null
  key text not null
  body_hash bytea not null
  response jsonb
  created_at timestamp with time zone not null default now()
  constraint idempotency_keys_key_check CHECK (((length(key) >= 8) AND (length(key) <= 128)))
  constraint idempotency_keys_pkey PRIMARY KEY (actor, verb, key)
  CREATE INDEX idempotency_keys_by_age ON public.idempotency_keys USING btree (created_at)
  CREATE UNIQUE INDEX idempotency_keys_pkey ON public.idempotency_keys USING btree (actor, verb, key)

-- installations
  one boolean not null default true
  kind text not null
  installed_at timestamp with time zone not null default now()
  constraint installations_kind_check CHECK ((kind = ANY (ARRAY['real'::text, 'demo'::text])))
  constraint installations_one_check CHECK (one)
  constraint installations_pkey PRIMARY KEY (one)
  CREATE UNIQUE INDEX installations_pkey ON public.installations USING btree (one)

-- invitations
  community_id integer not null
  id uuid not null
  person_id uuid not null
  code_prefix text not null
  code_hash text not null
  created_at timestamp with time zone not null default now()
  created_by uuid not null
  expires_at timestamp with time zone not null
  revoked_at timestamp with time zone
  revoked_by uuid
  constraint invitations_community_id_code_prefix_key UNIQUE (community_id, code_prefix)
  constraint invitations_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint invitations_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id)
  constraint invitations_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint invitations_pkey PRIMARY KEY (community_id, id)
  constraint invitations_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES people(id)
  CREATE UNIQUE INDEX invitations_community_id_code_prefix_key ON public.invitations USING btree (community_id, code_prefix)
  CREATE UNIQUE INDEX invitations_pkey ON public.invitations USING btree (community_id, id)

-- joint_parties
  community_id integer not null
  id uuid not null
  sort smallint not null
  organization_id uuid not null
  duty text not null
  named_at timestamp with time zone not null
  named_by uuid
  ended_at timestamp with time zone
  ended_by uuid
  constraint joint_parties_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint joint_parties_community_id_organization_id_fkey FOREIGN KEY (community_id, organization_id) REFERENCES organizations(community_id, id)
  constraint joint_parties_duty_check CHECK ((duty <> ''::text))
  constraint joint_parties_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people(id)
  constraint joint_parties_named_by_fkey FOREIGN KEY (named_by) REFERENCES people(id)
  constraint joint_parties_pkey PRIMARY KEY (community_id, id)
  CREATE UNIQUE INDEX joint_parties_once ON public.joint_parties USING btree (community_id, organization_id) WHERE (ended_at IS NULL)
  CREATE UNIQUE INDEX joint_parties_pkey ON public.joint_parties USING btree (community_id, id)

-- late_papers
  community_id integer not null
  id uuid not null
  vote_id uuid not null
  papers integer not null
  found text not null
  in_time boolean not null
  note text not null
  noted_at timestamp with time zone not null
  noted_by uuid not null
  ruling text
  ruling_reason text
  ruled_at timestamp with time zone
  ruled_by uuid
  constraint late_papers_check CHECK ((num_nonnulls(ruling, ruling_reason, ruled_at, ruled_by) = ANY (ARRAY[0, 4])))
  constraint late_papers_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint late_papers_community_id_vote_id_fkey FOREIGN KEY (community_id, vote_id) REFERENCES votes(community_id, id)
  constraint late_papers_found_check CHECK ((found = ANY (ARRAY['before_box'::text, 'after_box'::text])))
  constraint late_papers_note_check CHECK ((note <> ''::text))
  constraint late_papers_noted_by_fkey FOREIGN KEY (noted_by) REFERENCES people(id)
  constraint late_papers_papers_check CHECK ((papers > 0))
  constraint late_papers_pkey PRIMARY KEY (community_id, id)
  constraint late_papers_ruled_by_fkey FOREIGN KEY (ruled_by) REFERENCES people(id)
  constraint late_papers_ruling_check CHECK ((ruling = ANY (ARRAY['stands'::text, 'annulled'::text])))
  CREATE INDEX late_papers_of_vote ON public.late_papers USING btree (community_id, vote_id, noted_at)
  CREATE UNIQUE INDEX late_papers_pkey ON public.late_papers USING btree (community_id, id)
  CREATE TRIGGER late_papers_kept BEFORE DELETE OR TRUNCATE ON public.late_papers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- ledger_checkpoints
  log_id integer not null
  size bigint not null
  root bytea not null
  note text not null
  signed_at timestamp with time zone not null default clock_timestamp()
  constraint ledger_checkpoints_log_id_fkey FOREIGN KEY (log_id) REFERENCES ledger_logs(id)
  constraint ledger_checkpoints_pkey PRIMARY KEY (log_id, size)
  constraint ledger_checkpoints_root_check CHECK ((octet_length(root) = 32))
  constraint ledger_checkpoints_size_check CHECK ((size >= 0))
  CREATE UNIQUE INDEX ledger_checkpoints_pkey ON public.ledger_checkpoints USING btree (log_id, size)
  CREATE TRIGGER ledger_checkpoints_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ledger_checkpoints FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- ledger_cosignatures
  log_id integer not null
  size bigint not null
  vkey text not null
  name text not null
  cosignature bytea not null
  received_at timestamp with time zone not null default clock_timestamp()
  constraint ledger_cosignatures_cosignature_check CHECK ((octet_length(cosignature) = 76))
  constraint ledger_cosignatures_log_id_size_fkey FOREIGN KEY (log_id, size) REFERENCES ledger_checkpoints(log_id, size)
  constraint ledger_cosignatures_pkey PRIMARY KEY (log_id, size, vkey)
  CREATE UNIQUE INDEX ledger_cosignatures_pkey ON public.ledger_cosignatures USING btree (log_id, size, vkey)
  CREATE TRIGGER ledger_cosignatures_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ledger_cosignatures FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- ledger_heads
  log_id integer not null
  size bigint not null
  root bytea not null
  changed_at timestamp with time zone not null default now()
  halted_at timestamp with time zone
  halted_code text
  halted_reason text
  constraint ledger_heads_check CHECK ((((halted_at IS NULL) = (halted_reason IS NULL)) AND ((halted_at IS NULL) = (halted_code IS NULL))))
  constraint ledger_heads_log_id_fkey FOREIGN KEY (log_id) REFERENCES ledger_logs(id)
  constraint ledger_heads_pkey PRIMARY KEY (log_id)
  constraint ledger_heads_root_check CHECK ((octet_length(root) = 32))
  constraint ledger_heads_size_check CHECK ((size >= 0))
  CREATE UNIQUE INDEX ledger_heads_pkey ON public.ledger_heads USING btree (log_id)
  CREATE TRIGGER ledger_heads_kept BEFORE DELETE OR TRUNCATE ON public.ledger_heads FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  CREATE TRIGGER ledger_heads_only_grow BEFORE UPDATE ON public.ledger_heads FOR EACH ROW EXECUTE FUNCTION refuse_shrinking()

-- ledger_leaves
  log_id integer not null
  index bigint not null
  id uuid not null
  entry bytea not null
  constraint ledger_leaves_id_log_id_key UNIQUE (id, log_id)
  constraint ledger_leaves_index_check CHECK ((index >= 0))
  constraint ledger_leaves_log_id_fkey FOREIGN KEY (log_id) REFERENCES ledger_logs(id)
  constraint ledger_leaves_pkey PRIMARY KEY (log_id, index)
  CREATE UNIQUE INDEX ledger_leaves_id_log_id_key ON public.ledger_leaves USING btree (id, log_id)
  CREATE UNIQUE INDEX ledger_leaves_pkey ON public.ledger_leaves USING btree (log_id, index)
  CREATE TRIGGER ledger_leaves_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ledger_leaves FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- ledger_logs
  id integer not null
  origin text not null
  vkey text not null
  opened_at timestamp with time zone not null default now()
  closed_at timestamp with time zone
  close_reason text
  constraint ledger_logs_check CHECK (((closed_at IS NULL) = (close_reason IS NULL)))
  constraint ledger_logs_id_check CHECK ((id > 0))
  constraint ledger_logs_origin_check CHECK ((origin <> ''::text))
  constraint ledger_logs_origin_key UNIQUE (origin)
  constraint ledger_logs_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX ledger_logs_origin_key ON public.ledger_logs USING btree (origin)
  CREATE UNIQUE INDEX ledger_logs_pkey ON public.ledger_logs USING btree (id)
  CREATE UNIQUE INDEX ledger_one_open_log ON public.ledger_logs USING btree ((true)) WHERE (closed_at IS NULL)
  CREATE TRIGGER ledger_logs_kept BEFORE DELETE OR TRUNCATE ON public.ledger_logs FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  CREATE TRIGGER ledger_logs_only_close BEFORE UPDATE ON public.ledger_logs FOR EACH ROW EXECUTE FUNCTION refuse_shrinking()

-- ledger_queue
  place bigint not null
  id uuid not null
  entry bytea not null
  queued_at timestamp with time zone not null default clock_timestamp()
  constraint ledger_queue_entry_check CHECK (((octet_length(entry) >= 1) AND (octet_length(entry) <= 65535)))
  constraint ledger_queue_id_key UNIQUE (id)
  constraint ledger_queue_pkey PRIMARY KEY (place)
  CREATE UNIQUE INDEX ledger_queue_id_key ON public.ledger_queue USING btree (id)
  CREATE UNIQUE INDEX ledger_queue_pkey ON public.ledger_queue USING btree (place)
  CREATE TRIGGER ledger_queue_kept BEFORE UPDATE OR TRUNCATE ON public.ledger_queue FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- ledger_quorums
  log_id integer not null
  size bigint not null
  held_at timestamp with time zone not null default clock_timestamp()
  constraint ledger_quorums_log_id_size_fkey FOREIGN KEY (log_id, size) REFERENCES ledger_checkpoints(log_id, size)
  constraint ledger_quorums_pkey PRIMARY KEY (log_id, size)
  CREATE UNIQUE INDEX ledger_quorums_pkey ON public.ledger_quorums USING btree (log_id, size)
  CREATE TRIGGER ledger_quorums_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ledger_quorums FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- ledger_sightings
  log_id integer not null
  size bigint not null
  root bytea not null
  note text not null
  witness text not null
  seen_at timestamp with time zone not null default clock_timestamp()
  constraint ledger_sightings_log_id_fkey FOREIGN KEY (log_id) REFERENCES ledger_logs(id)
  constraint ledger_sightings_pkey PRIMARY KEY (log_id, size, root)
  constraint ledger_sightings_root_check CHECK ((octet_length(root) = 32))
  constraint ledger_sightings_size_check CHECK ((size >= 0))
  CREATE UNIQUE INDEX ledger_sightings_pkey ON public.ledger_sightings USING btree (log_id, size, root)
  CREATE TRIGGER ledger_sightings_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ledger_sightings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- ledger_tiles
  log_id integer not null
  level smallint not null
  index bigint not null
  hashes bytea not null
  constraint ledger_tiles_hashes_check CHECK ((((octet_length(hashes) >= 32) AND (octet_length(hashes) <= 8192)) AND ((octet_length(hashes) % 32) = 0)))
  constraint ledger_tiles_index_check CHECK ((index >= 0))
  constraint ledger_tiles_level_check CHECK (((level >= 0) AND (level <= 63)))
  constraint ledger_tiles_log_id_fkey FOREIGN KEY (log_id) REFERENCES ledger_logs(id)
  constraint ledger_tiles_pkey PRIMARY KEY (log_id, level, index)
  CREATE UNIQUE INDEX ledger_tiles_pkey ON public.ledger_tiles USING btree (log_id, level, index)
  CREATE TRIGGER ledger_tiles_kept BEFORE DELETE OR TRUNCATE ON public.ledger_tiles FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  CREATE TRIGGER ledger_tiles_only_grow BEFORE UPDATE ON public.ledger_tiles FOR EACH ROW EXECUTE FUNCTION refuse_shrinking()

-- ledger_witnesses
  log_id integer not null
  vkey text not null
  size bigint not null default 0
  answered_at timestamp with time zone
  failures integer not null default 0
  trouble text
  failing_since timestamp with time zone
  ask_after timestamp with time zone not null default clock_timestamp()
  constraint ledger_witnesses_check CHECK ((((failures = 0) = (trouble IS NULL)) AND ((failures = 0) = (failing_since IS NULL))))
  constraint ledger_witnesses_failures_check CHECK ((failures >= 0))
  constraint ledger_witnesses_log_id_fkey FOREIGN KEY (log_id) REFERENCES ledger_logs(id)
  constraint ledger_witnesses_pkey PRIMARY KEY (log_id, vkey)
  constraint ledger_witnesses_size_check CHECK ((size >= 0))
  CREATE UNIQUE INDEX ledger_witnesses_pkey ON public.ledger_witnesses USING btree (log_id, vkey)

-- liaison_appointments
  community_id integer not null
  id uuid not null
  year smallint not null
  serial integer not null
  person_id uuid not null
  nomination_id uuid
  starts_on date not null
  ends_on date not null
  shown_name text
  shown_phone text
  appointed_at timestamp with time zone not null
  appointed_by uuid not null
  constraint liaison_appointments_appointed_by_fkey FOREIGN KEY (appointed_by) REFERENCES people(id)
  constraint liaison_appointments_check CHECK ((ends_on > starts_on))
  constraint liaison_appointments_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint liaison_appointments_community_id_nomination_id_fkey FOREIGN KEY (community_id, nomination_id) REFERENCES liaison_nominations(community_id, id)
  constraint liaison_appointments_community_id_nomination_id_key UNIQUE (community_id, nomination_id)
  constraint liaison_appointments_community_id_year_serial_key UNIQUE (community_id, year, serial)
  constraint liaison_appointments_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint liaison_appointments_pkey PRIMARY KEY (community_id, id)
  constraint liaison_appointments_serial_check CHECK ((serial > 0))
  CREATE INDEX liaison_appointments_of_person ON public.liaison_appointments USING btree (community_id, person_id)
  CREATE UNIQUE INDEX liaison_appointments_community_id_nomination_id_key ON public.liaison_appointments USING btree (community_id, nomination_id)
  CREATE UNIQUE INDEX liaison_appointments_community_id_year_serial_key ON public.liaison_appointments USING btree (community_id, year, serial)
  CREATE UNIQUE INDEX liaison_appointments_pkey ON public.liaison_appointments USING btree (community_id, id)
  CREATE TRIGGER liaison_appointments_kept BEFORE DELETE OR TRUNCATE ON public.liaison_appointments FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- liaison_areas
  community_id integer not null
  id uuid not null
  appointment_id uuid not null
  place_id uuid not null
  role_id uuid not null
  constraint liaison_areas_community_id_appointment_id_fkey FOREIGN KEY (community_id, appointment_id) REFERENCES liaison_appointments(community_id, id)
  constraint liaison_areas_community_id_appointment_id_place_id_key UNIQUE (community_id, appointment_id, place_id)
  constraint liaison_areas_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint liaison_areas_community_id_place_id_fkey FOREIGN KEY (community_id, place_id) REFERENCES places(community_id, id)
  constraint liaison_areas_pkey PRIMARY KEY (community_id, id)
  constraint liaison_areas_role_id_fkey FOREIGN KEY (role_id) REFERENCES roles(id)
  CREATE INDEX liaison_areas_of_role ON public.liaison_areas USING btree (community_id, role_id)
  CREATE UNIQUE INDEX liaison_areas_community_id_appointment_id_place_id_key ON public.liaison_areas USING btree (community_id, appointment_id, place_id)
  CREATE UNIQUE INDEX liaison_areas_pkey ON public.liaison_areas USING btree (community_id, id)
  CREATE TRIGGER liaison_areas_kept BEFORE DELETE OR TRUNCATE ON public.liaison_areas FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- liaison_calls
  community_id integer not null
  id uuid not null
  announcement text not null
  opens_on date not null
  closes_on date not null
  called_at timestamp with time zone not null
  called_by uuid not null
  constraint liaison_calls_announcement_check CHECK ((announcement <> ''::text))
  constraint liaison_calls_called_by_fkey FOREIGN KEY (called_by) REFERENCES people(id)
  constraint liaison_calls_check CHECK ((closes_on >= opens_on))
  constraint liaison_calls_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint liaison_calls_pkey PRIMARY KEY (community_id, id)
  CREATE INDEX liaison_calls_by_day ON public.liaison_calls USING btree (community_id, closes_on DESC)
  CREATE UNIQUE INDEX liaison_calls_pkey ON public.liaison_calls USING btree (community_id, id)
  CREATE TRIGGER liaison_calls_kept BEFORE DELETE OR TRUNCATE ON public.liaison_calls FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- liaison_endings
  community_id integer not null
  id uuid not null
  appointment_id uuid not null
  kind text not null
  reason text not null
  successor_id uuid
  voices_passed integer not null default 0
  links_passed integer not null default 0
  ended_at timestamp with time zone not null
  ended_by uuid not null
  constraint liaison_endings_check CHECK (((kind = 'handed_over'::text) = (successor_id IS NOT NULL)))
  constraint liaison_endings_community_id_appointment_id_fkey FOREIGN KEY (community_id, appointment_id) REFERENCES liaison_appointments(community_id, id)
  constraint liaison_endings_community_id_appointment_id_key UNIQUE (community_id, appointment_id)
  constraint liaison_endings_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint liaison_endings_community_id_successor_id_fkey FOREIGN KEY (community_id, successor_id) REFERENCES liaison_appointments(community_id, id)
  constraint liaison_endings_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people(id)
  constraint liaison_endings_kind_check CHECK ((kind = ANY (ARRAY['handed_over'::text, 'ended'::text])))
  constraint liaison_endings_pkey PRIMARY KEY (community_id, id)
  constraint liaison_endings_reason_check CHECK ((reason = ANY (ARRAY['term'::text, 'wish'::text, 'moved'::text, 'asked_to_rest'::text, 'office'::text])))
  CREATE UNIQUE INDEX liaison_endings_community_id_appointment_id_key ON public.liaison_endings USING btree (community_id, appointment_id)
  CREATE UNIQUE INDEX liaison_endings_pkey ON public.liaison_endings USING btree (community_id, id)
  CREATE TRIGGER liaison_endings_kept BEFORE DELETE OR TRUNCATE ON public.liaison_endings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- liaison_listed
  community_id integer not null
  id uuid not null
  list_id uuid not null
  nomination_id uuid not null
  constraint liaison_listed_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint liaison_listed_community_id_list_id_fkey FOREIGN KEY (community_id, list_id) REFERENCES liaison_lists(community_id, id)
  constraint liaison_listed_community_id_nomination_id_fkey FOREIGN KEY (community_id, nomination_id) REFERENCES liaison_nominations(community_id, id)
  constraint liaison_listed_community_id_nomination_id_key UNIQUE (community_id, nomination_id)
  constraint liaison_listed_pkey PRIMARY KEY (community_id, id)
  CREATE UNIQUE INDEX liaison_listed_community_id_nomination_id_key ON public.liaison_listed USING btree (community_id, nomination_id)
  CREATE UNIQUE INDEX liaison_listed_pkey ON public.liaison_listed USING btree (community_id, id)
  CREATE TRIGGER liaison_listed_kept BEFORE DELETE OR TRUNCATE ON public.liaison_listed FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- liaison_lists
  community_id integer not null
  id uuid not null
  call_id uuid not null
  posted_at timestamp with time zone not null
  posted_by uuid not null
  until timestamp with time zone not null
  constraint liaison_lists_check CHECK ((until > posted_at))
  constraint liaison_lists_community_id_call_id_fkey FOREIGN KEY (community_id, call_id) REFERENCES liaison_calls(community_id, id)
  constraint liaison_lists_community_id_call_id_key UNIQUE (community_id, call_id)
  constraint liaison_lists_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint liaison_lists_pkey PRIMARY KEY (community_id, id)
  constraint liaison_lists_posted_by_fkey FOREIGN KEY (posted_by) REFERENCES people(id)
  CREATE UNIQUE INDEX liaison_lists_community_id_call_id_key ON public.liaison_lists USING btree (community_id, call_id)
  CREATE UNIQUE INDEX liaison_lists_pkey ON public.liaison_lists USING btree (community_id, id)
  CREATE TRIGGER liaison_lists_kept BEFORE DELETE OR TRUNCATE ON public.liaison_lists FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- liaison_nominations
  community_id integer not null
  id uuid not null
  call_id uuid not null
  person_id uuid not null
  place_id uuid not null
  origin text not null
  way text not null
  nominated_at timestamp with time zone not null
  nominated_by uuid not null
  shown_name text
  agreed_at timestamp with time zone
  agreed_way text
  agreed_noted_by uuid
  declined_at timestamp with time zone
  declined_noted_by uuid
  constraint liaison_nominations_agreed_noted_by_fkey FOREIGN KEY (agreed_noted_by) REFERENCES people(id)
  constraint liaison_nominations_agreed_way_check CHECK ((agreed_way = ANY (ARRAY['page'::text, 'phone'::text, 'desk'::text, 'paper'::text])))
  constraint liaison_nominations_check CHECK (((agreed_at IS NULL) = (agreed_way IS NULL)))
  constraint liaison_nominations_check1 CHECK (((agreed_at IS NULL) OR (declined_at IS NULL)))
  constraint liaison_nominations_community_id_call_id_fkey FOREIGN KEY (community_id, call_id) REFERENCES liaison_calls(community_id, id)
  constraint liaison_nominations_community_id_call_id_person_id_key UNIQUE (community_id, call_id, person_id)
  constraint liaison_nominations_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint liaison_nominations_community_id_place_id_fkey FOREIGN KEY (community_id, place_id) REFERENCES places(community_id, id)
  constraint liaison_nominations_declined_noted_by_fkey FOREIGN KEY (declined_noted_by) REFERENCES people(id)
  constraint liaison_nominations_nominated_by_fkey FOREIGN KEY (nominated_by) REFERENCES people(id)
  constraint liaison_nominations_origin_check CHECK ((origin = ANY (ARRAY['self'::text, 'neighbour'::text])))
  constraint liaison_nominations_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint liaison_nominations_pkey PRIMARY KEY (community_id, id)
  constraint liaison_nominations_way_check CHECK ((way = ANY (ARRAY['page'::text, 'phone'::text, 'desk'::text, 'paper'::text])))
  CREATE INDEX liaison_nominations_of_person ON public.liaison_nominations USING btree (community_id, person_id)
  CREATE UNIQUE INDEX liaison_nominations_community_id_call_id_person_id_key ON public.liaison_nominations USING btree (community_id, call_id, person_id)
  CREATE UNIQUE INDEX liaison_nominations_pkey ON public.liaison_nominations USING btree (community_id, id)
  CREATE TRIGGER liaison_nominations_kept BEFORE DELETE OR TRUNCATE ON public.liaison_nominations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- liaison_objection_answers
  community_id integer not null
  id uuid not null
  objection_id uuid not null
  outcome text not null
  words text not null
  answered_at timestamp with time zone not null
  answered_by uuid not null
  constraint liaison_objection_answers_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES people(id)
  constraint liaison_objection_answers_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint liaison_objection_answers_community_id_objection_id_fkey FOREIGN KEY (community_id, objection_id) REFERENCES liaison_objections(community_id, id)
  constraint liaison_objection_answers_community_id_objection_id_key UNIQUE (community_id, objection_id)
  constraint liaison_objection_answers_outcome_check CHECK ((outcome = ANY (ARRAY['upheld'::text, 'not_upheld'::text])))
  constraint liaison_objection_answers_pkey PRIMARY KEY (community_id, id)
  constraint liaison_objection_answers_words_check CHECK ((words <> ''::text))
  CREATE UNIQUE INDEX liaison_objection_answers_community_id_objection_id_key ON public.liaison_objection_answers USING btree (community_id, objection_id)
  CREATE UNIQUE INDEX liaison_objection_answers_pkey ON public.liaison_objection_answers USING btree (community_id, id)
  CREATE TRIGGER liaison_objection_answers_kept BEFORE DELETE OR TRUNCATE ON public.liaison_objection_answers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- liaison_objections
  community_id integer not null
  id uuid not null
  nomination_id uuid not null
  person_id uuid
  words text not null
  way text not null
  objected_at timestamp with time zone not null
  noted_by uuid
  constraint liaison_objections_check CHECK ((num_nonnulls(person_id, noted_by) >= 1))
  constraint liaison_objections_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint liaison_objections_community_id_nomination_id_fkey FOREIGN KEY (community_id, nomination_id) REFERENCES liaison_nominations(community_id, id)
  constraint liaison_objections_noted_by_fkey FOREIGN KEY (noted_by) REFERENCES people(id)
  constraint liaison_objections_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint liaison_objections_pkey PRIMARY KEY (community_id, id)
  constraint liaison_objections_way_check CHECK ((way = ANY (ARRAY['page'::text, 'phone'::text, 'desk'::text, 'paper'::text])))
  CREATE INDEX liaison_objections_to ON public.liaison_objections USING btree (community_id, nomination_id)
  CREATE UNIQUE INDEX liaison_objections_pkey ON public.liaison_objections USING btree (community_id, id)
  CREATE TRIGGER liaison_objections_kept BEFORE DELETE OR TRUNCATE ON public.liaison_objections FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- liaison_trainings
  community_id integer not null
  id uuid not null
  appointment_id uuid not null
  held_on date not null
  topic text not null
  recorded_at timestamp with time zone not null
  recorded_by uuid not null
  constraint liaison_trainings_community_id_appointment_id_fkey FOREIGN KEY (community_id, appointment_id) REFERENCES liaison_appointments(community_id, id)
  constraint liaison_trainings_community_id_appointment_id_topic_held_on_key UNIQUE (community_id, appointment_id, topic, held_on)
  constraint liaison_trainings_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint liaison_trainings_pkey PRIMARY KEY (community_id, id)
  constraint liaison_trainings_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES people(id)
  constraint liaison_trainings_topic_check CHECK ((topic = ANY (ARRAY['listening'::text, 'privacy'::text, 'safety'::text, 'writing_down'::text, 'neighbours_in_need'::text])))
  CREATE UNIQUE INDEX liaison_trainings_community_id_appointment_id_topic_held_on_key ON public.liaison_trainings USING btree (community_id, appointment_id, topic, held_on)
  CREATE UNIQUE INDEX liaison_trainings_pkey ON public.liaison_trainings USING btree (community_id, id)
  CREATE TRIGGER liaison_trainings_kept BEFORE DELETE OR TRUNCATE ON public.liaison_trainings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- meeting_counters
  community_id integer not null
  year smallint not null
  last integer not null
  constraint meeting_counters_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint meeting_counters_pkey PRIMARY KEY (community_id, year)
  CREATE UNIQUE INDEX meeting_counters_pkey ON public.meeting_counters USING btree (community_id, year)

-- meeting_demand_sheets
  community_id integer not null
  id uuid not null
  demand_id uuid not null
  signatures integer not null
  struck integer not null default 0
  counted_at timestamp with time zone not null
  counted_by uuid not null
  recounted integer
  recounted_at timestamp with time zone
  recounted_by uuid
  constraint meeting_demand_sheets_check CHECK (((struck >= 0) AND (struck <= signatures)))
  constraint meeting_demand_sheets_check1 CHECK ((counted_by <> recounted_by))
  constraint meeting_demand_sheets_check2 CHECK ((num_nonnulls(recounted, recounted_at, recounted_by) = ANY (ARRAY[0, 3])))
  constraint meeting_demand_sheets_community_id_demand_id_fkey FOREIGN KEY (community_id, demand_id) REFERENCES meeting_demands(community_id, id)
  constraint meeting_demand_sheets_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint meeting_demand_sheets_counted_by_fkey FOREIGN KEY (counted_by) REFERENCES people(id)
  constraint meeting_demand_sheets_pkey PRIMARY KEY (community_id, id)
  constraint meeting_demand_sheets_recounted_by_fkey FOREIGN KEY (recounted_by) REFERENCES people(id)
  constraint meeting_demand_sheets_signatures_check CHECK ((signatures > 0))
  CREATE INDEX meeting_demand_sheets_of ON public.meeting_demand_sheets USING btree (community_id, demand_id)
  CREATE UNIQUE INDEX meeting_demand_sheets_pkey ON public.meeting_demand_sheets USING btree (community_id, id)

-- meeting_demand_signatures
  community_id integer not null
  id uuid not null
  demand_id uuid not null
  person_id uuid
  place_id uuid
  signed_at timestamp with time zone not null
  withdrawn_at timestamp with time zone
  constraint meeting_demand_signatures_community_id_demand_id_fkey FOREIGN KEY (community_id, demand_id) REFERENCES meeting_demands(community_id, id)
  constraint meeting_demand_signatures_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint meeting_demand_signatures_community_id_place_id_fkey FOREIGN KEY (community_id, place_id) REFERENCES places(community_id, id)
  constraint meeting_demand_signatures_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint meeting_demand_signatures_pkey PRIMARY KEY (community_id, id)
  CREATE UNIQUE INDEX meeting_demand_signatures_of_household ON public.meeting_demand_signatures USING btree (community_id, demand_id, place_id) WHERE ((withdrawn_at IS NULL) AND (place_id IS NOT NULL))
  CREATE UNIQUE INDEX meeting_demand_signatures_once ON public.meeting_demand_signatures USING btree (community_id, demand_id, person_id) WHERE ((withdrawn_at IS NULL) AND (person_id IS NOT NULL))
  CREATE UNIQUE INDEX meeting_demand_signatures_pkey ON public.meeting_demand_signatures USING btree (community_id, id)

-- meeting_demands
  community_id integer not null
  id uuid not null
  kind text not null
  signed_by text not null
  base integer not null
  needed integer not null
  matter text not null
  begun_at timestamp with time zone not null
  begun_by uuid
  reached_at timestamp with time zone
  owed_on date
  ended_at timestamp with time zone
  end_reason text
  constraint meeting_demands_base_check CHECK ((base >= 0))
  constraint meeting_demands_begun_by_fkey FOREIGN KEY (begun_by) REFERENCES people(id)
  constraint meeting_demands_check CHECK (((reached_at IS NULL) = (owed_on IS NULL)))
  constraint meeting_demands_check1 CHECK (((ended_at IS NULL) = (end_reason IS NULL)))
  constraint meeting_demands_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint meeting_demands_kind_fkey FOREIGN KEY (kind) REFERENCES meeting_kinds(code)
  constraint meeting_demands_matter_check CHECK ((matter <> ''::text))
  constraint meeting_demands_needed_check CHECK ((needed > 0))
  constraint meeting_demands_pkey PRIMARY KEY (community_id, id)
  constraint meeting_demands_signed_by_check CHECK ((signed_by = ANY (ARRAY['residents'::text, 'households'::text, 'representatives'::text, 'chiefs'::text, 'parties'::text, 'sides'::text])))
  CREATE INDEX meeting_demands_open ON public.meeting_demands USING btree (community_id, begun_at DESC)
  CREATE UNIQUE INDEX meeting_demands_pkey ON public.meeting_demands USING btree (community_id, id)

-- meeting_kind_choices
  community_id integer not null
  id uuid not null
  kind text not null
  notice_days smallint
  quorum_num smallint
  quorum_den smallint
  reason text not null
  chosen_at timestamp with time zone not null
  chosen_by uuid not null
  constraint meeting_kind_choices_chosen_by_fkey FOREIGN KEY (chosen_by) REFERENCES people(id)
  constraint meeting_kind_choices_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint meeting_kind_choices_kind_fkey FOREIGN KEY (kind) REFERENCES meeting_kinds(code)
  constraint meeting_kind_choices_notice_days_check CHECK (((notice_days >= 0) AND (notice_days <= 60)))
  constraint meeting_kind_choices_pkey PRIMARY KEY (community_id, id)
  constraint meeting_kind_choices_quorum_den_check CHECK (((quorum_den >= 1) AND (quorum_den <= 100)))
  constraint meeting_kind_choices_quorum_num_check CHECK (((quorum_num >= 0) AND (quorum_num <= 100)))
  constraint meeting_kind_choices_reason_check CHECK ((reason <> ''::text))
  CREATE INDEX meeting_kind_choices_newest ON public.meeting_kind_choices USING btree (community_id, kind, chosen_at DESC)
  CREATE UNIQUE INDEX meeting_kind_choices_pkey ON public.meeting_kind_choices USING btree (community_id, id)
  CREATE TRIGGER meeting_kind_choices_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.meeting_kind_choices FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- meeting_kinds
  code text not null
  community_id integer
  name_zh text not null
  name_en text not null
  statutory boolean not null
  articles text[] not null default '{}'::text[]
  rules jsonb not null
  sort smallint not null
  created_at timestamp with time zone not null default now()
  created_by uuid
  constraint meeting_kinds_code_check CHECK ((code ~ '^[a-z_]{3,40}$'::text))
  constraint meeting_kinds_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint meeting_kinds_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id)
  constraint meeting_kinds_name_en_check CHECK ((name_en <> ''::text))
  constraint meeting_kinds_name_zh_check CHECK ((name_zh <> ''::text))
  constraint meeting_kinds_pkey PRIMARY KEY (code)
  CREATE UNIQUE INDEX meeting_kinds_pkey ON public.meeting_kinds USING btree (code)

-- meeting_minutes
  community_id integer not null
  id uuid not null
  meeting_id uuid not null
  body text not null
  minority_view text
  written_at timestamp with time zone not null
  written_by uuid not null
  constraint meeting_minutes_body_check CHECK ((body <> ''::text))
  constraint meeting_minutes_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint meeting_minutes_community_id_meeting_id_fkey FOREIGN KEY (community_id, meeting_id) REFERENCES meetings(community_id, id)
  constraint meeting_minutes_pkey PRIMARY KEY (community_id, id)
  constraint meeting_minutes_written_by_fkey FOREIGN KEY (written_by) REFERENCES people(id)
  CREATE INDEX meeting_minutes_of_meeting ON public.meeting_minutes USING btree (community_id, meeting_id, written_at DESC)
  CREATE UNIQUE INDEX meeting_minutes_pkey ON public.meeting_minutes USING btree (community_id, id)
  CREATE TRIGGER meeting_minutes_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.meeting_minutes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- meeting_minutes_approvals
  community_id integer not null
  id uuid not null
  minutes_id uuid not null
  person_id uuid
  entry_id uuid
  way text not null
  approved_at timestamp with time zone not null
  entered_by uuid
  constraint meeting_minutes_approvals_community_id_entry_id_fkey FOREIGN KEY (community_id, entry_id) REFERENCES roll_entries(community_id, id)
  constraint meeting_minutes_approvals_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint meeting_minutes_approvals_community_id_minutes_id_fkey FOREIGN KEY (community_id, minutes_id) REFERENCES meeting_minutes(community_id, id)
  constraint meeting_minutes_approvals_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people(id)
  constraint meeting_minutes_approvals_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint meeting_minutes_approvals_pkey PRIMARY KEY (community_id, id)
  constraint meeting_minutes_approvals_way_check CHECK ((way = ANY (ARRAY['page'::text, 'paper'::text])))
  CREATE UNIQUE INDEX meeting_minutes_approvals_pkey ON public.meeting_minutes_approvals USING btree (community_id, id)
  CREATE UNIQUE INDEX meeting_minutes_approved_by_entry ON public.meeting_minutes_approvals USING btree (community_id, minutes_id, entry_id) WHERE (entry_id IS NOT NULL)
  CREATE UNIQUE INDEX meeting_minutes_approved_once ON public.meeting_minutes_approvals USING btree (community_id, minutes_id, person_id) WHERE (person_id IS NOT NULL)
  CREATE TRIGGER meeting_minutes_approvals_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.meeting_minutes_approvals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- meeting_notices
  community_id integer not null
  id uuid not null
  meeting_id uuid not null
  content jsonb not null
  sha256 text not null
  issued_at timestamp with time zone not null
  issued_by uuid not null
  constraint meeting_notices_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint meeting_notices_community_id_meeting_id_fkey FOREIGN KEY (community_id, meeting_id) REFERENCES meetings(community_id, id)
  constraint meeting_notices_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES people(id)
  constraint meeting_notices_pkey PRIMARY KEY (community_id, id)
  CREATE INDEX meeting_notices_of_meeting ON public.meeting_notices USING btree (community_id, meeting_id, issued_at)
  CREATE UNIQUE INDEX meeting_notices_pkey ON public.meeting_notices USING btree (community_id, id)
  CREATE TRIGGER meeting_notices_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.meeting_notices FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- meeting_questions
  community_id integer not null
  id uuid not null
  meeting_id uuid not null
  words text not null
  noted_at timestamp with time zone not null
  noted_by uuid not null
  due_at timestamp with time zone not null
  answer text
  answered_at timestamp with time zone
  answered_by uuid
  constraint meeting_questions_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES people(id)
  constraint meeting_questions_check CHECK ((num_nonnulls(answer, answered_at, answered_by) = ANY (ARRAY[0, 3])))
  constraint meeting_questions_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint meeting_questions_community_id_meeting_id_fkey FOREIGN KEY (community_id, meeting_id) REFERENCES meetings(community_id, id)
  constraint meeting_questions_noted_by_fkey FOREIGN KEY (noted_by) REFERENCES people(id)
  constraint meeting_questions_pkey PRIMARY KEY (community_id, id)
  constraint meeting_questions_words_check CHECK ((words <> ''::text))
  CREATE INDEX meeting_questions_of_meeting ON public.meeting_questions USING btree (community_id, meeting_id, noted_at)
  CREATE UNIQUE INDEX meeting_questions_pkey ON public.meeting_questions USING btree (community_id, id)

-- meeting_steps
  community_id integer not null
  id uuid not null
  meeting_id uuid not null
  step text not null
  reason text
  taken_at timestamp with time zone not null
  taken_by uuid
  constraint meeting_steps_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint meeting_steps_community_id_meeting_id_fkey FOREIGN KEY (community_id, meeting_id) REFERENCES meetings(community_id, id)
  constraint meeting_steps_pkey PRIMARY KEY (community_id, id)
  constraint meeting_steps_step_check CHECK ((step = ANY (ARRAY['planned'::text, 'called'::text, 'opened'::text, 'inquorate'::text, 'adjourned'::text, 'closed'::text, 'minuted'::text, 'cancelled'::text])))
  constraint meeting_steps_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES people(id)
  CREATE INDEX meeting_steps_of_meeting ON public.meeting_steps USING btree (community_id, meeting_id, taken_at)
  CREATE UNIQUE INDEX meeting_steps_pkey ON public.meeting_steps USING btree (community_id, id)
  CREATE TRIGGER meeting_steps_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.meeting_steps FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- meetings
  community_id integer not null
  id uuid not null
  year smallint not null
  serial integer not null
  kind text not null
  stage text not null
  title text not null
  place_words text not null
  starts_at timestamp with time zone not null
  ends_at timestamp with time zone not null
  basis text not null
  organization_id uuid
  building_id uuid
  second_call_of uuid
  convened_by uuid not null
  chair_id uuid
  recorder_id uuid
  urgent_reason text
  registered integer
  check_in_code text not null
  track_id uuid
  track_step smallint
  demand_id uuid
  planned_at timestamp with time zone not null
  changed_at timestamp with time zone not null
  constraint meetings_basis_check CHECK ((basis = ANY (ARRAY['persons'::text, 'households'::text, 'members'::text, 'seats'::text, 'parties'::text, 'sides'::text, 'owners'::text, 'none'::text])))
  constraint meetings_chair_id_fkey FOREIGN KEY (chair_id) REFERENCES people(id)
  constraint meetings_check CHECK ((ends_at > starts_at))
  constraint meetings_check_in_code_check CHECK ((check_in_code ~ '^[0-9]{6}$'::text))
  constraint meetings_community_id_building_id_fkey FOREIGN KEY (community_id, building_id) REFERENCES places(community_id, id)
  constraint meetings_community_id_demand_id_fkey FOREIGN KEY (community_id, demand_id) REFERENCES meeting_demands(community_id, id)
  constraint meetings_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint meetings_community_id_organization_id_fkey FOREIGN KEY (community_id, organization_id) REFERENCES organizations(community_id, id)
  constraint meetings_community_id_second_call_of_fkey FOREIGN KEY (community_id, second_call_of) REFERENCES meetings(community_id, id)
  constraint meetings_community_id_track_id_fkey FOREIGN KEY (community_id, track_id) REFERENCES decision_tracks(community_id, id)
  constraint meetings_community_id_year_serial_key UNIQUE (community_id, year, serial)
  constraint meetings_convened_by_fkey FOREIGN KEY (convened_by) REFERENCES people(id)
  constraint meetings_kind_fkey FOREIGN KEY (kind) REFERENCES meeting_kinds(code)
  constraint meetings_pkey PRIMARY KEY (community_id, id)
  constraint meetings_place_words_check CHECK ((place_words <> ''::text))
  constraint meetings_recorder_id_fkey FOREIGN KEY (recorder_id) REFERENCES people(id)
  constraint meetings_registered_check CHECK ((registered > 0))
  constraint meetings_stage_check CHECK ((stage = ANY (ARRAY['planned'::text, 'called'::text, 'open'::text, 'inquorate'::text, 'adjourned'::text, 'closed'::text, 'minuted'::text, 'cancelled'::text])))
  constraint meetings_title_check CHECK ((title <> ''::text))
  constraint meetings_track_step_check CHECK (((track_step >= 1) AND (track_step <= 4)))
  CREATE INDEX meetings_by_stage ON public.meetings USING btree (community_id, stage, starts_at)
  CREATE INDEX meetings_by_time ON public.meetings USING btree (community_id, starts_at DESC)
  CREATE INDEX meetings_of_track ON public.meetings USING btree (community_id, track_id, track_step) WHERE (track_id IS NOT NULL)
  CREATE UNIQUE INDEX meetings_community_id_year_serial_key ON public.meetings USING btree (community_id, year, serial)
  CREATE UNIQUE INDEX meetings_pkey ON public.meetings USING btree (community_id, id)
  CREATE TRIGGER meetings_kept BEFORE DELETE OR TRUNCATE ON public.meetings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- memberships
  community_id integer not null
  id uuid not null
  organization_id uuid not null
  person_id uuid not null
  seat_id uuid
  office text not null default 'member'::text
  tier text
  way text not null
  starts_on date not null
  term_ends_on date
  entered_at timestamp with time zone not null
  entered_by uuid
  ended_on date
  ended_at timestamp with time zone
  ended_by uuid
  end_reason text
  constraint memberships_check CHECK ((term_ends_on > starts_on))
  constraint memberships_check1 CHECK (((ended_at IS NULL) = (ended_on IS NULL)))
  constraint memberships_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint memberships_community_id_organization_id_fkey FOREIGN KEY (community_id, organization_id) REFERENCES organizations(community_id, id)
  constraint memberships_community_id_seat_id_fkey FOREIGN KEY (community_id, seat_id) REFERENCES seats(community_id, id)
  constraint memberships_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people(id)
  constraint memberships_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people(id)
  constraint memberships_office_check CHECK ((office = ANY (ARRAY['chair'::text, 'vice_chair'::text, 'secretary'::text, 'treasurer'::text, 'leader'::text, 'member'::text])))
  constraint memberships_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint memberships_pkey PRIMARY KEY (community_id, id)
  constraint memberships_tier_check CHECK ((tier = ANY (ARRAY['core'::text, 'backbone'::text, 'participant'::text])))
  constraint memberships_way_check CHECK ((way = ANY (ARRAY['elected'::text, 'appointed'::text, 'by_lot'::text, 'delegated'::text, 'ex_officio'::text, 'joined'::text])))
  CREATE INDEX memberships_of_person ON public.memberships USING btree (person_id, community_id) WHERE (ended_at IS NULL)
  CREATE UNIQUE INDEX memberships_of_seat ON public.memberships USING btree (community_id, seat_id) WHERE ((ended_at IS NULL) AND (seat_id IS NOT NULL))
  CREATE UNIQUE INDEX memberships_once ON public.memberships USING btree (community_id, organization_id, person_id) WHERE (ended_at IS NULL)
  CREATE UNIQUE INDEX memberships_pkey ON public.memberships USING btree (community_id, id)

-- missed_call_ends
  community_id integer not null
  call_id uuid not null
  outcome text not null
  voice_id uuid
  ended_at timestamp with time zone not null
  ended_by uuid not null
  constraint missed_call_ends_check CHECK (((outcome = 'voice'::text) = (voice_id IS NOT NULL)))
  constraint missed_call_ends_community_id_call_id_fkey FOREIGN KEY (community_id, call_id) REFERENCES missed_calls(community_id, id)
  constraint missed_call_ends_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint missed_call_ends_community_id_voice_id_fkey FOREIGN KEY (community_id, voice_id) REFERENCES voices(community_id, id)
  constraint missed_call_ends_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people(id)
  constraint missed_call_ends_outcome_check CHECK ((outcome = ANY (ARRAY['voice'::text, 'nothing_wanted'::text, 'not_reached'::text, 'no_number'::text])))
  constraint missed_call_ends_pkey PRIMARY KEY (community_id, call_id)
  CREATE UNIQUE INDEX missed_call_ends_pkey ON public.missed_call_ends USING btree (community_id, call_id)
  CREATE TRIGGER missed_call_ends_kept BEFORE DELETE OR TRUNCATE ON public.missed_call_ends FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- missed_call_words
  community_id integer not null
  call_id uuid not null
  words text not null
  ended_at timestamp with time zone
  constraint missed_call_words_community_id_call_id_fkey FOREIGN KEY (community_id, call_id) REFERENCES missed_calls(community_id, id)
  constraint missed_call_words_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint missed_call_words_pkey PRIMARY KEY (community_id, call_id)
  constraint missed_call_words_words_check CHECK ((words <> ''::text))
  CREATE INDEX missed_call_words_ended ON public.missed_call_words USING btree (ended_at) WHERE (ended_at IS NOT NULL)
  CREATE UNIQUE INDEX missed_call_words_pkey ON public.missed_call_words USING btree (community_id, call_id)

-- missed_calls
  community_id integer not null
  id uuid not null
  line text not null
  called_at timestamp with time zone not null
  due_at timestamp with time zone not null
  caller_id uuid
  registered_at timestamp with time zone not null
  registered_by uuid not null
  constraint missed_calls_check CHECK ((due_at > called_at))
  constraint missed_calls_community_id_caller_id_fkey FOREIGN KEY (community_id, caller_id) REFERENCES reporters(community_id, id)
  constraint missed_calls_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint missed_calls_line_check CHECK ((line = ANY (ARRAY['telephone'::text, 'complaint_line'::text])))
  constraint missed_calls_pkey PRIMARY KEY (community_id, id)
  constraint missed_calls_registered_by_fkey FOREIGN KEY (registered_by) REFERENCES people(id)
  CREATE INDEX missed_calls_by_time ON public.missed_calls USING btree (community_id, called_at DESC)
  CREATE INDEX missed_calls_of_caller ON public.missed_calls USING btree (community_id, caller_id) WHERE (caller_id IS NOT NULL)
  CREATE UNIQUE INDEX missed_calls_pkey ON public.missed_calls USING btree (community_id, id)
  CREATE TRIGGER missed_calls_kept BEFORE DELETE OR TRUNCATE ON public.missed_calls FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- module_switches
  community_id integer not null
  id uuid not null
  module text not null
  state text not null
  reason text not null
  switched_at timestamp with time zone not null
  switched_by uuid not null
  constraint module_switches_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint module_switches_module_check CHECK ((module = 'party_organization'::text))
  constraint module_switches_pkey PRIMARY KEY (community_id, id)
  constraint module_switches_reason_check CHECK ((reason <> ''::text))
  constraint module_switches_state_check CHECK ((state = ANY (ARRAY['on'::text, 'off'::text])))
  constraint module_switches_switched_by_fkey FOREIGN KEY (switched_by) REFERENCES people(id)
  CREATE INDEX module_switches_newest ON public.module_switches USING btree (community_id, module, switched_at DESC)
  CREATE UNIQUE INDEX module_switches_pkey ON public.module_switches USING btree (community_id, id)
  CREATE TRIGGER module_switches_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.module_switches FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- notice_digest_items
  community_id integer not null
  digest_id uuid not null
  notice_id uuid not null
  place smallint not null
  constraint notice_digest_items_community_id_digest_id_fkey FOREIGN KEY (community_id, digest_id) REFERENCES notice_digests(community_id, id) ON DELETE CASCADE
  constraint notice_digest_items_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint notice_digest_items_community_id_notice_id_fkey FOREIGN KEY (community_id, notice_id) REFERENCES notices(community_id, id) ON DELETE CASCADE
  constraint notice_digest_items_pkey PRIMARY KEY (community_id, notice_id)
  CREATE INDEX notice_digest_items_in_order ON public.notice_digest_items USING btree (community_id, digest_id, place)
  CREATE UNIQUE INDEX notice_digest_items_pkey ON public.notice_digest_items USING btree (community_id, notice_id)

-- notice_digests
  community_id integer not null
  id uuid not null
  person_id uuid not null
  period text not null
  made_at timestamp with time zone not null
  constraint notice_digests_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint notice_digests_community_id_person_id_period_key UNIQUE (community_id, person_id, period)
  constraint notice_digests_period_check CHECK ((period ~ '^\d{4}-(W\d{2}|\d{2}-\d{2})$'::text))
  constraint notice_digests_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint notice_digests_pkey PRIMARY KEY (community_id, id)
  CREATE UNIQUE INDEX notice_digests_community_id_person_id_period_key ON public.notice_digests USING btree (community_id, person_id, period)
  CREATE UNIQUE INDEX notice_digests_pkey ON public.notice_digests USING btree (community_id, id)

-- notice_preferences
  community_id integer not null
  id uuid not null
  person_id uuid not null
  way text not null
  digest text not null
  quiet_from smallint not null
  quiet_to smallint not null
  muted text[] not null default '{}'::text[]
  said_way text not null
  set_at timestamp with time zone not null
  set_by uuid
  constraint notice_preferences_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint notice_preferences_digest_check CHECK ((digest = ANY (ARRAY['daily'::text, 'weekly'::text, 'never'::text])))
  constraint notice_preferences_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint notice_preferences_pkey PRIMARY KEY (community_id, id)
  constraint notice_preferences_quiet_from_check CHECK (((quiet_from >= 0) AND (quiet_from <= 23)))
  constraint notice_preferences_quiet_to_check CHECK (((quiet_to >= 0) AND (quiet_to <= 23)))
  constraint notice_preferences_said_way_check CHECK ((said_way = ANY (ARRAY['page'::text, 'phone'::text, 'desk'::text, 'paper'::text, 'link'::text, 'program'::text])))
  constraint notice_preferences_set_by_fkey FOREIGN KEY (set_by) REFERENCES people(id)
  constraint notice_preferences_way_check CHECK ((way = ANY (ARRAY['page'::text, 'mail'::text, 'sms'::text, 'call'::text, 'letter'::text, 'wechat'::text])))
  CREATE INDEX notice_preferences_of_person ON public.notice_preferences USING btree (community_id, person_id, set_at DESC, id DESC)
  CREATE UNIQUE INDEX notice_preferences_pkey ON public.notice_preferences USING btree (community_id, id)

-- notice_readings
  community_id integer not null
  notice_id uuid not null
  read_at timestamp with time zone not null
  constraint notice_readings_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint notice_readings_community_id_notice_id_fkey FOREIGN KEY (community_id, notice_id) REFERENCES notices(community_id, id) ON DELETE CASCADE
  constraint notice_readings_pkey PRIMARY KEY (community_id, notice_id)
  CREATE UNIQUE INDEX notice_readings_pkey ON public.notice_readings USING btree (community_id, notice_id)

-- notice_stops
  community_id integer not null
  reporter_id uuid not null
  said_way text not null
  stopped_at timestamp with time zone not null
  stopped_by uuid
  constraint notice_stops_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint notice_stops_community_id_reporter_id_fkey FOREIGN KEY (community_id, reporter_id) REFERENCES reporters(community_id, id)
  constraint notice_stops_pkey PRIMARY KEY (community_id, reporter_id)
  constraint notice_stops_said_way_check CHECK ((said_way = ANY (ARRAY['phone'::text, 'desk'::text, 'paper'::text, 'link'::text])))
  constraint notice_stops_stopped_by_fkey FOREIGN KEY (stopped_by) REFERENCES people(id)
  CREATE UNIQUE INDEX notice_stops_pkey ON public.notice_stops USING btree (community_id, reporter_id)

-- notices
  community_id integer not null
  id uuid not null
  person_id uuid not null
  at timestamp with time zone not null
  topic text not null
  template text not null
  facts jsonb not null default '{}'::jsonb
  about_kind text not null
  about_id uuid
  about_number text
  event text not null
  instant boolean not null
  deadline_at timestamp with time zone
  constraint notices_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint notices_community_id_person_id_event_key UNIQUE (community_id, person_id, event)
  constraint notices_event_check CHECK ((event <> ''::text))
  constraint notices_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint notices_pkey PRIMARY KEY (community_id, id)
  constraint notices_template_check CHECK ((template ~ '^[a-z_]+\.[a-z_]+$'::text))
  CREATE INDEX notices_about ON public.notices USING btree (community_id, about_id) WHERE (about_id IS NOT NULL)
  CREATE INDEX notices_of_person ON public.notices USING btree (community_id, person_id, at DESC, id DESC)
  CREATE UNIQUE INDEX notices_community_id_person_id_event_key ON public.notices USING btree (community_id, person_id, event)
  CREATE UNIQUE INDEX notices_pkey ON public.notices USING btree (community_id, id)

-- opened_slips
  community_id integer not null
  opening_id uuid not null
  position integer not null
  serial integer
  outcome text not null
  voice_id uuid
  entered_at timestamp with time zone not null
  entered_by uuid not null
  constraint opened_slips_check CHECK (((outcome = 'voice'::text) = (voice_id IS NOT NULL)))
  constraint opened_slips_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint opened_slips_community_id_opening_id_fkey FOREIGN KEY (community_id, opening_id) REFERENCES box_openings(community_id, id)
  constraint opened_slips_community_id_voice_id_fkey FOREIGN KEY (community_id, voice_id) REFERENCES voices(community_id, id)
  constraint opened_slips_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people(id)
  constraint opened_slips_outcome_check CHECK ((outcome = ANY (ARRAY['voice'::text, 'unreadable'::text])))
  constraint opened_slips_pkey PRIMARY KEY (community_id, opening_id, "position")
  constraint opened_slips_position_check CHECK (("position" > 0))
  CREATE UNIQUE INDEX opened_slips_once ON public.opened_slips USING btree (community_id, serial) WHERE (serial IS NOT NULL)
  CREATE UNIQUE INDEX opened_slips_pkey ON public.opened_slips USING btree (community_id, opening_id, "position")
  CREATE TRIGGER opened_slips_kept BEFORE DELETE OR TRUNCATE ON public.opened_slips FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- organization_filings
  community_id integer not null
  id uuid not null
  organization_id uuid not null
  reference text not null
  filed_on date not null
  noted_at timestamp with time zone not null
  noted_by uuid not null
  constraint organization_filings_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint organization_filings_community_id_organization_id_fkey FOREIGN KEY (community_id, organization_id) REFERENCES organizations(community_id, id)
  constraint organization_filings_noted_by_fkey FOREIGN KEY (noted_by) REFERENCES people(id)
  constraint organization_filings_pkey PRIMARY KEY (community_id, id)
  constraint organization_filings_reference_check CHECK ((reference <> ''::text))
  CREATE UNIQUE INDEX organization_filings_pkey ON public.organization_filings USING btree (community_id, id)

-- organizations
  community_id integer not null
  id uuid not null
  kind text not null
  level text
  parent_id uuid
  name text not null
  name_en text
  purpose text
  capacity text
  lead_mode text not null default 'joint'::text
  phone text
  founded_on date
  created_at timestamp with time zone not null
  created_by uuid
  ended_at timestamp with time zone
  ended_by uuid
  end_reason text
  constraint organizations_check CHECK (((kind = 'party_organization'::text) = (level IS NOT NULL)))
  constraint organizations_check1 CHECK (((ended_at IS NULL) = (end_reason IS NULL)))
  constraint organizations_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint organizations_community_id_parent_id_fkey FOREIGN KEY (community_id, parent_id) REFERENCES organizations(community_id, id)
  constraint organizations_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id)
  constraint organizations_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people(id)
  constraint organizations_kind_check CHECK ((kind = ANY (ARRAY['party_organization'::text, 'residents_committee'::text, 'supervisory_committee'::text, 'residents_representatives'::text, 'building_chiefs'::text, 'deliberative_council'::text, 'owners_committee'::text, 'property_provider'::text, 'community_police'::text, 'trade_union'::text, 'youth_league'::text, 'womens_federation'::text, 'volunteer_team'::text, 'arts_group'::text, 'community_association'::text, 'school'::text, 'local_institution'::text, 'government_body'::text, 'other'::text])))
  constraint organizations_lead_mode_check CHECK ((lead_mode = ANY (ARRAY['resident_led'::text, 'joint'::text, 'committee_led'::text])))
  constraint organizations_level_check CHECK ((level = ANY (ARRAY['general_branch'::text, 'branch'::text, 'group'::text])))
  constraint organizations_name_check CHECK ((name <> ''::text))
  constraint organizations_pkey PRIMARY KEY (community_id, id)
  CREATE INDEX organizations_below ON public.organizations USING btree (community_id, parent_id) WHERE (parent_id IS NOT NULL)
  CREATE UNIQUE INDEX organizations_named_once ON public.organizations USING btree (community_id, kind, name) WHERE (ended_at IS NULL)
  CREATE UNIQUE INDEX organizations_pkey ON public.organizations USING btree (community_id, id)

-- outlines
  community_id integer not null
  id uuid not null
  place_id uuid
  polygons jsonb
  way text not null
  datum_given text not null
  set_at timestamp with time zone not null
  set_by uuid
  constraint outlines_check CHECK (((polygons IS NULL) = (way = 'removed'::text)))
  constraint outlines_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint outlines_community_id_place_id_fkey FOREIGN KEY (community_id, place_id) REFERENCES places(community_id, id)
  constraint outlines_datum_given_check CHECK ((datum_given = ANY (ARRAY['WGS84'::text, 'GCJ02'::text, 'BD09'::text])))
  constraint outlines_pkey PRIMARY KEY (community_id, id)
  constraint outlines_polygons_check CHECK ((octet_length((polygons)::text) <= 400000))
  constraint outlines_set_by_fkey FOREIGN KEY (set_by) REFERENCES people(id)
  constraint outlines_way_check CHECK ((way = ANY (ARRAY['drawn'::text, 'imported'::text, 'removed'::text])))
  CREATE INDEX outlines_newest ON public.outlines USING btree (community_id, place_id, set_at DESC, id DESC)
  CREATE UNIQUE INDEX outlines_pkey ON public.outlines USING btree (community_id, id)
  CREATE TRIGGER outlines_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.outlines FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- party_refusals
  community_id integer not null
  id uuid not null
  meeting_id uuid not null
  entry_id uuid not null
  reason text not null
  refused_at timestamp with time zone not null
  noted_by uuid not null
  constraint party_refusals_community_id_entry_id_fkey FOREIGN KEY (community_id, entry_id) REFERENCES roll_entries(community_id, id)
  constraint party_refusals_community_id_entry_id_key UNIQUE (community_id, entry_id)
  constraint party_refusals_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint party_refusals_community_id_meeting_id_fkey FOREIGN KEY (community_id, meeting_id) REFERENCES meetings(community_id, id)
  constraint party_refusals_noted_by_fkey FOREIGN KEY (noted_by) REFERENCES people(id)
  constraint party_refusals_pkey PRIMARY KEY (community_id, id)
  constraint party_refusals_reason_check CHECK ((reason <> ''::text))
  CREATE UNIQUE INDEX party_refusals_community_id_entry_id_key ON public.party_refusals USING btree (community_id, entry_id)
  CREATE UNIQUE INDEX party_refusals_pkey ON public.party_refusals USING btree (community_id, id)
  CREATE TRIGGER party_refusals_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.party_refusals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- passwords
  person_id uuid not null
  hash text not null
  changed_at timestamp with time zone not null default now()
  temporary_until timestamp with time zone
  constraint passwords_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint passwords_pkey PRIMARY KEY (person_id)
  CREATE UNIQUE INDEX passwords_pkey ON public.passwords USING btree (person_id)

-- people
  id uuid not null
  name text
  username text
  locale text not null default 'zh-CN'::text
  created_at timestamp with time zone not null default now()
  created_by uuid
  ended_at timestamp with time zone
  ended_by uuid
  name_sealed bytea
  phone_sealed bytea
  phone_index bytea
  email_sealed bytea
  erased_at timestamp with time zone
  wechat_sealed bytea
  constraint people_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id)
  constraint people_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people(id)
  constraint people_locale_check CHECK ((locale = ANY (ARRAY['zh-CN'::text, 'en'::text])))
  constraint people_name_check CHECK (((name = ''::text) = (erased_at IS NOT NULL)))
  constraint people_named_once CHECK ((num_nonnulls(name, name_sealed) = 1))
  constraint people_phone_with_index CHECK (((phone_index IS NULL) OR (phone_sealed IS NOT NULL)))
  constraint people_pkey PRIMARY KEY (id)
  constraint people_username_check CHECK ((username = lower(username)))
  CREATE UNIQUE INDEX people_phone_index ON public.people USING btree (phone_index) WHERE (phone_index IS NOT NULL)
  CREATE UNIQUE INDEX people_pkey ON public.people USING btree (id)
  CREATE UNIQUE INDEX people_username ON public.people USING btree (username) WHERE (username IS NOT NULL)

-- phone_codes
  id uuid not null
  community_id integer not null
  code_hmac bytea not null
  created_at timestamp with time zone not null default now()
  expires_at timestamp with time zone not null
  tries smallint not null default 0
  phone_index bytea not null
  person_id uuid not null
  phone_sealed bytea not null
  name_sealed bytea not null
  key_suite text not null
  key_generation integer not null
  key_wrapped bytea not null
  constraint phone_codes_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint phone_codes_pkey PRIMARY KEY (id)
  CREATE INDEX phone_codes_by_phone ON public.phone_codes USING btree (phone_index, created_at)
  CREATE UNIQUE INDEX phone_codes_pkey ON public.phone_codes USING btree (id)

-- place_points
  community_id integer not null
  id uuid not null
  place_id uuid not null
  latitude double precision not null
  longitude double precision not null
  datum_given text not null
  set_at timestamp with time zone not null
  set_by uuid
  constraint place_points_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint place_points_community_id_place_id_fkey FOREIGN KEY (community_id, place_id) REFERENCES places(community_id, id)
  constraint place_points_datum_given_check CHECK ((datum_given = ANY (ARRAY['WGS84'::text, 'GCJ02'::text, 'BD09'::text])))
  constraint place_points_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision)))
  constraint place_points_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision)))
  constraint place_points_pkey PRIMARY KEY (community_id, id)
  constraint place_points_set_by_fkey FOREIGN KEY (set_by) REFERENCES people(id)
  CREATE INDEX place_points_newest ON public.place_points USING btree (community_id, place_id, set_at DESC, id DESC)
  CREATE UNIQUE INDEX place_points_pkey ON public.place_points USING btree (community_id, id)
  CREATE TRIGGER place_points_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.place_points FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- places
  community_id integer not null
  id uuid not null
  parent_id uuid
  level text not null
  name text not null
  full_name text not null
  building_id uuid
  created_at timestamp with time zone not null default now()
  created_by uuid
  ended_at timestamp with time zone
  constraint places_community_id_building_id_fkey FOREIGN KEY (community_id, building_id) REFERENCES places(community_id, id)
  constraint places_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint places_community_id_parent_id_fkey FOREIGN KEY (community_id, parent_id) REFERENCES places(community_id, id)
  constraint places_level_check CHECK ((level = ANY (ARRAY['grid'::text, 'estate'::text, 'building'::text, 'unit'::text, 'household'::text])))
  constraint places_name_check CHECK ((name <> ''::text))
  constraint places_pkey PRIMARY KEY (community_id, id)
  CREATE INDEX places_by_building ON public.places USING btree (community_id, building_id, level)
  CREATE INDEX places_households ON public.places USING btree (community_id) WHERE ((level = 'household'::text) AND (ended_at IS NULL))
  CREATE UNIQUE INDEX places_named_once ON public.places USING btree (community_id, parent_id, level, name) NULLS NOT DISTINCT WHERE (ended_at IS NULL)
  CREATE UNIQUE INDEX places_pkey ON public.places USING btree (community_id, id)

-- poll_papers
  community_id integer not null
  id uuid not null
  vote_id uuid not null
  ranking smallint[] not null
  papers integer not null
  entered_at timestamp with time zone not null
  entered_by uuid not null
  constraint poll_papers_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint poll_papers_community_id_vote_id_fkey FOREIGN KEY (community_id, vote_id) REFERENCES votes(community_id, id)
  constraint poll_papers_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people(id)
  constraint poll_papers_papers_check CHECK ((papers > 0))
  constraint poll_papers_pkey PRIMARY KEY (community_id, id)
  constraint poll_papers_ranking_check CHECK ((ranking <> '{}'::smallint[]))
  CREATE INDEX poll_papers_of_vote ON public.poll_papers USING btree (community_id, vote_id)
  CREATE UNIQUE INDEX poll_papers_pkey ON public.poll_papers USING btree (community_id, id)
  CREATE TRIGGER poll_papers_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.poll_papers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- program_keys
  community_id integer not null
  id uuid not null
  name text not null
  key_hash bytea not null
  issued_at timestamp with time zone not null
  issued_by uuid
  last_used_at timestamp with time zone
  ended_at timestamp with time zone
  ended_by uuid
  constraint program_keys_check CHECK (((ended_at IS NULL) = (ended_by IS NULL)))
  constraint program_keys_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint program_keys_community_id_key_hash_key UNIQUE (community_id, key_hash)
  constraint program_keys_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people(id)
  constraint program_keys_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES people(id)
  constraint program_keys_name_check CHECK ((name <> ''::text))
  constraint program_keys_pkey PRIMARY KEY (community_id, id)
  CREATE UNIQUE INDEX program_keys_community_id_key_hash_key ON public.program_keys USING btree (community_id, key_hash)
  CREATE UNIQUE INDEX program_keys_pkey ON public.program_keys USING btree (community_id, id)

-- rate_limits
  bucket text not null
  opened_at timestamp with time zone not null
  used integer not null
  constraint rate_limits_pkey PRIMARY KEY (bucket)
  CREATE UNIQUE INDEX rate_limits_pkey ON public.rate_limits USING btree (bucket)

-- recovery_codes
  person_id uuid not null
  hash text not null
  used_at timestamp with time zone
  constraint recovery_codes_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint recovery_codes_pkey PRIMARY KEY (person_id, hash)
  CREATE UNIQUE INDEX recovery_codes_pkey ON public.recovery_codes USING btree (person_id, hash)

-- reporters
  community_id integer not null
  id uuid not null
  person_id uuid
  contact_hours text
  locale text not null default 'zh-CN'::text
  created_at timestamp with time zone not null
  name_sealed bytea
  phone_sealed bytea
  phone_index bytea
  email_sealed bytea
  constraint reporters_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint reporters_locale_check CHECK ((locale = ANY (ARRAY['zh-CN'::text, 'en'::text])))
  constraint reporters_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint reporters_phone_with_index CHECK (((phone_index IS NULL) OR (phone_sealed IS NOT NULL)))
  constraint reporters_pkey PRIMARY KEY (community_id, id)
  CREATE INDEX reporters_by_person ON public.reporters USING btree (community_id, person_id) WHERE (person_id IS NOT NULL)
  CREATE INDEX reporters_by_phone ON public.reporters USING btree (community_id, phone_index) WHERE (phone_index IS NOT NULL)
  CREATE UNIQUE INDEX reporters_pkey ON public.reporters USING btree (community_id, id)

-- resolution_counters
  community_id integer not null
  year smallint not null
  last integer not null
  constraint resolution_counters_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint resolution_counters_pkey PRIMARY KEY (community_id, year)
  CREATE UNIQUE INDEX resolution_counters_pkey ON public.resolution_counters USING btree (community_id, year)

-- resolution_objections
  community_id integer not null
  id uuid not null
  resolution_id uuid not null
  words text not null
  way text not null
  objected_at timestamp with time zone not null
  objected_by uuid
  entered_by uuid
  outcome text
  reason text
  decided_at timestamp with time zone
  decided_by uuid
  constraint resolution_objections_check CHECK ((num_nonnulls(outcome, reason, decided_at, decided_by) = ANY (ARRAY[0, 4])))
  constraint resolution_objections_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint resolution_objections_community_id_resolution_id_fkey FOREIGN KEY (community_id, resolution_id) REFERENCES resolutions(community_id, id)
  constraint resolution_objections_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people(id)
  constraint resolution_objections_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people(id)
  constraint resolution_objections_objected_by_fkey FOREIGN KEY (objected_by) REFERENCES people(id)
  constraint resolution_objections_outcome_check CHECK ((outcome = ANY (ARRAY['upheld'::text, 'corrected'::text, 'annulled'::text])))
  constraint resolution_objections_pkey PRIMARY KEY (community_id, id)
  constraint resolution_objections_way_check CHECK ((way = ANY (ARRAY['page'::text, 'paper'::text])))
  CREATE INDEX resolution_objections_of_resolution ON public.resolution_objections USING btree (community_id, resolution_id, objected_at)
  CREATE UNIQUE INDEX resolution_objections_once ON public.resolution_objections USING btree (community_id, resolution_id, objected_by) WHERE ((objected_by IS NOT NULL) AND (decided_at IS NULL))
  CREATE UNIQUE INDEX resolution_objections_pkey ON public.resolution_objections USING btree (community_id, id)
  CREATE TRIGGER resolution_objections_kept BEFORE DELETE OR TRUNCATE ON public.resolution_objections FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- resolution_steps
  community_id integer not null
  id uuid not null
  resolution_id uuid not null
  step text not null
  reason text
  reference text
  taken_at timestamp with time zone not null
  taken_by uuid not null
  constraint resolution_steps_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint resolution_steps_community_id_resolution_id_fkey FOREIGN KEY (community_id, resolution_id) REFERENCES resolutions(community_id, id)
  constraint resolution_steps_pkey PRIMARY KEY (community_id, id)
  constraint resolution_steps_step_check CHECK ((step = ANY (ARRAY['blocked'::text, 'cleared'::text, 'published'::text, 'filed'::text, 'corrected'::text, 'annulled'::text, 'no_action'::text, 'reported'::text])))
  constraint resolution_steps_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES people(id)
  CREATE INDEX resolution_steps_of_resolution ON public.resolution_steps USING btree (community_id, resolution_id, taken_at)
  CREATE UNIQUE INDEX resolution_steps_pkey ON public.resolution_steps USING btree (community_id, id)
  CREATE TRIGGER resolution_steps_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.resolution_steps FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- resolutions
  community_id integer not null
  id uuid not null
  year smallint not null
  serial integer not null
  meeting_id uuid not null
  item_id uuid not null
  topic_id uuid
  vote_id uuid not null
  body text not null
  effect text not null
  text text not null
  must_file boolean not null default false
  party_id uuid
  resolved_at timestamp with time zone not null
  recorded_by uuid not null
  constraint resolutions_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint resolutions_community_id_item_id_fkey FOREIGN KEY (community_id, item_id) REFERENCES agenda_items(community_id, id)
  constraint resolutions_community_id_meeting_id_fkey FOREIGN KEY (community_id, meeting_id) REFERENCES meetings(community_id, id)
  constraint resolutions_community_id_party_id_fkey FOREIGN KEY (community_id, party_id) REFERENCES joint_parties(community_id, id)
  constraint resolutions_community_id_topic_id_fkey FOREIGN KEY (community_id, topic_id) REFERENCES topics(community_id, id)
  constraint resolutions_community_id_vote_id_fkey FOREIGN KEY (community_id, vote_id) REFERENCES votes(community_id, id)
  constraint resolutions_community_id_year_serial_key UNIQUE (community_id, year, serial)
  constraint resolutions_effect_check CHECK ((effect = ANY (ARRAY['binding'::text, 'advisory'::text])))
  constraint resolutions_pkey PRIMARY KEY (community_id, id)
  constraint resolutions_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES people(id)
  constraint resolutions_text_check CHECK ((text <> ''::text))
  CREATE INDEX resolutions_of_meeting ON public.resolutions USING btree (community_id, meeting_id)
  CREATE INDEX resolutions_of_topic ON public.resolutions USING btree (community_id, topic_id) WHERE (topic_id IS NOT NULL)
  CREATE UNIQUE INDEX resolutions_community_id_year_serial_key ON public.resolutions USING btree (community_id, year, serial)
  CREATE UNIQUE INDEX resolutions_pkey ON public.resolutions USING btree (community_id, id)
  CREATE TRIGGER resolutions_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.resolutions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- responsibilities
  community_id integer not null
  id uuid not null
  holder text not null
  standing text not null
  matter text not null
  category text
  basis text
  entered_at timestamp with time zone not null
  entered_by uuid
  ended_at timestamp with time zone
  ended_by uuid
  end_reason text
  constraint responsibilities_category_fkey FOREIGN KEY (category) REFERENCES categories(code)
  constraint responsibilities_check CHECK (((ended_at IS NULL) = (end_reason IS NULL)))
  constraint responsibilities_check1 CHECK (((standing <> 'residents_can'::text) OR (holder = 'residents_groups'::text)))
  constraint responsibilities_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint responsibilities_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people(id)
  constraint responsibilities_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people(id)
  constraint responsibilities_holder_check CHECK ((holder = ANY (ARRAY['residents_committee'::text, 'party_organization'::text, 'service_station'::text, 'residents_groups'::text, 'owners'::text, 'property_provider'::text, 'government'::text])))
  constraint responsibilities_matter_check CHECK ((matter <> ''::text))
  constraint responsibilities_pkey PRIMARY KEY (community_id, id)
  constraint responsibilities_standing_check CHECK ((standing = ANY (ARRAY['does'::text, 'helps'::text, 'not_to_be_asked'::text, 'residents_can'::text])))
  CREATE INDEX responsibilities_by_category ON public.responsibilities USING btree (community_id, category) WHERE ((ended_at IS NULL) AND (category IS NOT NULL))
  CREATE UNIQUE INDEX responsibilities_once ON public.responsibilities USING btree (community_id, holder, matter) WHERE (ended_at IS NULL)
  CREATE UNIQUE INDEX responsibilities_pkey ON public.responsibilities USING btree (community_id, id)

-- roles
  id uuid not null
  person_id uuid not null
  role text not null
  district_id integer
  street_id integer
  community_id integer
  place_id uuid
  unit_name text
  starts_at timestamp with time zone not null default now()
  ends_at timestamp with time zone
  given_by uuid
  given_at timestamp with time zone not null default now()
  ended_at timestamp with time zone
  ended_by uuid
  end_reason text
  constraint roles_check CHECK ((ends_at > starts_at))
  constraint roles_check1 CHECK (
CASE role
    WHEN 'district_supervisor'::text THEN ((district_id IS NOT NULL) AND (street_id IS NULL) AND (community_id IS NULL))
    WHEN 'street_supervisor'::text THEN ((street_id IS NOT NULL) AND (district_id IS NULL) AND (community_id IS NULL))
    ELSE ((community_id IS NOT NULL) AND (district_id IS NULL) AND (street_id IS NULL))
END)
  constraint roles_check2 CHECK (((role <> ALL (ARRAY['building_chief'::text, 'liaison_officer'::text])) OR (place_id IS NOT NULL)))
  constraint roles_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint roles_community_id_place_id_fkey FOREIGN KEY (community_id, place_id) REFERENCES places(community_id, id)
  constraint roles_district_id_fkey FOREIGN KEY (district_id) REFERENCES districts(id)
  constraint roles_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people(id)
  constraint roles_given_by_fkey FOREIGN KEY (given_by) REFERENCES people(id)
  constraint roles_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint roles_pkey PRIMARY KEY (id)
  constraint roles_role_check CHECK ((role = ANY (ARRAY['resident'::text, 'building_chief'::text, 'liaison_officer'::text, 'community_worker'::text, 'community_secretary'::text, 'supervisory_member'::text, 'property_manager'::text, 'street_supervisor'::text, 'district_supervisor'::text, 'administrator'::text])))
  constraint roles_street_id_fkey FOREIGN KEY (street_id) REFERENCES streets(id)
  CREATE INDEX roles_in_community ON public.roles USING btree (community_id, role) WHERE (ended_at IS NULL)
  CREATE INDEX roles_of_person ON public.roles USING btree (person_id)
  CREATE UNIQUE INDEX roles_pkey ON public.roles USING btree (id)

-- roll_call_answers
  community_id integer not null
  id uuid not null
  vote_id uuid not null
  entry_id uuid not null
  answer text not null
  words text
  answered_at timestamp with time zone not null
  entered_by uuid not null
  constraint roll_call_answers_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text, 'abstain'::text])))
  constraint roll_call_answers_community_id_entry_id_fkey FOREIGN KEY (community_id, entry_id) REFERENCES roll_entries(community_id, id)
  constraint roll_call_answers_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint roll_call_answers_community_id_vote_id_fkey FOREIGN KEY (community_id, vote_id) REFERENCES votes(community_id, id)
  constraint roll_call_answers_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people(id)
  constraint roll_call_answers_pkey PRIMARY KEY (community_id, id)
  CREATE INDEX roll_call_answers_of_vote ON public.roll_call_answers USING btree (community_id, vote_id, entry_id, answered_at DESC, id DESC)
  CREATE UNIQUE INDEX roll_call_answers_pkey ON public.roll_call_answers USING btree (community_id, id)
  CREATE TRIGGER roll_call_answers_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.roll_call_answers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- roll_entries
  community_id integer not null
  id uuid not null
  meeting_id uuid not null
  person_id uuid
  place_id uuid
  seat_id uuid
  party_id uuid
  label text
  part text not null
  required boolean not null default false
  votes boolean not null default true
  standing text not null default 'absent'::text
  marked_at timestamp with time zone
  constraint roll_entries_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint roll_entries_community_id_meeting_id_fkey FOREIGN KEY (community_id, meeting_id) REFERENCES meetings(community_id, id)
  constraint roll_entries_community_id_party_id_fkey FOREIGN KEY (community_id, party_id) REFERENCES joint_parties(community_id, id)
  constraint roll_entries_community_id_place_id_fkey FOREIGN KEY (community_id, place_id) REFERENCES places(community_id, id)
  constraint roll_entries_community_id_seat_id_fkey FOREIGN KEY (community_id, seat_id) REFERENCES seats(community_id, id)
  constraint roll_entries_part_check CHECK ((part = ANY (ARRAY['household'::text, 'resident'::text, 'representative'::text, 'committee'::text, 'chief'::text, 'party'::text, 'seat'::text, 'side'::text, 'guest'::text])))
  constraint roll_entries_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint roll_entries_pkey PRIMARY KEY (community_id, id)
  constraint roll_entries_standing_check CHECK ((standing = ANY (ARRAY['present'::text, 'proxy'::text, 'paper'::text, 'excused'::text, 'absent'::text, 'recused'::text])))
  CREATE INDEX roll_entries_by_label ON public.roll_entries USING btree (community_id, meeting_id, label)
  CREATE INDEX roll_entries_of_meeting ON public.roll_entries USING btree (community_id, meeting_id) INCLUDE (standing, votes)
  CREATE UNIQUE INDEX roll_entries_of_household ON public.roll_entries USING btree (community_id, meeting_id, place_id) WHERE (place_id IS NOT NULL)
  CREATE UNIQUE INDEX roll_entries_of_person ON public.roll_entries USING btree (community_id, meeting_id, person_id) WHERE (person_id IS NOT NULL)
  CREATE UNIQUE INDEX roll_entries_pkey ON public.roll_entries USING btree (community_id, id)

-- roll_marks
  community_id integer not null
  id uuid not null
  meeting_id uuid not null
  entry_id uuid not null
  standing text not null
  way text not null
  proxy_entry_id uuid
  document text
  marked_at timestamp with time zone not null
  marked_by uuid
  constraint roll_marks_check CHECK (((standing = 'proxy'::text) = (proxy_entry_id IS NOT NULL)))
  constraint roll_marks_community_id_entry_id_fkey FOREIGN KEY (community_id, entry_id) REFERENCES roll_entries(community_id, id)
  constraint roll_marks_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint roll_marks_community_id_meeting_id_fkey FOREIGN KEY (community_id, meeting_id) REFERENCES meetings(community_id, id)
  constraint roll_marks_community_id_proxy_entry_id_fkey FOREIGN KEY (community_id, proxy_entry_id) REFERENCES roll_entries(community_id, id)
  constraint roll_marks_marked_by_fkey FOREIGN KEY (marked_by) REFERENCES people(id)
  constraint roll_marks_pkey PRIMARY KEY (community_id, id)
  constraint roll_marks_standing_check CHECK ((standing = ANY (ARRAY['present'::text, 'proxy'::text, 'paper'::text, 'excused'::text, 'absent'::text, 'recused'::text])))
  constraint roll_marks_way_check CHECK ((way = ANY (ARRAY['desk'::text, 'code'::text, 'paper_roll'::text, 'proxy'::text, 'paper_ballot'::text])))
  CREATE INDEX roll_marks_of_entry ON public.roll_marks USING btree (community_id, entry_id, marked_at)
  CREATE INDEX roll_marks_of_proxy ON public.roll_marks USING btree (community_id, proxy_entry_id) WHERE (proxy_entry_id IS NOT NULL)
  CREATE UNIQUE INDEX roll_marks_pkey ON public.roll_marks USING btree (community_id, id)
  CREATE TRIGGER roll_marks_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.roll_marks FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- roll_seals
  community_id integer not null
  id uuid not null
  meeting_id uuid not null
  moment text not null
  eligible integer not null
  present integer not null
  excused integer not null
  absent integer not null
  quorum integer
  sha256 text not null
  sealed_at timestamp with time zone not null
  sealed_by uuid not null
  constraint roll_seals_check CHECK ((((present + excused) + absent) = eligible))
  constraint roll_seals_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint roll_seals_community_id_meeting_id_fkey FOREIGN KEY (community_id, meeting_id) REFERENCES meetings(community_id, id)
  constraint roll_seals_moment_check CHECK ((moment = ANY (ARRAY['opened'::text, 'inquorate'::text, 'adjourned'::text, 'closed'::text])))
  constraint roll_seals_pkey PRIMARY KEY (community_id, id)
  constraint roll_seals_sealed_by_fkey FOREIGN KEY (sealed_by) REFERENCES people(id)
  CREATE INDEX roll_seals_of_meeting ON public.roll_seals USING btree (community_id, meeting_id, sealed_at)
  CREATE UNIQUE INDEX roll_seals_pkey ON public.roll_seals USING btree (community_id, id)
  CREATE TRIGGER roll_seals_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.roll_seals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- saved_filters
  community_id integer not null
  id uuid not null
  person_id uuid not null
  name text not null
  query text not null
  created_at timestamp with time zone not null
  constraint saved_filters_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint saved_filters_community_id_person_id_name_key UNIQUE (community_id, person_id, name)
  constraint saved_filters_name_check CHECK ((name <> ''::text))
  constraint saved_filters_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint saved_filters_pkey PRIMARY KEY (community_id, id)
  CREATE UNIQUE INDEX saved_filters_community_id_person_id_name_key ON public.saved_filters USING btree (community_id, person_id, name)
  CREATE UNIQUE INDEX saved_filters_pkey ON public.saved_filters USING btree (community_id, id)

-- seats
  community_id integer not null
  id uuid not null
  organization_id uuid not null
  name text not null
  place_id uuid
  households integer
  by_lot boolean not null default false
  created_at timestamp with time zone not null
  created_by uuid
  ended_at timestamp with time zone
  ended_by uuid
  constraint seats_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint seats_community_id_organization_id_fkey FOREIGN KEY (community_id, organization_id) REFERENCES organizations(community_id, id)
  constraint seats_community_id_place_id_fkey FOREIGN KEY (community_id, place_id) REFERENCES places(community_id, id)
  constraint seats_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id)
  constraint seats_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people(id)
  constraint seats_households_check CHECK ((households > 0))
  constraint seats_name_check CHECK ((name <> ''::text))
  constraint seats_pkey PRIMARY KEY (community_id, id)
  CREATE INDEX seats_of_organization ON public.seats USING btree (community_id, organization_id)
  CREATE UNIQUE INDEX seats_pkey ON public.seats USING btree (community_id, id)

-- security_events
  id uuid not null
  at timestamp with time zone not null
  name text not null
  person_id uuid
  actor_id uuid
  community_id integer
  data jsonb not null default '{}'::jsonb
  constraint security_events_pkey PRIMARY KEY (id)
  CREATE INDEX security_events_by_time ON public.security_events USING btree (at)
  CREATE INDEX security_events_of_community ON public.security_events USING btree (community_id, at) WHERE (community_id IS NOT NULL)
  CREATE INDEX security_events_of_person ON public.security_events USING btree (person_id, at) WHERE (person_id IS NOT NULL)
  CREATE UNIQUE INDEX security_events_pkey ON public.security_events USING btree (id)
  CREATE TRIGGER security_events_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.security_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- service_attributes
  community_id integer not null
  category text not null
  code text not null
  sort smallint not null
  datatype text not null
  required boolean not null
  variable boolean not null default true
  question_zh text not null
  question_en text not null
  hint_zh text
  hint_en text
  choices jsonb not null default '[]'::jsonb
  id uuid not null default gen_random_uuid()
  asked_since timestamp with time zone
  asked_by uuid
  ended_at timestamp with time zone
  ended_by uuid
  constraint service_attributes_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES people(id)
  constraint service_attributes_category_fkey FOREIGN KEY (category) REFERENCES categories(code)
  constraint service_attributes_check CHECK (((datatype = ANY (ARRAY['singlevaluelist'::text, 'multivaluelist'::text])) = (jsonb_array_length(choices) > 0)))
  constraint service_attributes_check1 CHECK ((variable OR (NOT required)))
  constraint service_attributes_code_check CHECK ((code ~ '^[A-Za-z0-9_-]{1,40}$'::text))
  constraint service_attributes_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint service_attributes_datatype_check CHECK ((datatype = ANY (ARRAY['string'::text, 'number'::text, 'datetime'::text, 'text'::text, 'singlevaluelist'::text, 'multivaluelist'::text])))
  constraint service_attributes_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people(id)
  constraint service_attributes_pkey PRIMARY KEY (community_id, id)
  constraint service_attributes_question_en_check CHECK ((question_en <> ''::text))
  constraint service_attributes_question_zh_check CHECK ((question_zh <> ''::text))
  constraint service_attributes_sort_check CHECK ((sort > 0))
  CREATE UNIQUE INDEX service_attributes_asked ON public.service_attributes USING btree (community_id, category, code) WHERE (ended_at IS NULL)
  CREATE UNIQUE INDEX service_attributes_in_order ON public.service_attributes USING btree (community_id, category, sort) WHERE (ended_at IS NULL)
  CREATE UNIQUE INDEX service_attributes_pkey ON public.service_attributes USING btree (community_id, id)

-- sessions
  token_hash bytea not null
  id uuid not null
  kind text not null
  assurance text not null
  person_id uuid
  community_id integer
  voice_id uuid
  created_at timestamp with time zone not null
  last_seen_at timestamp with time zone not null
  idle_until timestamp with time zone not null
  absolute_until timestamp with time zone not null
  stepped_up_at timestamp with time zone
  ended_at timestamp with time zone
  device text not null default ''::text
  place bytea
  constraint sessions_assurance_check CHECK ((assurance = ANY (ARRAY['first_factor'::text, 'full'::text])))
  constraint sessions_check CHECK (((kind = 'holder'::text) = (person_id IS NULL)))
  constraint sessions_check1 CHECK (((kind = 'holder'::text) = (voice_id IS NOT NULL)))
  constraint sessions_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint sessions_id_key UNIQUE (id)
  constraint sessions_kind_check CHECK ((kind = ANY (ARRAY['staff'::text, 'resident'::text, 'holder'::text])))
  constraint sessions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint sessions_pkey PRIMARY KEY (token_hash)
  CREATE INDEX sessions_of_person ON public.sessions USING btree (person_id) WHERE (ended_at IS NULL)
  CREATE UNIQUE INDEX sessions_id_key ON public.sessions USING btree (id)
  CREATE UNIQUE INDEX sessions_pkey ON public.sessions USING btree (token_hash)

-- sign_in_resets
  community_id integer not null
  id uuid not null
  person_id uuid not null
  asked_by uuid not null
  asked_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  seconded_by uuid
  seconded_at timestamp with time zone
  dropped_by uuid
  dropped_at timestamp with time zone
  constraint sign_in_resets_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES people(id)
  constraint sign_in_resets_check CHECK ((asked_by <> person_id))
  constraint sign_in_resets_check1 CHECK (((seconded_by <> asked_by) AND (seconded_by <> person_id)))
  constraint sign_in_resets_check2 CHECK (((seconded_by IS NULL) = (seconded_at IS NULL)))
  constraint sign_in_resets_check3 CHECK (((dropped_by IS NULL) = (dropped_at IS NULL)))
  constraint sign_in_resets_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint sign_in_resets_dropped_by_fkey FOREIGN KEY (dropped_by) REFERENCES people(id)
  constraint sign_in_resets_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint sign_in_resets_pkey PRIMARY KEY (community_id, id)
  constraint sign_in_resets_seconded_by_fkey FOREIGN KEY (seconded_by) REFERENCES people(id)
  CREATE UNIQUE INDEX sign_in_resets_open ON public.sign_in_resets USING btree (community_id, person_id) WHERE ((seconded_at IS NULL) AND (dropped_at IS NULL))
  CREATE UNIQUE INDEX sign_in_resets_pkey ON public.sign_in_resets USING btree (community_id, id)

-- slip_counters
  community_id integer not null
  last_serial integer not null
  constraint slip_counters_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint slip_counters_pkey PRIMARY KEY (community_id)
  CREATE UNIQUE INDEX slip_counters_pkey ON public.slip_counters USING btree (community_id)

-- slip_prints
  community_id integer not null
  id uuid not null
  box_id uuid not null
  first_serial integer not null
  last_serial integer not null
  printed_at timestamp with time zone not null
  printed_by uuid not null
  constraint slip_prints_check CHECK ((last_serial >= first_serial))
  constraint slip_prints_community_id_box_id_fkey FOREIGN KEY (community_id, box_id) REFERENCES comment_boxes(community_id, id)
  constraint slip_prints_community_id_first_serial_key UNIQUE (community_id, first_serial)
  constraint slip_prints_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint slip_prints_first_serial_check CHECK ((first_serial > 0))
  constraint slip_prints_pkey PRIMARY KEY (community_id, id)
  constraint slip_prints_printed_by_fkey FOREIGN KEY (printed_by) REFERENCES people(id)
  CREATE UNIQUE INDEX slip_prints_community_id_first_serial_key ON public.slip_prints USING btree (community_id, first_serial)
  CREATE UNIQUE INDEX slip_prints_pkey ON public.slip_prints USING btree (community_id, id)
  CREATE TRIGGER slip_prints_kept BEFORE DELETE OR TRUNCATE ON public.slip_prints FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- streets
  id integer not null
  district_id integer not null
  name text not null
  constraint streets_district_id_fkey FOREIGN KEY (district_id) REFERENCES districts(id)
  constraint streets_district_id_name_key UNIQUE (district_id, name)
  constraint streets_name_check CHECK ((name <> ''::text))
  constraint streets_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX streets_district_id_name_key ON public.streets USING btree (district_id, name)
  CREATE UNIQUE INDEX streets_pkey ON public.streets USING btree (id)

-- subject_keys
  community_id integer not null
  id uuid not null
  suite text not null
  generation integer not null
  wrapped bytea
  created_at timestamp with time zone not null
  destroyed_at timestamp with time zone
  destroyed_by uuid
  reason text
  constraint subject_keys_check CHECK (((wrapped IS NULL) = (destroyed_at IS NOT NULL)))
  constraint subject_keys_check1 CHECK (((destroyed_at IS NULL) = (reason IS NULL)))
  constraint subject_keys_check2 CHECK (((destroyed_by IS NULL) OR (destroyed_at IS NOT NULL)))
  constraint subject_keys_community_id_check CHECK ((community_id >= 0))
  constraint subject_keys_destroyed_by_fkey FOREIGN KEY (destroyed_by) REFERENCES people(id)
  constraint subject_keys_generation_check CHECK ((generation > 0))
  constraint subject_keys_pkey PRIMARY KEY (community_id, id)
  constraint subject_keys_suite_check CHECK ((suite = 'intl'::text))
  CREATE UNIQUE INDEX subject_keys_pkey ON public.subject_keys USING btree (community_id, id)
  CREATE TRIGGER subject_keys_destroyed BEFORE UPDATE ON public.subject_keys FOR EACH ROW WHEN ((old.destroyed_at IS NOT NULL)) EXECUTE FUNCTION refuse_new_life()
  CREATE TRIGGER subject_keys_kept BEFORE DELETE OR TRUNCATE ON public.subject_keys FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- tallies
  community_id integer not null
  id uuid not null
  vote_id uuid not null
  outcome text not null
  counts jsonb not null
  sha256 text not null
  counted_at timestamp with time zone not null
  counted_by uuid not null
  witnessed_by uuid
  constraint tallies_check CHECK ((counted_by <> witnessed_by))
  constraint tallies_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint tallies_community_id_vote_id_fkey FOREIGN KEY (community_id, vote_id) REFERENCES votes(community_id, id)
  constraint tallies_community_id_vote_id_key UNIQUE (community_id, vote_id)
  constraint tallies_counted_by_fkey FOREIGN KEY (counted_by) REFERENCES people(id)
  constraint tallies_outcome_check CHECK ((outcome = ANY (ARRAY['passed'::text, 'failed'::text, 'tie'::text, 'inquorate'::text, 'ranked'::text])))
  constraint tallies_pkey PRIMARY KEY (community_id, id)
  constraint tallies_witnessed_by_fkey FOREIGN KEY (witnessed_by) REFERENCES people(id)
  CREATE UNIQUE INDEX tallies_community_id_vote_id_key ON public.tallies USING btree (community_id, vote_id)
  CREATE UNIQUE INDEX tallies_pkey ON public.tallies USING btree (community_id, id)
  CREATE TRIGGER tallies_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.tallies FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- teller_counts
  community_id integer not null
  id uuid not null
  vote_id uuid not null
  round smallint not null
  teller_id uuid not null
  issued integer not null
  returned integer not null
  invalid integer not null
  yes integer not null
  no integer not null
  abstain integer not null
  area bigint
  area_taking_part bigint
  area_yes bigint
  entered_at timestamp with time zone not null
  constraint teller_counts_abstain_check CHECK ((abstain >= 0))
  constraint teller_counts_check CHECK (((returned <= issued) AND ((((invalid + yes) + no) + abstain) = returned)))
  constraint teller_counts_check1 CHECK ((num_nonnulls(area, area_taking_part, area_yes) = ANY (ARRAY[0, 3])))
  constraint teller_counts_check2 CHECK (((area_yes <= area_taking_part) AND (area_taking_part <= area)))
  constraint teller_counts_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint teller_counts_community_id_vote_id_fkey FOREIGN KEY (community_id, vote_id) REFERENCES votes(community_id, id)
  constraint teller_counts_community_id_vote_id_round_teller_id_key UNIQUE (community_id, vote_id, round, teller_id)
  constraint teller_counts_invalid_check CHECK ((invalid >= 0))
  constraint teller_counts_no_check CHECK ((no >= 0))
  constraint teller_counts_pkey PRIMARY KEY (community_id, id)
  constraint teller_counts_round_check CHECK ((round > 0))
  constraint teller_counts_teller_id_fkey FOREIGN KEY (teller_id) REFERENCES people(id)
  constraint teller_counts_yes_check CHECK ((yes >= 0))
  CREATE UNIQUE INDEX teller_counts_community_id_vote_id_round_teller_id_key ON public.teller_counts USING btree (community_id, vote_id, round, teller_id)
  CREATE UNIQUE INDEX teller_counts_pkey ON public.teller_counts USING btree (community_id, id)
  CREATE TRIGGER teller_counts_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.teller_counts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- topic_appeals
  community_id integer not null
  id uuid not null
  topic_id uuid not null
  decline_id uuid not null
  words text not null
  appealed_at timestamp with time zone not null
  appealed_by uuid
  entered_by uuid
  outcome text
  reason text
  decided_at timestamp with time zone
  decided_by uuid
  constraint topic_appeals_appealed_by_fkey FOREIGN KEY (appealed_by) REFERENCES people(id)
  constraint topic_appeals_check CHECK ((num_nonnulls(outcome, reason, decided_at, decided_by) = ANY (ARRAY[0, 4])))
  constraint topic_appeals_community_id_decline_id_fkey FOREIGN KEY (community_id, decline_id) REFERENCES topic_declines(community_id, id)
  constraint topic_appeals_community_id_decline_id_key UNIQUE (community_id, decline_id)
  constraint topic_appeals_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint topic_appeals_community_id_topic_id_fkey FOREIGN KEY (community_id, topic_id) REFERENCES topics(community_id, id)
  constraint topic_appeals_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people(id)
  constraint topic_appeals_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people(id)
  constraint topic_appeals_outcome_check CHECK ((outcome = ANY (ARRAY['upheld'::text, 'rejected'::text])))
  constraint topic_appeals_pkey PRIMARY KEY (community_id, id)
  CREATE UNIQUE INDEX topic_appeals_community_id_decline_id_key ON public.topic_appeals USING btree (community_id, decline_id)
  CREATE UNIQUE INDEX topic_appeals_pkey ON public.topic_appeals USING btree (community_id, id)

-- topic_arguments
  community_id integer not null
  id uuid not null
  topic_id uuid not null
  side text not null
  words text not null
  author_id uuid
  entered_by uuid
  said_at timestamp with time zone not null
  removed_at timestamp with time zone
  removed_by uuid
  removal_reason text
  constraint topic_arguments_author_id_fkey FOREIGN KEY (author_id) REFERENCES people(id)
  constraint topic_arguments_check CHECK (((removed_at IS NULL) = (removal_reason IS NULL)))
  constraint topic_arguments_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint topic_arguments_community_id_topic_id_fkey FOREIGN KEY (community_id, topic_id) REFERENCES topics(community_id, id)
  constraint topic_arguments_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people(id)
  constraint topic_arguments_pkey PRIMARY KEY (community_id, id)
  constraint topic_arguments_removed_by_fkey FOREIGN KEY (removed_by) REFERENCES people(id)
  constraint topic_arguments_side_check CHECK ((side = ANY (ARRAY['for'::text, 'against'::text, 'question'::text])))
  CREATE INDEX topic_arguments_of_topic ON public.topic_arguments USING btree (community_id, topic_id, said_at)
  CREATE UNIQUE INDEX topic_arguments_pkey ON public.topic_arguments USING btree (community_id, id)

-- topic_counters
  community_id integer not null
  year smallint not null
  last integer not null
  constraint topic_counters_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint topic_counters_pkey PRIMARY KEY (community_id, year)
  CREATE UNIQUE INDEX topic_counters_pkey ON public.topic_counters USING btree (community_id, year)

-- topic_declines
  community_id integer not null
  id uuid not null
  topic_id uuid not null
  reason text not null
  declined_at timestamp with time zone not null
  declined_by uuid not null
  constraint topic_declines_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint topic_declines_community_id_topic_id_fkey FOREIGN KEY (community_id, topic_id) REFERENCES topics(community_id, id)
  constraint topic_declines_declined_by_fkey FOREIGN KEY (declined_by) REFERENCES people(id)
  constraint topic_declines_pkey PRIMARY KEY (community_id, id)
  constraint topic_declines_reason_check CHECK ((reason <> ''::text))
  CREATE UNIQUE INDEX topic_declines_pkey ON public.topic_declines USING btree (community_id, id)

-- topic_matters
  code text not null
  name_zh text not null
  name_en text not null
  bodies text[] not null
  effects text[] not null
  delegable boolean not null default false
  articles text[] not null default '{}'::text[]
  passing text
  must_study boolean not null default false
  must_consult boolean not null default false
  sort smallint not null
  constraint topic_matters_bodies_check CHECK ((bodies <> '{}'::text[]))
  constraint topic_matters_check CHECK (((NOT (bodies && ARRAY['owners_assembly'::text, 'affected_owners'::text])) OR (effects = '{advisory}'::text[])))
  constraint topic_matters_code_check CHECK ((code ~ '^[a-z_]{3,40}$'::text))
  constraint topic_matters_effects_check CHECK (((effects <> '{}'::text[]) AND (effects <@ ARRAY['binding'::text, 'advisory'::text, 'referral'::text, 'mediation'::text])))
  constraint topic_matters_name_en_check CHECK ((name_en <> ''::text))
  constraint topic_matters_name_zh_check CHECK ((name_zh <> ''::text))
  constraint topic_matters_passing_check CHECK ((passing = ANY (ARRAY['owners_half'::text, 'owners_three_quarters'::text, 'affected_two_thirds'::text])))
  constraint topic_matters_pkey PRIMARY KEY (code)
  CREATE UNIQUE INDEX topic_matters_pkey ON public.topic_matters USING btree (code)

-- topic_screenings
  community_id integer not null
  id uuid not null
  topic_id uuid not null
  matter text not null
  body text not null
  effect text not null
  articles text[] not null default '{}'::text[]
  reason text not null
  authority text
  must_study boolean not null
  must_consult boolean not null
  screened_at timestamp with time zone not null
  screened_by uuid not null
  constraint topic_screenings_body_check CHECK ((body = ANY (ARRAY['residents_meeting'::text, 'representatives_meeting'::text, 'residents_committee'::text, 'owners_assembly'::text, 'affected_owners'::text, 'government'::text, 'private_parties'::text])))
  constraint topic_screenings_check CHECK (((effect <> 'binding'::text) OR (body = ANY (ARRAY['residents_meeting'::text, 'representatives_meeting'::text, 'residents_committee'::text]))))
  constraint topic_screenings_check1 CHECK ((((effect = 'referral'::text) <= (body = 'government'::text)) AND ((effect = 'mediation'::text) = (body = 'private_parties'::text))))
  constraint topic_screenings_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint topic_screenings_community_id_topic_id_fkey FOREIGN KEY (community_id, topic_id) REFERENCES topics(community_id, id)
  constraint topic_screenings_effect_check CHECK ((effect = ANY (ARRAY['binding'::text, 'advisory'::text, 'referral'::text, 'mediation'::text])))
  constraint topic_screenings_matter_fkey FOREIGN KEY (matter) REFERENCES topic_matters(code)
  constraint topic_screenings_pkey PRIMARY KEY (community_id, id)
  constraint topic_screenings_reason_check CHECK ((reason <> ''::text))
  constraint topic_screenings_screened_by_fkey FOREIGN KEY (screened_by) REFERENCES people(id)
  CREATE INDEX topic_screenings_of_topic ON public.topic_screenings USING btree (community_id, topic_id, screened_at DESC)
  CREATE UNIQUE INDEX topic_screenings_pkey ON public.topic_screenings USING btree (community_id, id)

-- topic_steps
  community_id integer not null
  id uuid not null
  topic_id uuid not null
  stage text not null
  note text
  taken_at timestamp with time zone not null
  taken_by uuid
  constraint topic_steps_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint topic_steps_community_id_topic_id_fkey FOREIGN KEY (community_id, topic_id) REFERENCES topics(community_id, id)
  constraint topic_steps_pkey PRIMARY KEY (community_id, id)
  constraint topic_steps_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES people(id)
  CREATE INDEX topic_steps_of_topic ON public.topic_steps USING btree (community_id, topic_id, taken_at)
  CREATE UNIQUE INDEX topic_steps_pkey ON public.topic_steps USING btree (community_id, id)
  CREATE TRIGGER topic_steps_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.topic_steps FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- topic_studies
  community_id integer not null
  id uuid not null
  topic_id uuid not null
  organization_id uuid
  held_on date not null
  reference text not null
  opinion text
  noted_at timestamp with time zone not null
  noted_by uuid not null
  constraint topic_studies_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint topic_studies_community_id_organization_id_fkey FOREIGN KEY (community_id, organization_id) REFERENCES organizations(community_id, id)
  constraint topic_studies_community_id_topic_id_fkey FOREIGN KEY (community_id, topic_id) REFERENCES topics(community_id, id)
  constraint topic_studies_noted_by_fkey FOREIGN KEY (noted_by) REFERENCES people(id)
  constraint topic_studies_pkey PRIMARY KEY (community_id, id)
  constraint topic_studies_reference_check CHECK ((reference <> ''::text))
  CREATE UNIQUE INDEX topic_studies_pkey ON public.topic_studies USING btree (community_id, id)

-- topic_support_sheets
  community_id integer not null
  id uuid not null
  topic_id uuid not null
  basis text not null
  signatures integer not null
  struck integer not null default 0
  counted_at timestamp with time zone not null
  counted_by uuid not null
  recounted integer
  recounted_at timestamp with time zone
  recounted_by uuid
  constraint topic_support_sheets_basis_fkey FOREIGN KEY (basis) REFERENCES topic_thresholds(basis)
  constraint topic_support_sheets_check CHECK (((struck >= 0) AND (struck <= signatures)))
  constraint topic_support_sheets_check1 CHECK ((counted_by <> recounted_by))
  constraint topic_support_sheets_check2 CHECK ((num_nonnulls(recounted, recounted_at, recounted_by) = ANY (ARRAY[0, 3])))
  constraint topic_support_sheets_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint topic_support_sheets_community_id_topic_id_fkey FOREIGN KEY (community_id, topic_id) REFERENCES topics(community_id, id)
  constraint topic_support_sheets_counted_by_fkey FOREIGN KEY (counted_by) REFERENCES people(id)
  constraint topic_support_sheets_pkey PRIMARY KEY (community_id, id)
  constraint topic_support_sheets_recounted_by_fkey FOREIGN KEY (recounted_by) REFERENCES people(id)
  constraint topic_support_sheets_signatures_check CHECK ((signatures > 0))
  CREATE INDEX topic_support_sheets_of_topic ON public.topic_support_sheets USING btree (community_id, topic_id)
  CREATE UNIQUE INDEX topic_support_sheets_pkey ON public.topic_support_sheets USING btree (community_id, id)

-- topic_supports
  community_id integer not null
  id uuid not null
  topic_id uuid not null
  person_id uuid
  supported_at timestamp with time zone not null
  withdrawn_at timestamp with time zone
  constraint topic_supports_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint topic_supports_community_id_topic_id_fkey FOREIGN KEY (community_id, topic_id) REFERENCES topics(community_id, id)
  constraint topic_supports_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint topic_supports_pkey PRIMARY KEY (community_id, id)
  CREATE UNIQUE INDEX topic_supports_once ON public.topic_supports USING btree (community_id, topic_id, person_id) WHERE ((withdrawn_at IS NULL) AND (person_id IS NOT NULL))
  CREATE UNIQUE INDEX topic_supports_pkey ON public.topic_supports USING btree (community_id, id)

-- topic_thresholds
  basis text not null
  num smallint not null
  den smallint not null
  articles text[] not null
  constraint topic_thresholds_basis_check CHECK ((basis = ANY (ARRAY['persons'::text, 'households'::text])))
  constraint topic_thresholds_check CHECK ((den >= num))
  constraint topic_thresholds_num_check CHECK ((num > 0))
  constraint topic_thresholds_pkey PRIMARY KEY (basis)
  CREATE UNIQUE INDEX topic_thresholds_pkey ON public.topic_thresholds USING btree (basis)

-- topic_thresholds_reached
  community_id integer not null
  id uuid not null
  topic_id uuid not null
  basis text not null
  supporters integer not null
  base integer not null
  needed integer not null
  reached_at timestamp with time zone not null
  constraint topic_thresholds_reached_basis_fkey FOREIGN KEY (basis) REFERENCES topic_thresholds(basis)
  constraint topic_thresholds_reached_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint topic_thresholds_reached_community_id_topic_id_basis_key UNIQUE (community_id, topic_id, basis)
  constraint topic_thresholds_reached_community_id_topic_id_fkey FOREIGN KEY (community_id, topic_id) REFERENCES topics(community_id, id)
  constraint topic_thresholds_reached_pkey PRIMARY KEY (community_id, id)
  CREATE UNIQUE INDEX topic_thresholds_reached_community_id_topic_id_basis_key ON public.topic_thresholds_reached USING btree (community_id, topic_id, basis)
  CREATE UNIQUE INDEX topic_thresholds_reached_pkey ON public.topic_thresholds_reached USING btree (community_id, id)
  CREATE TRIGGER topic_thresholds_reached_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.topic_thresholds_reached FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- topic_voices
  community_id integer not null
  id uuid not null
  topic_id uuid not null
  voice_id uuid not null
  linked_at timestamp with time zone not null
  linked_by uuid
  unlinked_at timestamp with time zone
  unlinked_by uuid
  constraint topic_voices_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint topic_voices_community_id_topic_id_fkey FOREIGN KEY (community_id, topic_id) REFERENCES topics(community_id, id)
  constraint topic_voices_community_id_voice_id_fkey FOREIGN KEY (community_id, voice_id) REFERENCES voices(community_id, id)
  constraint topic_voices_linked_by_fkey FOREIGN KEY (linked_by) REFERENCES people(id)
  constraint topic_voices_pkey PRIMARY KEY (community_id, id)
  constraint topic_voices_unlinked_by_fkey FOREIGN KEY (unlinked_by) REFERENCES people(id)
  CREATE INDEX topic_voices_of_voice ON public.topic_voices USING btree (community_id, voice_id)
  CREATE UNIQUE INDEX topic_voices_once ON public.topic_voices USING btree (community_id, topic_id, voice_id) WHERE (unlinked_at IS NULL)
  CREATE UNIQUE INDEX topic_voices_pkey ON public.topic_voices USING btree (community_id, id)

-- topics
  community_id integer not null
  id uuid not null
  year smallint not null
  serial integer not null
  stage text not null
  title text not null
  question text not null
  background text
  origin text not null
  place_id uuid
  vital_interest boolean not null default false
  proposed_at timestamp with time zone not null
  proposed_by uuid
  proposed_for uuid
  changed_at timestamp with time zone not null
  search tsvector not null default ''::tsvector
  constraint topics_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint topics_community_id_place_id_fkey FOREIGN KEY (community_id, place_id) REFERENCES places(community_id, id)
  constraint topics_community_id_proposed_for_fkey FOREIGN KEY (community_id, proposed_for) REFERENCES organizations(community_id, id)
  constraint topics_community_id_year_serial_key UNIQUE (community_id, year, serial)
  constraint topics_origin_check CHECK ((origin = ANY (ARRAY['voices'::text, 'building_chief'::text, 'party'::text, 'residents'::text, 'secretary'::text, 'representatives'::text])))
  constraint topics_pkey PRIMARY KEY (community_id, id)
  constraint topics_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES people(id)
  constraint topics_question_check CHECK ((question <> ''::text))
  constraint topics_stage_check CHECK ((stage = ANY (ARRAY['proposed'::text, 'screened'::text, 'studied'::text, 'consulting'::text, 'called'::text, 'in_session'::text, 'discussed'::text, 'voting'::text, 'counted'::text, 'adopted'::text, 'not_adopted'::text, 'inquorate'::text, 'adjourned'::text, 'published'::text, 'filed'::text, 'implementing'::text, 'reported'::text, 'reviewed'::text, 'referred'::text, 'mediation'::text, 'advised'::text, 'declined'::text])))
  constraint topics_title_check CHECK ((title <> ''::text))
  CREATE INDEX topics_by_stage ON public.topics USING btree (community_id, stage, changed_at DESC)
  CREATE INDEX topics_search ON public.topics USING gin (community_id, search)
  CREATE UNIQUE INDEX topics_community_id_year_serial_key ON public.topics USING btree (community_id, year, serial)
  CREATE UNIQUE INDEX topics_pkey ON public.topics USING btree (community_id, id)
  CREATE TRIGGER topics_kept BEFORE DELETE OR TRUNCATE ON public.topics FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- visit_calls
  community_id integer not null
  id uuid not null
  household_id uuid not null
  reason text not null
  called_at timestamp with time zone not null
  called_by uuid
  constraint visit_calls_called_by_fkey FOREIGN KEY (called_by) REFERENCES people(id)
  constraint visit_calls_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint visit_calls_community_id_household_id_fkey FOREIGN KEY (community_id, household_id) REFERENCES places(community_id, id)
  constraint visit_calls_pkey PRIMARY KEY (community_id, id)
  constraint visit_calls_reason_check CHECK ((reason = ANY (ARRAY['emergency'::text, 'asked'::text])))
  CREATE INDEX visit_calls_of_household ON public.visit_calls USING btree (community_id, household_id, called_at DESC)
  CREATE UNIQUE INDEX visit_calls_pkey ON public.visit_calls USING btree (community_id, id)

-- visit_corrections
  community_id integer not null
  id uuid not null
  visit_id uuid not null
  words_sealed bytea not null
  way text not null
  at timestamp with time zone not null
  noted_by uuid
  constraint visit_corrections_check CHECK (((way = 'page'::text) = (noted_by IS NULL)))
  constraint visit_corrections_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint visit_corrections_community_id_visit_id_fkey FOREIGN KEY (community_id, visit_id) REFERENCES visits(community_id, id) ON DELETE CASCADE
  constraint visit_corrections_noted_by_fkey FOREIGN KEY (noted_by) REFERENCES people(id)
  constraint visit_corrections_pkey PRIMARY KEY (community_id, id)
  constraint visit_corrections_way_check CHECK ((way = ANY (ARRAY['page'::text, 'phone'::text, 'desk'::text, 'paper'::text, 'visit'::text])))
  CREATE INDEX visit_corrections_of_visit ON public.visit_corrections USING btree (community_id, visit_id, at)
  CREATE UNIQUE INDEX visit_corrections_pkey ON public.visit_corrections USING btree (community_id, id)

-- visit_note_readers
  community_id integer not null
  note_id uuid not null
  person_id uuid not null
  constraint visit_note_readers_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint visit_note_readers_community_id_note_id_fkey FOREIGN KEY (community_id, note_id) REFERENCES visit_notes(community_id, id) ON DELETE CASCADE
  constraint visit_note_readers_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint visit_note_readers_pkey PRIMARY KEY (community_id, note_id, person_id)
  CREATE UNIQUE INDEX visit_note_readers_pkey ON public.visit_note_readers USING btree (community_id, note_id, person_id)

-- visit_notes
  community_id integer not null
  id uuid not null
  household_id uuid not null
  words_sealed bytea not null
  consent_way text not null
  consented_at timestamp with time zone not null
  written_by uuid not null
  kept_from timestamp with time zone not null
  ended_at timestamp with time zone
  ended_by uuid
  constraint visit_notes_check CHECK (((ended_at IS NULL) = (ended_by IS NULL)))
  constraint visit_notes_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint visit_notes_community_id_household_id_fkey FOREIGN KEY (community_id, household_id) REFERENCES places(community_id, id)
  constraint visit_notes_consent_way_check CHECK ((consent_way = ANY (ARRAY['signed'::text, 'spoken'::text])))
  constraint visit_notes_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people(id)
  constraint visit_notes_pkey PRIMARY KEY (community_id, id)
  constraint visit_notes_written_by_fkey FOREIGN KEY (written_by) REFERENCES people(id)
  CREATE INDEX visit_notes_of_household ON public.visit_notes USING btree (community_id, household_id)
  CREATE UNIQUE INDEX visit_notes_pkey ON public.visit_notes USING btree (community_id, id)
  CREATE TRIGGER visit_notes_take_their_key_along AFTER DELETE ON public.visit_notes FOR EACH ROW EXECUTE FUNCTION destroy_key_of_row()

-- visit_steps
  community_id integer not null
  id uuid not null
  visit_id uuid not null
  step text not null
  way text
  at timestamp with time zone not null
  by_id uuid
  constraint visit_steps_by_id_fkey FOREIGN KEY (by_id) REFERENCES people(id)
  constraint visit_steps_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint visit_steps_community_id_visit_id_fkey FOREIGN KEY (community_id, visit_id) REFERENCES visits(community_id, id) ON DELETE CASCADE
  constraint visit_steps_pkey PRIMARY KEY (community_id, id)
  constraint visit_steps_step_check CHECK ((step = ANY (ARRAY['planned'::text, 'noticed'::text, 'attempted'::text, 'refused'::text, 'done'::text, 'recorded'::text, 'voices_raised'::text, 'read_back'::text, 'corrected'::text, 'closed'::text, 'erased'::text])))
  constraint visit_steps_way_check CHECK ((way = ANY (ARRAY['signed'::text, 'spoken'::text, 'unwilling'::text, 'page'::text, 'phone'::text, 'desk'::text, 'paper'::text, 'visit'::text])))
  CREATE INDEX visit_steps_of_visit ON public.visit_steps USING btree (community_id, visit_id, at)
  CREATE UNIQUE INDEX visit_steps_pkey ON public.visit_steps USING btree (community_id, id)
  CREATE TRIGGER visit_steps_kept BEFORE UPDATE OR TRUNCATE ON public.visit_steps FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- visit_voices
  community_id integer not null
  visit_id uuid not null
  voice_id uuid not null
  raised_at timestamp with time zone not null
  constraint visit_voices_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint visit_voices_community_id_visit_id_fkey FOREIGN KEY (community_id, visit_id) REFERENCES visits(community_id, id) ON DELETE CASCADE
  constraint visit_voices_community_id_voice_id_fkey FOREIGN KEY (community_id, voice_id) REFERENCES voices(community_id, id)
  constraint visit_voices_pkey PRIMARY KEY (community_id, visit_id, voice_id)
  CREATE INDEX visit_voices_of_voice ON public.visit_voices USING btree (community_id, voice_id)
  CREATE UNIQUE INDEX visit_voices_pkey ON public.visit_voices USING btree (community_id, visit_id, voice_id)

-- visit_wishes
  community_id integer not null
  id uuid not null
  household_id uuid not null
  rhythm text not null
  two_people boolean not null
  way text not null
  wished_at timestamp with time zone not null
  noted_by uuid
  ended_at timestamp with time zone
  constraint visit_wishes_check CHECK (((way = 'page'::text) = (noted_by IS NULL)))
  constraint visit_wishes_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint visit_wishes_community_id_household_id_fkey FOREIGN KEY (community_id, household_id) REFERENCES places(community_id, id)
  constraint visit_wishes_noted_by_fkey FOREIGN KEY (noted_by) REFERENCES people(id)
  constraint visit_wishes_pkey PRIMARY KEY (community_id, id)
  constraint visit_wishes_rhythm_check CHECK ((rhythm = ANY (ARRAY['ordinary'::text, 'monthly'::text, 'none'::text])))
  constraint visit_wishes_way_check CHECK ((way = ANY (ARRAY['page'::text, 'phone'::text, 'desk'::text, 'paper'::text, 'visit'::text])))
  CREATE UNIQUE INDEX visit_wishes_now ON public.visit_wishes USING btree (community_id, household_id) WHERE (ended_at IS NULL)
  CREATE UNIQUE INDEX visit_wishes_pkey ON public.visit_wishes USING btree (community_id, id)

-- visits
  community_id integer not null
  id uuid not null
  household_id uuid not null
  officer_id uuid not null
  companion_id uuid
  at timestamp with time zone not null
  stage text not null
  result text
  purpose text
  present text[] not null default '{}'::text[]
  asks smallint not null default 0
  next_step_sealed bytea
  contact text
  recorded_at timestamp with time zone
  recorded_by uuid
  erased_at timestamp with time zone
  constraint visits_asks_check CHECK ((asks >= 0))
  constraint visits_check CHECK ((companion_id <> officer_id))
  constraint visits_check1 CHECK ((((result IS NULL) = (recorded_at IS NULL)) AND ((result IS NULL) = (recorded_by IS NULL))))
  constraint visits_check2 CHECK (((result IS NULL) = (stage = ANY (ARRAY['planned'::text, 'noticed'::text]))))
  constraint visits_check3 CHECK (((result = 'done'::text) OR (asks = 0)))
  constraint visits_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint visits_community_id_household_id_fkey FOREIGN KEY (community_id, household_id) REFERENCES places(community_id, id)
  constraint visits_companion_id_fkey FOREIGN KEY (companion_id) REFERENCES people(id)
  constraint visits_contact_check CHECK ((contact = ANY (ARRAY['phone'::text, 'visit'::text, 'message'::text, 'none'::text])))
  constraint visits_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES people(id)
  constraint visits_pkey PRIMARY KEY (community_id, id)
  constraint visits_purpose_check CHECK ((purpose = ANY (ARRAY['rhythm'::text, 'monthly'::text, 'emergency'::text, 'asked'::text, 'invite'::text, 'inform'::text, 'consult'::text, 'answer'::text, 'card'::text])))
  constraint visits_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES people(id)
  constraint visits_result_check CHECK ((result = ANY (ARRAY['done'::text, 'nobody_home'::text, 'refused'::text])))
  constraint visits_stage_check CHECK ((stage = ANY (ARRAY['planned'::text, 'noticed'::text, 'recorded'::text, 'voices_raised'::text, 'read_back'::text, 'corrected'::text, 'closed'::text])))
  CREATE INDEX visits_of_household ON public.visits USING btree (community_id, household_id, at DESC)
  CREATE INDEX visits_of_officer ON public.visits USING btree (community_id, officer_id, at DESC)
  CREATE INDEX visits_waiting ON public.visits USING btree (community_id, at) WHERE (stage <> 'closed'::text)
  CREATE UNIQUE INDEX visits_pkey ON public.visits USING btree (community_id, id)
  CREATE UNIQUE INDEX visits_planned_once ON public.visits USING btree (community_id, household_id) WHERE (result IS NULL)
  CREATE TRIGGER visits_take_their_key_along AFTER DELETE ON public.visits FOR EACH ROW EXECUTE FUNCTION destroy_key_of_row()

-- voice_accused
  community_id integer not null
  id uuid not null
  voice_id uuid not null
  person_id uuid
  description text
  named_at timestamp with time zone not null
  named_by uuid
  constraint voice_accused_check CHECK (((person_id IS NOT NULL) OR (description IS NOT NULL)))
  constraint voice_accused_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint voice_accused_community_id_voice_id_fkey FOREIGN KEY (community_id, voice_id) REFERENCES voices(community_id, id)
  constraint voice_accused_community_id_voice_id_person_id_key UNIQUE (community_id, voice_id, person_id)
  constraint voice_accused_named_by_fkey FOREIGN KEY (named_by) REFERENCES people(id)
  constraint voice_accused_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  constraint voice_accused_pkey PRIMARY KEY (community_id, id)
  CREATE INDEX voice_accused_by_person ON public.voice_accused USING btree (person_id, community_id, voice_id) WHERE (person_id IS NOT NULL)
  CREATE UNIQUE INDEX voice_accused_community_id_voice_id_person_id_key ON public.voice_accused USING btree (community_id, voice_id, person_id)
  CREATE UNIQUE INDEX voice_accused_pkey ON public.voice_accused USING btree (community_id, id)

-- voice_additions
  community_id integer not null
  id uuid not null
  voice_id uuid not null
  audience text not null
  by_reporter boolean not null
  author_id uuid
  words text not null
  added_at timestamp with time zone not null
  constraint voice_additions_audience_check CHECK ((audience = ANY (ARRAY['resident_and_staff'::text, 'staff'::text])))
  constraint voice_additions_author_id_fkey FOREIGN KEY (author_id) REFERENCES people(id)
  constraint voice_additions_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint voice_additions_community_id_voice_id_fkey FOREIGN KEY (community_id, voice_id) REFERENCES voices(community_id, id)
  constraint voice_additions_pkey PRIMARY KEY (community_id, id)
  CREATE INDEX voice_additions_of_voice ON public.voice_additions USING btree (community_id, voice_id, added_at)
  CREATE UNIQUE INDEX voice_additions_pkey ON public.voice_additions USING btree (community_id, id)
  CREATE TRIGGER voice_additions_kept BEFORE DELETE OR TRUNCATE ON public.voice_additions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- voice_answers
  community_id integer not null
  id uuid not null
  voice_id uuid not null
  round smallint not null
  words text not null
  next_step text
  next_day date
  answered_at timestamp with time zone not null
  answered_by uuid not null
  due_at timestamp with time zone not null
  original_due_at timestamp with time zone not null
  late boolean not null
  constraint voice_answers_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES people(id)
  constraint voice_answers_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint voice_answers_community_id_voice_id_fkey FOREIGN KEY (community_id, voice_id) REFERENCES voices(community_id, id)
  constraint voice_answers_pkey PRIMARY KEY (community_id, id)
  constraint voice_answers_words_check CHECK ((words <> ''::text))
  CREATE INDEX voice_answers_by_time ON public.voice_answers USING btree (community_id, answered_at) INCLUDE (voice_id, late)
  CREATE INDEX voice_answers_of_voice ON public.voice_answers USING btree (community_id, voice_id, answered_at)
  CREATE UNIQUE INDEX voice_answers_pkey ON public.voice_answers USING btree (community_id, id)
  CREATE TRIGGER voice_answers_kept BEFORE DELETE OR TRUNCATE ON public.voice_answers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- voice_assignments
  community_id integer not null
  id uuid not null
  voice_id uuid not null
  round smallint not null
  owner_id uuid not null
  assigned_at timestamp with time zone not null
  assigned_by uuid
  constraint voice_assignments_assigned_by_fkey FOREIGN KEY (assigned_by) REFERENCES people(id)
  constraint voice_assignments_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint voice_assignments_community_id_voice_id_fkey FOREIGN KEY (community_id, voice_id) REFERENCES voices(community_id, id)
  constraint voice_assignments_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id)
  constraint voice_assignments_pkey PRIMARY KEY (community_id, id)
  CREATE INDEX voice_assignments_of_voice ON public.voice_assignments USING btree (community_id, voice_id, assigned_at)
  CREATE UNIQUE INDEX voice_assignments_pkey ON public.voice_assignments USING btree (community_id, id)
  CREATE TRIGGER voice_assignments_kept BEFORE DELETE OR TRUNCATE ON public.voice_assignments FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- voice_closings
  community_id integer not null
  id uuid not null
  voice_id uuid not null
  round smallint not null
  kind text not null
  owner_id uuid not null
  rating smallint
  words text
  confirmed_by text
  recorded_by uuid
  reason_code text
  evidence text
  look_again_on date
  closed_at timestamp with time zone not null
  constraint voice_closings_check CHECK (
CASE kind
    WHEN 'confirmed'::text THEN ((confirmed_by IS NOT NULL) AND (rating IS NOT NULL) AND (reason_code IS NULL) AND ((confirmed_by = 'reporter'::text) OR (recorded_by IS NOT NULL)))
    ELSE ((reason_code IS NOT NULL) AND (evidence IS NOT NULL) AND (recorded_by IS NOT NULL) AND (rating IS NULL))
END)
  constraint voice_closings_check1 CHECK (((recorded_by IS NULL) OR (recorded_by <> owner_id)))
  constraint voice_closings_check2 CHECK ((((reason_code = 'NOT_NOW'::text) IS NOT TRUE) OR (look_again_on IS NOT NULL)))
  constraint voice_closings_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint voice_closings_community_id_voice_id_fkey FOREIGN KEY (community_id, voice_id) REFERENCES voices(community_id, id)
  constraint voice_closings_community_id_voice_id_round_key UNIQUE (community_id, voice_id, round)
  constraint voice_closings_confirmed_by_check CHECK ((confirmed_by = ANY (ARRAY['reporter'::text, 'phone'::text, 'sms'::text, 'paper'::text, 'visit'::text])))
  constraint voice_closings_kind_check CHECK ((kind = ANY (ARRAY['confirmed'::text, 'documented'::text])))
  constraint voice_closings_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id)
  constraint voice_closings_pkey PRIMARY KEY (community_id, id)
  constraint voice_closings_rating_check CHECK (((rating >= 1) AND (rating <= 5)))
  constraint voice_closings_reason_code_check CHECK ((reason_code = ANY (ARRAY['UNREACHABLE'::text, 'NO_POWER_REFERRED'::text, 'UNLAWFUL_OR_IMPOSSIBLE'::text, 'NOT_NOW'::text, 'SAME_FACTS_ALREADY_ANSWERED'::text, 'ANONYMOUS'::text, 'RESIDENT_DECLINED_TO_CONFIRM'::text])))
  constraint voice_closings_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES people(id)
  CREATE UNIQUE INDEX voice_closings_community_id_voice_id_round_key ON public.voice_closings USING btree (community_id, voice_id, round)
  CREATE UNIQUE INDEX voice_closings_pkey ON public.voice_closings USING btree (community_id, id)
  CREATE TRIGGER voice_closings_kept BEFORE DELETE OR TRUNCATE ON public.voice_closings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- voice_counters
  community_id integer not null
  year smallint not null
  last_serial integer not null
  constraint voice_counters_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint voice_counters_pkey PRIMARY KEY (community_id, year)
  CREATE UNIQUE INDEX voice_counters_pkey ON public.voice_counters USING btree (community_id, year)

-- voice_days
  community_id integer not null
  day date not null
  received integer not null
  open integer not null
  overdue integer not null
  closed integer not null
  first_number text
  last_number text
  summarised_at timestamp with time zone not null default now()
  constraint voice_days_check CHECK ((((received > 0) = (first_number IS NOT NULL)) AND ((received > 0) = (last_number IS NOT NULL))))
  constraint voice_days_closed_check CHECK ((closed >= 0))
  constraint voice_days_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint voice_days_open_check CHECK ((open >= 0))
  constraint voice_days_overdue_check CHECK ((overdue >= 0))
  constraint voice_days_pkey PRIMARY KEY (community_id, day)
  constraint voice_days_received_check CHECK ((received >= 0))
  CREATE UNIQUE INDEX voice_days_pkey ON public.voice_days USING btree (community_id, day)
  CREATE TRIGGER voice_days_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.voice_days FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- voice_deadlines
  community_id integer not null
  id uuid not null
  voice_id uuid not null
  round smallint not null
  kind text not null
  due_at timestamp with time zone not null
  reason text
  set_at timestamp with time zone not null
  set_by uuid
  constraint voice_deadlines_check CHECK (((kind <> ALL (ARRAY['extended'::text, 'scheduled'::text])) OR ((reason IS NOT NULL) AND (set_by IS NOT NULL))))
  constraint voice_deadlines_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint voice_deadlines_community_id_voice_id_fkey FOREIGN KEY (community_id, voice_id) REFERENCES voices(community_id, id)
  constraint voice_deadlines_kind_check CHECK ((kind = ANY (ARRAY['received'::text, 'triaged'::text, 'extended'::text, 'scheduled'::text, 'reopened'::text, 'escalated'::text])))
  constraint voice_deadlines_pkey PRIMARY KEY (community_id, id)
  constraint voice_deadlines_set_by_fkey FOREIGN KEY (set_by) REFERENCES people(id)
  CREATE INDEX voice_deadlines_of_voice ON public.voice_deadlines USING btree (community_id, voice_id, set_at)
  CREATE UNIQUE INDEX voice_deadlines_pkey ON public.voice_deadlines USING btree (community_id, id)
  CREATE UNIQUE INDEX voice_extended_once ON public.voice_deadlines USING btree (community_id, voice_id) WHERE (kind = 'extended'::text)
  CREATE TRIGGER voice_deadlines_kept BEFORE DELETE OR TRUNCATE ON public.voice_deadlines FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- voice_declines
  community_id integer not null
  id uuid not null
  voice_id uuid not null
  reason text not null
  declined_at timestamp with time zone not null
  declined_by uuid not null
  constraint voice_declines_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint voice_declines_community_id_voice_id_fkey FOREIGN KEY (community_id, voice_id) REFERENCES voices(community_id, id)
  constraint voice_declines_declined_by_fkey FOREIGN KEY (declined_by) REFERENCES people(id)
  constraint voice_declines_pkey PRIMARY KEY (community_id, id)
  constraint voice_declines_reason_check CHECK ((reason <> ''::text))
  CREATE INDEX voice_declines_of_voice ON public.voice_declines USING btree (community_id, voice_id)
  CREATE UNIQUE INDEX voice_declines_pkey ON public.voice_declines USING btree (community_id, id)
  CREATE TRIGGER voice_declines_kept BEFORE DELETE OR TRUNCATE ON public.voice_declines FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- voice_escalations
  community_id integer not null
  id uuid not null
  voice_id uuid not null
  cause text not null
  reason text
  target_day date
  escalated_at timestamp with time zone not null
  escalated_by uuid
  constraint voice_escalations_cause_check CHECK ((cause = ANY (ARRAY['overdue'::text, 'too_hard'::text, 'reopened_again'::text])))
  constraint voice_escalations_check CHECK (((cause <> 'too_hard'::text) OR ((reason IS NOT NULL) AND (target_day IS NOT NULL))))
  constraint voice_escalations_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint voice_escalations_community_id_voice_id_fkey FOREIGN KEY (community_id, voice_id) REFERENCES voices(community_id, id)
  constraint voice_escalations_escalated_by_fkey FOREIGN KEY (escalated_by) REFERENCES people(id)
  constraint voice_escalations_pkey PRIMARY KEY (community_id, id)
  CREATE INDEX voice_escalations_of_voice ON public.voice_escalations USING btree (community_id, voice_id)
  CREATE UNIQUE INDEX voice_escalations_pkey ON public.voice_escalations USING btree (community_id, id)
  CREATE TRIGGER voice_escalations_kept BEFORE DELETE OR TRUNCATE ON public.voice_escalations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- voice_follow_ups
  community_id integer not null
  id uuid not null
  voice_id uuid not null
  round smallint not null
  way text not null
  outcome text not null
  note text
  tried_at timestamp with time zone not null
  tried_by uuid not null
  constraint voice_follow_ups_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint voice_follow_ups_community_id_voice_id_fkey FOREIGN KEY (community_id, voice_id) REFERENCES voices(community_id, id)
  constraint voice_follow_ups_outcome_check CHECK ((outcome = ANY (ARRAY['solved'::text, 'not_solved'::text, 'not_reached'::text, 'would_not_say'::text])))
  constraint voice_follow_ups_pkey PRIMARY KEY (community_id, id)
  constraint voice_follow_ups_tried_by_fkey FOREIGN KEY (tried_by) REFERENCES people(id)
  constraint voice_follow_ups_way_check CHECK ((way = ANY (ARRAY['phone'::text, 'visit'::text, 'paper'::text, 'sms'::text, 'page'::text])))
  CREATE INDEX voice_follow_ups_of_voice ON public.voice_follow_ups USING btree (community_id, voice_id, round)
  CREATE UNIQUE INDEX voice_follow_ups_pkey ON public.voice_follow_ups USING btree (community_id, id)
  CREATE TRIGGER voice_follow_ups_kept BEFORE DELETE OR TRUNCATE ON public.voice_follow_ups FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- voice_merge_confirmations
  community_id integer not null
  id uuid not null
  voice_id uuid not null
  merge_id uuid not null
  rating smallint not null
  words text
  confirmed_at timestamp with time zone not null
  constraint voice_merge_confirmations_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint voice_merge_confirmations_community_id_merge_id_fkey FOREIGN KEY (community_id, merge_id) REFERENCES voice_merges(community_id, id)
  constraint voice_merge_confirmations_community_id_merge_id_key UNIQUE (community_id, merge_id)
  constraint voice_merge_confirmations_community_id_voice_id_fkey FOREIGN KEY (community_id, voice_id) REFERENCES voices(community_id, id)
  constraint voice_merge_confirmations_pkey PRIMARY KEY (community_id, id)
  constraint voice_merge_confirmations_rating_check CHECK (((rating >= 1) AND (rating <= 5)))
  CREATE INDEX voice_merge_confirmations_of_voice ON public.voice_merge_confirmations USING btree (community_id, voice_id)
  CREATE UNIQUE INDEX voice_merge_confirmations_community_id_merge_id_key ON public.voice_merge_confirmations USING btree (community_id, merge_id)
  CREATE UNIQUE INDEX voice_merge_confirmations_pkey ON public.voice_merge_confirmations USING btree (community_id, id)
  CREATE TRIGGER voice_merge_confirmations_kept BEFORE DELETE OR TRUNCATE ON public.voice_merge_confirmations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- voice_merges
  community_id integer not null
  id uuid not null
  voice_id uuid not null
  case_id uuid not null
  merged_at timestamp with time zone not null
  merged_by uuid
  split_at timestamp with time zone
  split_by uuid
  constraint voice_merges_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases(community_id, id)
  constraint voice_merges_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint voice_merges_community_id_voice_id_fkey FOREIGN KEY (community_id, voice_id) REFERENCES voices(community_id, id)
  constraint voice_merges_merged_by_fkey FOREIGN KEY (merged_by) REFERENCES people(id)
  constraint voice_merges_pkey PRIMARY KEY (community_id, id)
  constraint voice_merges_split_by_fkey FOREIGN KEY (split_by) REFERENCES people(id)
  CREATE UNIQUE INDEX voice_merged_once ON public.voice_merges USING btree (community_id, voice_id) WHERE (split_at IS NULL)
  CREATE UNIQUE INDEX voice_merges_pkey ON public.voice_merges USING btree (community_id, id)

-- voice_photo_clearings
  community_id integer not null
  id uuid not null
  voice_id uuid not null
  photo_id uuid not null
  boxes smallint not null
  width integer not null
  height integer not null
  cleared_at timestamp with time zone not null
  cleared_by uuid not null
  taken_down_at timestamp with time zone
  taken_down_by uuid
  file_gone_at timestamp with time zone
  constraint voice_photo_clearings_boxes_check CHECK ((boxes >= 0))
  constraint voice_photo_clearings_check CHECK (((file_gone_at IS NULL) OR (taken_down_at IS NOT NULL)))
  constraint voice_photo_clearings_cleared_by_fkey FOREIGN KEY (cleared_by) REFERENCES people(id)
  constraint voice_photo_clearings_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint voice_photo_clearings_community_id_voice_id_fkey FOREIGN KEY (community_id, voice_id) REFERENCES voices(community_id, id)
  constraint voice_photo_clearings_pkey PRIMARY KEY (community_id, id)
  constraint voice_photo_clearings_taken_down_by_fkey FOREIGN KEY (taken_down_by) REFERENCES people(id)
  CREATE INDEX voice_photo_clearings_of_voice ON public.voice_photo_clearings USING btree (community_id, voice_id)
  CREATE INDEX voice_photo_clearings_to_tidy ON public.voice_photo_clearings USING btree (taken_down_at) WHERE ((taken_down_at IS NOT NULL) AND (file_gone_at IS NULL))
  CREATE UNIQUE INDEX voice_photo_clearings_once ON public.voice_photo_clearings USING btree (community_id, photo_id) WHERE (taken_down_at IS NULL)
  CREATE UNIQUE INDEX voice_photo_clearings_pkey ON public.voice_photo_clearings USING btree (community_id, id)
  CREATE TRIGGER voice_photo_clearings_kept BEFORE DELETE OR TRUNCATE ON public.voice_photo_clearings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- voice_photos
  community_id integer not null
  id uuid not null
  voice_id uuid not null
  by_reporter boolean not null
  width integer not null
  height integer not null
  sha256 text not null
  added_at timestamp with time zone not null
  added_by uuid
  constraint voice_photos_added_by_fkey FOREIGN KEY (added_by) REFERENCES people(id)
  constraint voice_photos_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint voice_photos_community_id_voice_id_fkey FOREIGN KEY (community_id, voice_id) REFERENCES voices(community_id, id)
  constraint voice_photos_pkey PRIMARY KEY (community_id, id)
  CREATE INDEX voice_photos_of_voice ON public.voice_photos USING btree (community_id, voice_id)
  CREATE UNIQUE INDEX voice_photos_pkey ON public.voice_photos USING btree (community_id, id)

-- voice_publications
  community_id integer not null
  id uuid not null
  voice_id uuid not null
  title text not null
  outcome text
  published_at timestamp with time zone not null
  published_by uuid not null
  taken_down_at timestamp with time zone
  taken_down_by uuid
  category text
  stage text not null
  received_at timestamp with time zone not null
  search tsvector not null
  building_id uuid
  words text
  constraint voice_publications_category_fkey FOREIGN KEY (category) REFERENCES categories(code)
  constraint voice_publications_community_id_building_id_fkey FOREIGN KEY (community_id, building_id) REFERENCES places(community_id, id)
  constraint voice_publications_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint voice_publications_community_id_voice_id_fkey FOREIGN KEY (community_id, voice_id) REFERENCES voices(community_id, id)
  constraint voice_publications_pkey PRIMARY KEY (community_id, id)
  constraint voice_publications_published_by_fkey FOREIGN KEY (published_by) REFERENCES people(id)
  constraint voice_publications_taken_down_by_fkey FOREIGN KEY (taken_down_by) REFERENCES people(id)
  constraint voice_publications_title_check CHECK (((title <> ''::text) OR (taken_down_at IS NOT NULL)))
  CREATE INDEX voice_publications_by_time ON public.voice_publications USING btree (community_id, received_at DESC, id DESC) WHERE (taken_down_at IS NULL)
  CREATE INDEX voice_publications_of_building ON public.voice_publications USING btree (community_id, building_id) WHERE ((building_id IS NOT NULL) AND (taken_down_at IS NULL))
  CREATE INDEX voice_publications_search ON public.voice_publications USING gin (community_id, search)
  CREATE UNIQUE INDEX voice_publications_pkey ON public.voice_publications USING btree (community_id, id)
  CREATE UNIQUE INDEX voice_published_once ON public.voice_publications USING btree (community_id, voice_id) WHERE (taken_down_at IS NULL)

-- voice_referrals
  community_id integer not null
  id uuid not null
  voice_id uuid not null
  receiver text not null
  asked_at timestamp with time zone not null
  asked_by uuid not null
  accepted_at timestamp with time zone
  accepted_reference text
  accepted_noted_by uuid
  constraint voice_referrals_accepted_noted_by_fkey FOREIGN KEY (accepted_noted_by) REFERENCES people(id)
  constraint voice_referrals_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES people(id)
  constraint voice_referrals_check CHECK (((accepted_at IS NULL) = (accepted_reference IS NULL)))
  constraint voice_referrals_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint voice_referrals_community_id_voice_id_fkey FOREIGN KEY (community_id, voice_id) REFERENCES voices(community_id, id)
  constraint voice_referrals_pkey PRIMARY KEY (community_id, id)
  constraint voice_referrals_receiver_check CHECK ((receiver <> ''::text))
  CREATE INDEX voice_referrals_of_voice ON public.voice_referrals USING btree (community_id, voice_id)
  CREATE UNIQUE INDEX voice_referrals_pkey ON public.voice_referrals USING btree (community_id, id)

-- voice_reopenings
  community_id integer not null
  id uuid not null
  voice_id uuid not null
  round smallint not null
  reason text
  by_reporter boolean not null
  reopened_at timestamp with time zone not null
  reopened_by uuid
  constraint voice_reopenings_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint voice_reopenings_community_id_voice_id_fkey FOREIGN KEY (community_id, voice_id) REFERENCES voices(community_id, id)
  constraint voice_reopenings_community_id_voice_id_round_key UNIQUE (community_id, voice_id, round)
  constraint voice_reopenings_pkey PRIMARY KEY (community_id, id)
  constraint voice_reopenings_reopened_by_fkey FOREIGN KEY (reopened_by) REFERENCES people(id)
  constraint voice_reopenings_round_check CHECK ((round > 1))
  CREATE UNIQUE INDEX voice_reopenings_community_id_voice_id_round_key ON public.voice_reopenings USING btree (community_id, voice_id, round)
  CREATE UNIQUE INDEX voice_reopenings_pkey ON public.voice_reopenings USING btree (community_id, id)
  CREATE TRIGGER voice_reopenings_kept BEFORE DELETE OR TRUNCATE ON public.voice_reopenings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- voice_requests
  community_id integer not null
  voice_id uuid not null
  service text not null
  answers jsonb
  media_url text
  key_id uuid not null
  received_at timestamp with time zone not null
  constraint voice_requests_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint voice_requests_community_id_key_id_fkey FOREIGN KEY (community_id, key_id) REFERENCES program_keys(community_id, id)
  constraint voice_requests_community_id_voice_id_fkey FOREIGN KEY (community_id, voice_id) REFERENCES voices(community_id, id)
  constraint voice_requests_pkey PRIMARY KEY (community_id, voice_id)
  constraint voice_requests_service_fkey FOREIGN KEY (service) REFERENCES categories(code)
  CREATE INDEX voice_requests_by_time ON public.voice_requests USING btree (community_id, received_at DESC)
  CREATE UNIQUE INDEX voice_requests_pkey ON public.voice_requests USING btree (community_id, voice_id)

-- voice_waits
  community_id integer not null
  id uuid not null
  voice_id uuid not null
  kind text not null
  reason text not null
  until_day date not null
  began_at timestamp with time zone not null
  began_by uuid not null
  constraint voice_waits_began_by_fkey FOREIGN KEY (began_by) REFERENCES people(id)
  constraint voice_waits_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint voice_waits_community_id_voice_id_fkey FOREIGN KEY (community_id, voice_id) REFERENCES voices(community_id, id)
  constraint voice_waits_kind_check CHECK ((kind = ANY (ARRAY['waiting_external'::text, 'scheduled'::text])))
  constraint voice_waits_pkey PRIMARY KEY (community_id, id)
  constraint voice_waits_reason_check CHECK ((reason <> ''::text))
  CREATE INDEX voice_waits_of_voice ON public.voice_waits USING btree (community_id, voice_id)
  CREATE UNIQUE INDEX voice_waits_pkey ON public.voice_waits USING btree (community_id, id)
  CREATE TRIGGER voice_waits_kept BEFORE DELETE OR TRUNCATE ON public.voice_waits FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- voice_withdrawals
  community_id integer not null
  id uuid not null
  voice_id uuid not null
  under_pressure boolean not null
  words text
  withdrawn_at timestamp with time zone not null
  constraint voice_withdrawals_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint voice_withdrawals_community_id_voice_id_fkey FOREIGN KEY (community_id, voice_id) REFERENCES voices(community_id, id)
  constraint voice_withdrawals_community_id_voice_id_key UNIQUE (community_id, voice_id)
  constraint voice_withdrawals_pkey PRIMARY KEY (community_id, id)
  CREATE UNIQUE INDEX voice_withdrawals_community_id_voice_id_key ON public.voice_withdrawals USING btree (community_id, voice_id)
  CREATE UNIQUE INDEX voice_withdrawals_pkey ON public.voice_withdrawals USING btree (community_id, id)
  CREATE TRIGGER voice_withdrawals_kept BEFORE DELETE OR TRUNCATE ON public.voice_withdrawals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- voices
  community_id integer not null
  id uuid not null
  year smallint not null
  serial integer not null
  kind text not null
  channel text not null
  privacy text not null
  words text not null
  place_id uuid
  place_words text
  building_id uuid
  latitude double precision
  longitude double precision
  map_datum text
  reporter_id uuid not null
  entered_by uuid
  response_method text not null
  may_publish boolean not null default false
  stage text not null
  round smallint not null default 1
  level text not null default 'community'::text
  category text
  matter_scope text
  vital_interest boolean not null default false
  sealed text not null default 'none'::text
  urgency text not null default 'ordinary'::text
  first_receiver_id uuid not null
  owner_id uuid
  case_id uuid
  received_at timestamp with time zone not null
  original_due_at timestamp with time zone not null
  due_at timestamp with time zone not null
  answered_at timestamp with time zone
  closed_at timestamp with time zone
  changed_at timestamp with time zone not null
  search tsvector not null default ''::tsvector
  erased_at timestamp with time zone
  entered_at timestamp with time zone
  constraint voices_category_fkey FOREIGN KEY (category) REFERENCES categories(code)
  constraint voices_channel_fkey FOREIGN KEY (channel) REFERENCES channels(code)
  constraint voices_check CHECK ((((latitude IS NULL) = (longitude IS NULL)) AND ((latitude IS NULL) = (map_datum IS NULL))))
  constraint voices_check1 CHECK (((stage <> ALL (ARRAY['assigned'::text, 'in_progress'::text, 'waiting_external'::text, 'scheduled'::text, 'delegated'::text, 'in_deliberation'::text, 'answered'::text])) OR (owner_id IS NOT NULL)))
  constraint voices_check2 CHECK (((stage <> ALL (ARRAY['closed_confirmed'::text, 'closed_documented'::text])) OR (closed_at IS NOT NULL)))
  constraint voices_check3 CHECK ((entered_at > received_at))
  constraint voices_community_id_building_id_fkey FOREIGN KEY (community_id, building_id) REFERENCES places(community_id, id)
  constraint voices_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases(community_id, id)
  constraint voices_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint voices_community_id_place_id_fkey FOREIGN KEY (community_id, place_id) REFERENCES places(community_id, id)
  constraint voices_community_id_reporter_id_fkey FOREIGN KEY (community_id, reporter_id) REFERENCES reporters(community_id, id)
  constraint voices_community_id_year_serial_key UNIQUE (community_id, year, serial)
  constraint voices_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people(id)
  constraint voices_first_receiver_id_fkey FOREIGN KEY (first_receiver_id) REFERENCES people(id)
  constraint voices_kind_check CHECK ((kind = ANY (ARRAY['opinion'::text, 'complaint'::text, 'help_request'::text, 'question'::text, 'praise'::text])))
  constraint voices_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision)))
  constraint voices_level_check CHECK ((level = ANY (ARRAY['community'::text, 'street'::text])))
  constraint voices_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision)))
  constraint voices_map_datum_check CHECK ((map_datum = ANY (ARRAY['WGS84'::text, 'GCJ02'::text, 'BD09'::text])))
  constraint voices_matter_scope_check CHECK ((matter_scope = ANY (ARRAY['public'::text, 'community'::text, 'private'::text])))
  constraint voices_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id)
  constraint voices_pkey PRIMARY KEY (community_id, id)
  constraint voices_privacy_check CHECK ((privacy = ANY (ARRAY['named'::text, 'confidential'::text, 'anonymous'::text])))
  constraint voices_response_method_check CHECK ((response_method = ANY (ARRAY['phone'::text, 'sms'::text, 'mail'::text, 'visit'::text, 'paper'::text, 'page'::text])))
  constraint voices_round_check CHECK ((round > 0))
  constraint voices_sealed_check CHECK ((sealed = ANY (ARRAY['none'::text, 'named'::text, 'street'::text])))
  constraint voices_serial_check CHECK ((serial > 0))
  constraint voices_stage_check CHECK ((stage = ANY (ARRAY['received'::text, 'acknowledged'::text, 'triaged'::text, 'assigned'::text, 'in_progress'::text, 'waiting_external'::text, 'scheduled'::text, 'delegated'::text, 'in_deliberation'::text, 'escalated'::text, 'answered'::text, 'reopened'::text, 'closed_confirmed'::text, 'closed_documented'::text, 'referred_out'::text, 'merged'::text, 'withdrawn'::text])))
  constraint voices_urgency_check CHECK ((urgency = ANY (ARRAY['ordinary'::text, 'urgent'::text, 'danger'::text])))
  constraint voices_words_check CHECK (((words = ''::text) = (erased_at IS NOT NULL)))
  CREATE INDEX voices_by_stage ON public.voices USING btree (community_id, stage, changed_at)
  CREATE INDEX voices_by_time ON public.voices USING btree (community_id, received_at DESC, id DESC) INCLUDE (stage, kind, category, round, due_at, sealed)
  CREATE INDEX voices_for_street ON public.voices USING btree (community_id, id) WHERE (sealed = 'street'::text)
  CREATE INDEX voices_of_building ON public.voices USING btree (community_id, building_id) WHERE (building_id IS NOT NULL)
  CREATE INDEX voices_of_case ON public.voices USING btree (community_id, case_id) WHERE (case_id IS NOT NULL)
  CREATE INDEX voices_of_owner ON public.voices USING btree (community_id, owner_id, due_at) WHERE (stage <> ALL (ARRAY['closed_confirmed'::text, 'closed_documented'::text, 'referred_out'::text, 'merged'::text, 'withdrawn'::text]))
  CREATE INDEX voices_of_reporter ON public.voices USING btree (community_id, reporter_id)
  CREATE INDEX voices_open_by_due ON public.voices USING btree (community_id, due_at, id) WHERE (stage <> ALL (ARRAY['closed_confirmed'::text, 'closed_documented'::text, 'referred_out'::text, 'merged'::text, 'withdrawn'::text]))
  CREATE INDEX voices_search ON public.voices USING gin (community_id, search)
  CREATE INDEX voices_walled ON public.voices USING btree (community_id, id) WHERE (sealed <> 'none'::text)
  CREATE UNIQUE INDEX voices_community_id_year_serial_key ON public.voices USING btree (community_id, year, serial)
  CREATE UNIQUE INDEX voices_pkey ON public.voices USING btree (community_id, id)
  CREATE TRIGGER voices_kept BEFORE DELETE OR TRUNCATE ON public.voices FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- votes
  community_id integer not null
  id uuid not null
  meeting_id uuid not null
  item_id uuid not null
  topic_id uuid
  question text not null
  way text not null
  about_persons boolean not null default false
  way_reason text
  effect text not null
  advisory_because text[] not null default '{}'::text[]
  touches text[] not null default '{}'::text[]
  matter text
  authority text
  rule jsonb not null
  options jsonb not null default '[]'::jsonb
  stage text not null
  eligible integer
  present integer
  opened_at timestamp with time zone not null
  opened_by uuid not null
  closed_at timestamp with time zone
  closed_by uuid
  box_opened_at timestamp with time zone
  box_opened_by uuid
  voided_at timestamp with time zone
  voided_by uuid
  void_reason text
  constraint votes_box_opened_by_fkey FOREIGN KEY (box_opened_by) REFERENCES people(id)
  constraint votes_check CHECK (((effect = 'advisory'::text) = (advisory_because <> '{}'::text[])))
  constraint votes_check1 CHECK ((num_nonnulls(closed_at, closed_by, eligible, present) = ANY (ARRAY[0, 4])))
  constraint votes_check2 CHECK (((stage = ANY (ARRAY['open'::text, 'void'::text])) OR (closed_at IS NOT NULL)))
  constraint votes_check3 CHECK ((num_nonnulls(voided_at, voided_by, void_reason) =
CASE stage
    WHEN 'void'::text THEN 3
    ELSE 0
END))
  constraint votes_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES people(id)
  constraint votes_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
  constraint votes_community_id_item_id_fkey FOREIGN KEY (community_id, item_id) REFERENCES agenda_items(community_id, id)
  constraint votes_community_id_meeting_id_fkey FOREIGN KEY (community_id, meeting_id) REFERENCES meetings(community_id, id)
  constraint votes_community_id_topic_id_fkey FOREIGN KEY (community_id, topic_id) REFERENCES topics(community_id, id)
  constraint votes_effect_check CHECK ((effect = ANY (ARRAY['binding'::text, 'advisory'::text])))
  constraint votes_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES people(id)
  constraint votes_pkey PRIMARY KEY (community_id, id)
  constraint votes_question_check CHECK ((question <> ''::text))
  constraint votes_stage_check CHECK ((stage = ANY (ARRAY['open'::text, 'closed'::text, 'counted'::text, 'void'::text])))
  constraint votes_touches_check CHECK ((touches <@ ARRAY['personal'::text, 'property'::text, 'democratic'::text]))
  constraint votes_voided_by_fkey FOREIGN KEY (voided_by) REFERENCES people(id)
  constraint votes_way_check CHECK ((way = ANY (ARRAY['show_of_hands'::text, 'roll_call'::text, 'preference_poll'::text, 'secret_paper'::text])))
  CREATE INDEX votes_of_meeting ON public.votes USING btree (community_id, meeting_id, opened_at)
  CREATE INDEX votes_of_topic ON public.votes USING btree (community_id, topic_id) WHERE (topic_id IS NOT NULL)
  CREATE UNIQUE INDEX votes_one_at_a_time ON public.votes USING btree (community_id, item_id) WHERE (stage = ANY (ARRAY['open'::text, 'closed'::text]))
  CREATE UNIQUE INDEX votes_pkey ON public.votes USING btree (community_id, id)
  CREATE TRIGGER votes_kept BEFORE DELETE OR TRUNCATE ON public.votes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- witnessed_logs
  origin text not null
  size bigint not null
  root bytea not null
  note text
  cosigned_at timestamp with time zone
  constraint witnessed_logs_check CHECK ((((note IS NULL) = (cosigned_at IS NULL)) AND ((note IS NOT NULL) OR (size = 0))))
  constraint witnessed_logs_origin_check CHECK ((origin <> ''::text))
  constraint witnessed_logs_pkey PRIMARY KEY (origin)
  constraint witnessed_logs_root_check CHECK ((octet_length(root) = 32))
  constraint witnessed_logs_size_check CHECK ((size >= 0))
  CREATE UNIQUE INDEX witnessed_logs_pkey ON public.witnessed_logs USING btree (origin)
  CREATE TRIGGER witnessed_logs_kept BEFORE DELETE OR TRUNCATE ON public.witnessed_logs FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  CREATE TRIGGER witnessed_logs_only_grow BEFORE UPDATE ON public.witnessed_logs FOR EACH ROW EXECUTE FUNCTION refuse_going_back()
