import { newId } from '#foundation/ids.ts';
import { enqueue } from '#foundation/server/jobs.ts';
import type { Act } from '#foundation/server/perform.ts';
import type { Template } from './templates.ts';

type Told = { communityId: number; id: string; children?: number };

/**
 * Lets the one who spoke hear of a step, and with them everybody whose voice was merged into this one. The id of the
 * delivery is fixed here, so that the job may run twice and tell once.
 */
export async function tell(act: Act, voice: Told, template: Template): Promise<void> {
  const told = [voice.id, ...((voice.children ?? 0) > 0 ? await childrenOf(act, voice) : [])];
  for (const voiceId of told) {
    await enqueue(act, 'tell-reporter', { communityId: voice.communityId, voiceId, template, deliveryId: newId(act.now) });
  }
}

/** The voices merged into this one. */
export async function childrenOf({ trx }: Act, voice: { communityId: number; id: string }): Promise<string[]> {
  const rows = await trx
    .selectFrom('voices')
    .innerJoin('cases', (join) => join.onRef('cases.community_id', '=', 'voices.community_id').onRef('cases.id', '=', 'voices.case_id'))
    .select('voices.id')
    .where('voices.community_id', '=', voice.communityId)
    .where('cases.lead_voice_id', '=', voice.id)
    .where('voices.stage', '=', 'merged')
    .orderBy('voices.id')
    .execute();
  return rows.map((row) => row.id);
}
