select clock_timestamp() as now;

select "voices"."id", "voices"."year", "voices"."serial", "voices"."kind", "voices"."channel", "voices"."stage", "voices"."level", "voices"."sealed", "voices"."urgency", "voices"."vital_interest", "voices"."category", "voices"."round", "voices"."received_at", "voices"."due_at", "voices"."answered_at", "voices"."owner_id", "owner"."name" as "owner_name", "receiver"."name" as "receiver_name", "places"."full_name", "voices"."place_words", left(voices.words, 160) as "beginning"
  from "voices"
  inner join "people" as "receiver" on "receiver"."id" = "voices"."first_receiver_id"
  left join "people" as "owner" on "owner"."id" = "voices"."owner_id"
  left join "places" on "places"."community_id" = "voices"."community_id" and "places"."id" = "voices"."place_id"
  where ("voices"."community_id" = $1 and not exists (select "voice_accused"."id"
  from "voice_accused"
  where "voice_accused"."community_id" = "voices"."community_id" and "voice_accused"."voice_id" = "voices"."id" and "voice_accused"."person_id" = $2) and ("voices"."sealed" in ($3, $4) or exists (select "reporters"."id"
  from "reporters"
  where "reporters"."community_id" = "voices"."community_id" and "reporters"."id" = "voices"."reporter_id" and "reporters"."person_id" = $5) or ("voices"."owner_id" = $6 and "voices"."sealed" <> $7) or ("voices"."first_receiver_id" = $8 and "voices"."sealed" <> $9) or ("voices"."entered_by" = $10 and "voices"."sealed" = $11))) and true and 1 = 1 and voices.search @@ $12::tsquery
  order by "voices"."received_at" desc, "voices"."id" desc
  limit $13;
