import { sql } from 'kysely';
import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Invalid, Missing, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { countWith, findAgendaItem, kindOfMeeting, reachMeeting, type MeetingKind, type MeetingRef } from '#discuss/meetings/index.ts';
import { words } from '#listen/voices/index.ts';
import { effectOf } from './effect-of-vote.ts';
import { findPower } from './find-power.ts';
import { isNoticeValid } from './load-vote.ts';
import { ownersMatters, ruleFor } from './passing-rule.ts';
import { hashOf, recordVote } from './record-vote.ts';
import { rights, voteWays } from './vote.ts';
import { whyNotOpenVote } from './why-not-vote.ts';

/**
 * `question`: word for word what is voted on; if it passes, the resolution. `matter`, `authority`: of an item without a
 * topic, which of the body's own matters it is, and who authorised it. `owners`: a matter of the owners, asked as advice.
 */
export const openVoteInput = z.object({
  itemId: z.uuid('input.choose'),
  question: words(2000),
  way: z.enum(voteWays, 'input.choose'),
  aboutPersons: z.coerce.boolean().default(false),
  wayReason: words(300).optional(),
  matter: z.string().max(40).optional(),
  authority: words(200).optional(),
  touches: z.array(z.enum(rights)).max(3).default([]),
  owners: z.enum(ownersMatters).optional(),
  options: z.array(words(120)).max(9, 'ballot.too-many-options').default([]),
});
export type OpenVote = z.infer<typeof openVoteInput>;

/** Opens a vote on a frozen item; rule and effect are fixed now. Throws Missing, Refused by `whyNotOpenVote`, Invalid. */
export async function openVote(viewer: Viewer, ref: MeetingRef, input: OpenVote, how?: How): Promise<{ voteId: string; effect: string }> {
  return perform({ actor: actorKey(viewer), verb: 'ballot.open', input: [ref, input] }, how, async (act) => {
    const meeting = await reachMeeting(act.trx, viewer, ref);
    const [kind, item] = [await kindOfMeeting(act.trx, meeting), await findAgendaItem(act.trx, meeting, input.itemId)];
    if (!item) throw new Missing();
    const owners = input.owners ?? null;
    const { way, aboutPersons, wayReason = null, options } = input;
    const running = await isRunning(act.trx, meeting.communityId, item.id);
    refuseIf(whyNotOpenVote(meeting, viewer, { kind, item, way, aboutPersons, wayReason, owners, options: options.length, running }));
    const matter = refuseMatter(kind, input);
    const rule = ruleFor(kind, way, owners);
    if (rule === null) throw new Invalid([{ field: 'way', code: 'ballot.way-not-allowed' }]);
    const count = await countWith(act.trx, meeting, kind);
    const power = await findPower(act.trx, meeting.communityId, item.topicId);
    const { notice_days: days, short_notice: short } = kind.rules;
    const noticeValid = await isNoticeValid(act.trx, meeting, days, short !== 'never');
    const quorate = count.missing === 0 && count.requiredMissing === 0;
    const { effect, because } = effectOf({ kind, purpose: item.purpose, way, rule, power, matter, noticeValid, quorate });
    const voteId = newId(act.now);
    await act.trx
      .insertInto('votes')
      .values({
        community_id: meeting.communityId,
        id: voteId,
        meeting_id: meeting.id,
        item_id: item.id,
        topic_id: item.topicId,
        question: input.question,
        way,
        about_persons: aboutPersons,
        way_reason: wayReason,
        effect,
        advisory_because: because,
        touches: input.touches,
        matter,
        authority: input.authority ?? null,
        rule: JSON.stringify(rule),
        options: JSON.stringify(options),
        stage: 'open',
        opened_at: act.now,
        opened_by: viewer.personId ?? '',
      })
      .execute();
    const line = { question: hashOf([input.question, options]), rule: hashOf(rule), way, effect, roll: count.eligible };
    await recordVote(act, viewer, { communityId: meeting.communityId, id: voteId, number: meeting.number }, 'opened', {
      line,
      data: { way, effect },
    });
    return { voteId, effect };
  });
}

/** One of the body's own matters by law; what it was authorised to decide names who authorised it. */
function refuseMatter({ rules }: MeetingKind, { matter, authority }: OpenVote): string | null {
  if (matter === undefined) return null;
  if (!rules.effects.includes(matter)) throw new Invalid([{ field: 'matter', code: 'input.not-usable' }]);
  if (matter === 'authorised' && authority === undefined) throw new Invalid([{ field: 'authority', code: 'input.needed' }]);
  return matter;
}

async function isRunning(trx: Parameters<typeof findPower>[0], communityId: number, itemId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('votes')
    .select(sql<number>`1`.as('one'))
    .where('community_id', '=', communityId)
    .where('item_id', '=', itemId)
    .where('stage', 'in', ['open', 'closed'])
    .executeTakeFirst();
  return row !== undefined;
}
