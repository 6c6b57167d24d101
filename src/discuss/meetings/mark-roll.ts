import { sql } from 'kysely';
import { z } from 'zod';
import { Refused, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { countWith, type RollCount } from './count-roll.ts';
import { kindOfMeeting } from './find-meeting-kinds.ts';
import { reachMeeting, type MeetingRef } from './load-meeting.ts';
import { id } from './meeting-inputs.ts';
import type { MeetingKind } from './meeting-kind.ts';
import { markWays, mostProxies, standings, type Meeting } from './meeting.ts';
import { recordMeeting } from './record-meeting.ts';
import { whyNotMark } from './why-not-meet.ts';

/**
 * `entryIds`: rows of the roll. `holderId`: of a proxy, the row that came for the others; `document`: the paper it is written
 * on (its number or day, not what it says).
 */
export const markRollInput = z.object({
  entryIds: z.array(id).min(1, 'meeting.choose-somebody').max(20_000),
  standing: z.enum(standings, 'input.choose'),
  way: z.enum(markWays, 'input.choose').default('desk'),
  holderId: id.optional(),
  document: words(120).optional(),
});
export type MarkRoll = z.infer<typeof markRollInput>;

/** Who came, is excused, sent a proxy or paper, or has an interest: one or many at once. Throws Missing, Refused, Invalid. */
export async function markRoll(viewer: Viewer, ref: MeetingRef, input: MarkRoll, how?: How): Promise<RollCount> {
  return perform({ actor: actorKey(viewer), verb: 'meeting.mark', input: [ref, input] }, how, async (act) => {
    const one = await reachMeeting(act.trx, viewer, ref);
    const kind = await kindOfMeeting(act.trx, one);
    const { eligible } = await countWith(act.trx, one, kind);
    refuseIf(whyNotMark(one, viewer, eligible > 0));
    if (input.standing === 'proxy') await refuseProxy(act, one, kind, input);
    await mark(act, viewer, one, input);
    await recordMeeting(act, viewer, one, 'marked', { standing: input.standing, way: input.way, units: input.entryIds.length });
    return countWith(act.trx, one, kind);
  });
}

/** Within a command: state and history in one statement, however many. Rows of another meeting or without a vote are refused. */
export async function mark({ trx, now }: Act, viewer: Viewer, one: Meeting, input: MarkRoll): Promise<void> {
  const { standing, way, holderId = null, document = null } = input;
  const entryIds = [...new Set(input.entryIds)];
  const { rows } = await sql<{ marked: number }>`with changed as (
      update roll_entries set standing = ${standing}, marked_at = ${now}
      where community_id = ${one.communityId} and meeting_id = ${one.id}::uuid and votes and id = any(${entryIds}::uuid[])
      returning id
    ), kept as (
      insert into roll_marks (community_id, id, meeting_id, entry_id, standing, way, proxy_entry_id, document, marked_at, marked_by)
      select ${one.communityId}, gen_random_uuid(), ${one.id}::uuid, id, ${standing}, ${way},
        ${standing === 'proxy' ? holderId : null}::uuid, ${document}, ${now}, ${viewer.personId}::uuid from changed
      returning 1
    ) select count(*)::int as marked from kept`.execute(trx);
  if (rows[0]?.marked !== entryIds.length) throw new Refused('meeting.not-on-roll');
}

/** A written proxy, to somebody of the same roll who is there, for at most three; none where the law forbids [law RC 19]. */
async function refuseProxy({ trx }: Act, one: Meeting, { rules }: MeetingKind, { holderId, document, entryIds }: MarkRoll): Promise<void> {
  refuseIf(rules.proxies === 'none' ? 'meeting.no-proxies' : null);
  refuseIf(document === undefined ? 'meeting.proxy-in-writing' : null);
  refuseIf(holderId === undefined || entryIds.includes(holderId) ? 'meeting.proxy-holder-needed' : null);
  const { rows } = await sql<{ standing: string; others: number }>`select h.standing, (select count(*)::int from roll_entries e
      where e.community_id = h.community_id and e.meeting_id = h.meeting_id and e.standing = 'proxy' and not (e.id = any(${entryIds}::uuid[]))
      and (select m.proxy_entry_id from roll_marks m where m.community_id = e.community_id and m.entry_id = e.id
        order by m.marked_at desc, m.id desc limit 1) = h.id) as others
    from roll_entries h where h.community_id = ${one.communityId} and h.meeting_id = ${one.id}::uuid and h.id = ${holderId ?? ''}::uuid`.execute(
    trx,
  );
  const holder = rows[0];
  refuseIf(holder === undefined ? 'meeting.not-on-roll' : null);
  refuseIf(holder?.standing === 'present' ? null : 'meeting.proxy-holder-absent');
  refuseIf((holder?.others ?? 0) + entryIds.length > mostProxies ? 'meeting.too-many-proxies' : null);
}
