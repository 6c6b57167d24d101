import { sql } from 'kysely';
import { phoneIndex } from '#foundation/personal/index.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, readPersonalData, type Viewer } from '#community/people/index.ts';
import { formatNumber, visibleTo, type Stage } from '#listen/voices/index.ts';
import { whyNotAnswerCalls } from './why-not-call.ts';

/** What somebody said before, for the one who is on the telephone with them now. `words`: the beginning. */
export type EarlierVoice = { number: string; words: string; place: string | null; stage: Stage; receivedAt: Date; dueAt: Date };

const shown = 5;

/**
 * The newest voices left with a telephone number, within the clerk's reach (V6). That the number led to them is written
 * down for each as a look at it, where the one who spoke can read it. Only a few and no sum: nobody is a "frequent
 * complainer" here (V10). `number`: in any way of writing it. Throws Refused.
 */
export async function findVoicesOfCaller(viewer: Viewer, communityId: number, number: string, how?: How): Promise<EarlierVoice[]> {
  const intent = { actor: actorKey(viewer), verb: 'call.find_caller', input: null };
  const found = await perform(intent, { ...how, key: undefined }, async (act) => {
    refuseIf(whyNotAnswerCalls(viewer, communityId));
    const rows = await leftWith(act, viewer, communityId, phoneIndex(number));
    for (const { id, reporterId } of rows) {
      const look = { communityId, table: 'reporters', ids: [reporterId], fields: ['phone'], purpose: 'caller', voiceId: id } as const;
      await readPersonalData(act, viewer, look);
    }
    return rows.map(({ year, serial, words, place, stage, receivedAt, dueAt }) => ({
      number: formatNumber(year, serial),
      words,
      place,
      stage,
      receivedAt: receivedAt.toISOString(),
      dueAt: dueAt.toISOString(),
    }));
  });
  return found.map((row) => ({ ...row, receivedAt: new Date(row.receivedAt), dueAt: new Date(row.dueAt) }));
}

function leftWith({ trx }: Act, viewer: Viewer, communityId: number, index: Buffer) {
  return trx
    .selectFrom('reporters')
    .innerJoin('voices', (join) =>
      join.onRef('voices.community_id', '=', 'reporters.community_id').onRef('voices.reporter_id', '=', 'reporters.id'),
    )
    .leftJoin('places', (join) => join.onRef('places.community_id', '=', 'voices.community_id').onRef('places.id', '=', 'voices.place_id'))
    .select([
      'voices.id',
      'reporters.id as reporterId',
      'voices.year',
      'voices.serial',
      'voices.stage',
      sql<string>`left(voices.words, 80)`.as('words'),
      sql<string | null>`coalesce(places.full_name, voices.place_words)`.as('place'),
      'voices.received_at as receivedAt',
      'voices.due_at as dueAt',
    ])
    .$narrowType<{ stage: Stage }>()
    .where('reporters.community_id', '=', communityId)
    .where('reporters.phone_index', '=', index)
    .where(visibleTo(viewer, communityId))
    .where('voices.erased_at', 'is', null)
    .orderBy('voices.received_at', 'desc')
    .limit(shown)
    .execute();
}
