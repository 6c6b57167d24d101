import { newId } from '#foundation/ids.ts';
import { enqueue } from '#foundation/server/jobs.ts';
import type { Act } from '#foundation/server/perform.ts';
import { formatNumber } from '#foundation/text/yearly-number.ts';
import { notify } from '#community/notices/index.ts';
import type { Template } from './templates.ts';

type Told = { communityId: number; id: string; children?: number };

/**
 * Lets the one who spoke hear of a step, and with them everybody whose voice was merged into this one: by the way they asked
 * for, and in the inbox of whoever is signed in. The id of the delivery is fixed here, so that the job may run twice and
 * tell once.
 */
export async function tell(act: Act, voice: Told, template: Template): Promise<void> {
  const { communityId } = voice;
  const ids = [voice.id, ...((voice.children ?? 0) > 0 ? await childrenOf(act, voice) : [])];
  for (const voiceId of ids) await enqueue(act, 'tell-reporter', { communityId, voiceId, template, deliveryId: newId(act.now) });
  // Whoever has just spoken holds the receipt.
  if (template === 'received') return;
  for (const { id, personId, number } of await findSpeakers(act, communityId, ids)) {
    const about = { kind: 'voice', id, number };
    await notify(act, { communityId, personId, topic: 'own_voice', template: `voice.${template}`, facts: { number }, about, sent: true });
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

/** Those who spoke under their sign-in; whoever wished to stay unknown has no inbox for it. */
async function findSpeakers({ trx }: Act, communityId: number, ids: string[]): Promise<{ id: string; personId: string; number: string }[]> {
  const rows = await trx
    .selectFrom('voices')
    .innerJoin('reporters', (join) =>
      join.onRef('reporters.community_id', '=', 'voices.community_id').onRef('reporters.id', '=', 'voices.reporter_id'),
    )
    .select(['voices.id', 'reporters.person_id as personId', 'voices.year', 'voices.serial'])
    .where('voices.community_id', '=', communityId)
    .where('voices.id', 'in', ids)
    .where('reporters.person_id', 'is not', null)
    .orderBy('voices.id')
    .execute();
  return rows.flatMap(({ id, personId, year, serial }) => (personId ? [{ id, personId, number: formatNumber(year, serial) }] : []));
}
