select "voice_publications"."id", "voices"."year", "voices"."serial", "title", "outcome", "voice_publications"."words", "voice_publications"."category", "voice_publications"."stage", "voice_publications"."received_at" as "receivedAt", "published_at" as "publishedAt", (select count(distinct coalesce( coalesce("r"."person_id", (select p.id
  from people p
  where p.phone_index = "r"."phone_index"))::text, encode("r"."phone_index", 'hex'), case when "child"."entered_by" is not null then "r"."id"::text end))::int
  from voices child join reporters r on r.community_id = child.community_id and r.id = child.reporter_id
  where child.community_id = voices.community_id and child.case_id = voices.case_id and child.stage = 'merged' and child.id <> voices.id and coalesce( coalesce("r"."person_id", (select p.id
  from people p
  where p.phone_index = "r"."phone_index"))::text, encode("r"."phone_index", 'hex'), case when "child"."entered_by" is not null then "r"."id"::text end) is distinct
  from (select coalesce( coalesce("own"."person_id", (select p.id
  from people p
  where p.phone_index = "own"."phone_index"))::text, encode("own"."phone_index", 'hex'), case when "voices"."entered_by" is not null then "own"."id"::text end)
  from reporters own
  where own.community_id = voices.community_id and own.id = voices.reporter_id)) as "sharedBy", (voices.stage = 'closed_confirmed')::int + (select count(*)
  from voices child
  where child.community_id = voices.community_id and child.case_id = voices.case_id and child.stage = 'merged' and child.id <> voices.id and exists ( select
  from voice_merge_confirmations c join voice_merges g on g.community_id = c.community_id and g.id = c.merge_id
  where c.community_id = child.community_id and c.voice_id = child.id and g.split_at is null)) as "confirmedBy", case when voices.stage = 'scheduled' then ( select w.until_day
  from voice_waits w
  where w.community_id = voices.community_id and w.voice_id = voices.id and w.kind = 'scheduled'
  order by w.began_at desc
  limit 1) end as "scheduledFor"
  from "voice_publications"
  inner join "voices" on "voices"."community_id" = "voice_publications"."community_id" and "voices"."id" = "voice_publications"."voice_id"
  where "voice_publications"."community_id" = $1 and "voice_publications"."taken_down_at" is null and voice_publications.search @@ $2::tsquery
  order by "voice_publications"."received_at" desc, "voice_publications"."id" desc
  limit $3;
