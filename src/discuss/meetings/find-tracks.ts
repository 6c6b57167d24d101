import { database } from '#foundation/server/database.ts';
import { sql } from 'kysely';
import type { MeetingStage } from './meeting.ts';

/** The chain in its order; a step without a meeting is still to come. */
export type Track = { id: string; title: string; steps: { step: number; number: string; stage: MeetingStage }[] };

/** The chains of a community, newest first, at most 50; `id`: only this one. */
export async function findTracks(communityId: number, id: string | null = null): Promise<Track[]> {
  const { rows } = await sql<Track>`select t.id, t.title, coalesce((select jsonb_agg(jsonb_build_object('step', m.track_step,
        'number', m.year || '-' || m.serial, 'stage', m.stage) order by m.track_step, m.starts_at)
      from meetings m where m.community_id = t.community_id and m.track_id = t.id and m.stage <> 'cancelled'), '[]') as steps
    from decision_tracks t where t.community_id = ${communityId} and (${id}::uuid is null or t.id = ${id}::uuid)
    order by t.begun_at desc limit 50`.execute(database());
  return rows;
}
