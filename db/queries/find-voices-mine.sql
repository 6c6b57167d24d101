select clock_timestamp() as now;

select "voices"."id", "voices"."year", "voices"."serial", "voices"."kind", "voices"."channel", "voices"."stage", "voices"."level", "voices"."sealed", "voices"."urgency", "voices"."vital_interest", "voices"."category", "voices"."round", "voices"."received_at", "voices"."due_at", "voices"."answered_at", "voices"."owner_id", "owner"."name" as "owner_name", "receiver"."name" as "receiver_name", "places"."full_name", "voices"."place_words", left(voices.words, 160) as "beginning"
  from "voices"
  inner join "people" as "receiver" on "receiver"."id" = "voices"."first_receiver_id"
  left join "people" as "owner" on "owner"."id" = "voices"."owner_id"
  left join "places" on "places"."community_id" = "voices"."community_id" and "places"."id" = "voices"."place_id"
  where ("voices"."community_id" = $1 and not exists (select "voice_accused"."id"
  from "voice_accused"
  where "voice_accused"."community_id" = "voices"."community_id" and "voice_accused"."voice_id" = "voices"."id" and "voice_accused"."person_id" = $2) and ("voices"."sealed" = $3 or exists (select "reporters"."id"
  from "reporters"
  where "reporters"."community_id" = "voices"."community_id" and "reporters"."id" = "voices"."reporter_id" and "reporters"."person_id" = $4) or ("voices"."owner_id" = $5 and "voices"."sealed" <> $6) or ("voices"."first_receiver_id" = $7 and "voices"."sealed" <> $8) or ("voices"."entered_by" = $9 and "voices"."sealed" = $10))) and ("voices"."stage" in ($11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22) and ("voices"."owner_id" = $23::uuid or ("voices"."owner_id" is null and "voices"."first_receiver_id" = $24::uuid))) and 1 = 1
  order by "voices"."due_at" asc, "voices"."id" asc
  limit $25;
