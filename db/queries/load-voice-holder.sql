select "voices".*, "reporters"."person_id" as "reporter_person_id", reporters.phone_sealed is not null or reporters.email_sealed is not null as "reporter_has_contact", (select coalesce(array_agg(person_id::text) filter (where person_id is not null), '{}')
  from voice_accused
  where community_id = voices.community_id and voice_id = voices.id) as "accused", (select owner_id
  from voice_assignments
  where community_id = voices.community_id and voice_id = voices.id and round < voices.round
  order by assigned_at desc, id desc
  limit 1) as "last_owner_id", (select max(assigned_at)
  from voice_assignments
  where community_id = voices.community_id and voice_id = voices.id) as "assigned_at", (select exists (select
  from voice_deadlines
  where community_id = voices.community_id and voice_id = voices.id and kind = 'extended')) as "extended", (select exists (select
  from voice_referrals
  where community_id = voices.community_id and voice_id = voices.id and accepted_at is null)) as "referral_asked", (select exists (select
  from voice_referrals
  where community_id = voices.community_id and voice_id = voices.id and accepted_at is not null)) as "referral_accepted", (select count(*)::int
  from voice_reopenings
  where community_id = voices.community_id and voice_id = voices.id) as "reopenings", (select exists (select
  from voice_publications
  where community_id = voices.community_id and voice_id = voices.id and taken_down_at is null)) as "published", (select count(*)::int
  from voice_follow_ups
  where community_id = voices.community_id and voice_id = voices.id and round = voices.round and outcome = 'not_reached') as "tries_count", (select count(distinct way)::int
  from voice_follow_ups
  where community_id = voices.community_id and voice_id = voices.id and round = voices.round and outcome = 'not_reached') as "tries_ways", (select min(tried_at)
  from voice_follow_ups
  where community_id = voices.community_id and voice_id = voices.id and round = voices.round and outcome = 'not_reached') as "tries_first_at", (select lead.stage
  from cases join voices lead on lead.community_id = cases.community_id and lead.id = cases.lead_voice_id
  where cases.community_id = voices.community_id and cases.id = voices.case_id and voices.stage = 'merged') as "lead_stage", (select lead.owner_id
  from cases join voices lead on lead.community_id = cases.community_id and lead.id = cases.lead_voice_id
  where cases.community_id = voices.community_id and cases.id = voices.case_id and voices.stage = 'merged') as "lead_owner_id", (select exists (select
  from voice_merge_confirmations c join voice_merges m on m.community_id = c.community_id and m.id = c.merge_id
  where c.community_id = voices.community_id and c.voice_id = voices.id and m.split_at is null)) as "judged", (select count(*)::int
  from cases join voices child on child.community_id = cases.community_id and child.case_id = cases.id and child.stage = 'merged'
  where cases.community_id = voices.community_id and cases.id = voices.case_id and cases.lead_voice_id = voices.id) as "children", (select exists (select
  from voice_follow_ups
  where community_id = voices.community_id and voice_id = voices.id and round = voices.round and outcome = 'would_not_say')) as "would_not_say"
  from "voices"
  inner join "reporters" on "reporters"."community_id" = "voices"."community_id" and "reporters"."id" = "voices"."reporter_id"
  where ("voices"."community_id" = $1 and true and "voices"."id" = $2) and "voices"."year" = $3 and "voices"."serial" = $4;
