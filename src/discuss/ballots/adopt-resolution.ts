import { sql } from 'kysely';
import { shanghaiYear } from '#foundation/calendar/index.ts';
import { newId } from '#foundation/ids.ts';
import type { Act } from '#foundation/server/perform.ts';
import type { Viewer } from '#community/people/index.ts';
import type { Meeting } from '#discuss/meetings/index.ts';
import { findAnswers } from './find-answers.ts';
import type { Vote } from './load-vote.ts';
import { hashOf, recordResolution } from './record-vote.ts';
import { takeResolutionStep } from './take-resolution-step.ts';

type Text = { text: string; partyId: string | null };

/**
 * Within a command: what was voted on, word for word, under a number of its own. Of a joint meeting one for each party that
 * bound itself. What touches rights is blocked at once, until a lawyer has looked at it (D9).
 */
export async function adoptResolution(act: Act, viewer: Viewer, meeting: Meeting, vote: Vote): Promise<void> {
  for (const { text, partyId } of await textsOf(act, vote)) {
    const id = newId(act.now);
    const year = shanghaiYear(act.now);
    const serial = await nextSerial(act, vote.communityId, year);
    const about = { communityId: vote.communityId, id, number: `${year}-${serial}` };
    await act.trx
      .insertInto('resolutions')
      .values({
        community_id: vote.communityId,
        id,
        year,
        serial,
        meeting_id: meeting.id,
        item_id: vote.itemId,
        topic_id: vote.topicId,
        vote_id: vote.id,
        body: meeting.kind,
        effect: vote.effect,
        text,
        must_file: vote.matter === 'charter',
        party_id: partyId,
        resolved_at: act.now,
        recorded_by: viewer.personId ?? '',
      })
      .execute();
    const line = { text: hashOf(text), effect: vote.effect, body: meeting.kind, meeting: meeting.number };
    await recordResolution(act, viewer, about, 'adopted', { line, data: { effect: vote.effect } });
    if (vote.touches.length > 0) await takeResolutionStep(act, viewer, about, 'blocked', {});
  }
}

async function textsOf({ trx }: Act, vote: Vote): Promise<Text[]> {
  if (vote.rule.kind !== 'each_binds_itself') return [{ text: vote.question, partyId: null }];
  const given = await findAnswers(trx, vote);
  return given.flatMap(({ answer, words, partyId }) => (answer === 'yes' && words !== null ? [{ text: words, partyId }] : []));
}

async function nextSerial({ trx }: Act, communityId: number, year: number): Promise<number> {
  const { last } = await trx
    .insertInto('resolution_counters')
    .values({ community_id: communityId, year, last: 1 })
    .onConflict((conflict) => conflict.columns(['community_id', 'year']).doUpdateSet({ last: sql`resolution_counters.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}
