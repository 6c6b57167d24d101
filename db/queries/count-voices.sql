select "voices"."channel", "voices"."stage", count(*) as "count"
  from "voices"
  where ("voices"."community_id" = $1 and not exists (select "voice_accused"."id"
  from "voice_accused"
  where "voice_accused"."community_id" = "voices"."community_id" and "voice_accused"."voice_id" = "voices"."id" and "voice_accused"."person_id" = $2) and ("voices"."sealed" in ($3, $4) or exists (select "reporters"."id"
  from "reporters"
  where "reporters"."community_id" = "voices"."community_id" and "reporters"."id" = "voices"."reporter_id" and "reporters"."person_id" = $5) or ("voices"."owner_id" = $6 and "voices"."sealed" <> $7) or ("voices"."first_receiver_id" = $8 and "voices"."sealed" <> $9) or ("voices"."entered_by" = $10 and "voices"."sealed" = $11)))
  group by "voices"."channel", "voices"."stage";
