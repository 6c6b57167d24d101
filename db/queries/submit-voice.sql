begin;

insert into "idempotency_keys" ("actor", "verb", "key", "body_hash")
  values ($1, $2, $3, $4)
  on conflict do nothing
  returning clock_timestamp() as "now";

select "people"."id" as "personId", "people"."name", array_agg(distinct roles.role) as "roles"
  from "roles"
  inner join "people" on "people"."id" = "roles"."person_id"
  inner join "communities" on "communities"."id" = $1
  inner join "streets" on "streets"."id" = "communities"."street_id"
  where ("roles"."community_id" = $2 or "roles"."street_id" = "communities"."street_id" or "roles"."district_id" = "streets"."district_id") and "roles"."role" <> $3 and "roles"."starts_at" <= $4 and ("roles"."ends_at" is null or "roles"."ends_at" > $5) and ("roles"."ended_at" is null or "roles"."ended_at" > $6) and "people"."ended_at" is null
  group by "people"."id", "people"."name"
  order by "people"."id";

with "key" as (insert into "subject_keys" ("community_id", "id", "suite", "generation", "wrapped", "created_at")
  values ($1, $2, $3, $4, $5, $6)) insert into "reporters" ("community_id", "id", "person_id", "name_sealed", "phone_sealed", "phone_index", "email_sealed", "contact_hours", "locale", "created_at")
  values ($7, $8, $9, $10, $11, $12, $13, $14, $15, $16);

insert into "voice_counters" ("community_id", "year", "last_serial")
  values ($1, $2, $3)
  on conflict ("community_id", "year") do update
  set "last_serial" = voice_counters.last_serial + 1
  returning "last_serial";

insert into "voices" ("community_id", "id", "year", "serial", "kind", "channel", "privacy", "words", "place_id", "place_words", "building_id", "latitude", "longitude", "map_datum", "reporter_id", "entered_by", "response_method", "may_publish", "vital_interest", "sealed", "stage", "first_receiver_id", "received_at", "entered_at", "original_due_at", "due_at", "changed_at", "search")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, array_to_tsvector($28::text[]));

insert into "voice_deadlines" ("community_id", "id", "voice_id", "round", "kind", "due_at", "set_at")
  values ($1, $2, $3, $4, $5, $6, $7);

with "queued" as (insert into "ledger_queue" ("id", "entry")
  values ($1, $2)) insert into "events" ("community_id", "id", "at", "name", "subject_id", "actor_id", "actor_role", "due_at", "late", "data")
  values ($3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

 INSERT INTO pgboss.job_common ( id, name, data, priority, start_after, created_on, singleton_key, singleton_on, group_id, group_tier, expire_seconds, deletion_seconds, keep_until, retry_limit, retry_delay, retry_backoff, retry_delay_max, policy, dead_letter, heartbeat_seconds, blocked, blocking, pending_dependencies, trace_context ) SELECT COALESCE(id, gen_random_uuid()) as id, 'tell-reporter' as name, data, COALESCE(priority, 0) as priority, j.start_after, pgboss.job_now() as created_on, "singletonKey", CASE WHEN "singletonSeconds" IS NOT NULL THEN 'epoch'::timestamp + '1s'::interval * ("singletonSeconds"::float8 * floor(( date_part('epoch', pgboss.job_now()) + COALESCE("singletonOffset",0)::float8) / "singletonSeconds"::float8 )) ELSE NULL END as singleton_on, "groupId" as group_id, "groupTier" as group_tier, COALESCE("expireInSeconds", q.expire_seconds, 900) as expire_seconds, COALESCE("deleteAfterSeconds", q.deletion_seconds, 604800) as deletion_seconds, j.start_after + (COALESCE("retentionSeconds", q.retention_seconds, 1209600) * interval '1s') as keep_until, COALESCE("retryLimit", q.retry_limit, 2) as retry_limit, COALESCE("retryDelay", q.retry_delay, 0) as retry_delay, COALESCE("retryBackoff", q.retry_backoff, false) as retry_backoff, COALESCE("retryDelayMax", q.retry_delay_max) as retry_delay_max, q.policy, COALESCE("deadLetter", q.dead_letter) as dead_letter, COALESCE("heartbeatSeconds", q.heartbeat_seconds) as heartbeat_seconds, COALESCE(blocked, false) as blocked, COALESCE(blocking, false) as blocking, COALESCE("pendingDependencies", 0) as pending_dependencies, "__traceContext" as trace_context FROM ( SELECT *, CASE WHEN (right("startAfter", 1) = 'Z' OR "startAfter" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}') THEN CAST("startAfter" as timestamp with time zone) ELSE pgboss.job_now() + CAST(COALESCE("startAfter",'0') as interval) END as start_after FROM json_to_recordset($1::text::json) as x ( id uuid, priority integer, data jsonb, "startAfter" text, "retryLimit" integer, "retryDelay" integer, "retryDelayMax" integer, "retryBackoff" boolean, "singletonKey" text, "singletonSeconds" integer, "singletonOffset" integer, "groupId" text, "groupTier" text, "expireInSeconds" integer, "deleteAfterSeconds" integer, "retentionSeconds" integer, "deadLetter" text, "heartbeatSeconds" integer, blocked boolean, blocking boolean, "pendingDependencies" integer, "__traceContext" jsonb ) ) j LEFT JOIN pgboss.queue q ON q.name = 'tell-reporter' ON CONFLICT DO NOTHING RETURNING id ;

update "idempotency_keys"
  set "response" = $1
  where "actor" = $2 and "verb" = $3 and "key" = $4;

commit;
