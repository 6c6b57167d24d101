import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Forbidden, Missing, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, hasRole, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { findMeetingKind } from './find-meeting-kinds.ts';
import type { MeetingKind, Share } from './meeting-kind.ts';
import { recordMeeting } from './record-meeting.ts';

const whole = (most: number) =>
  z.coerce.number('input.not-usable').int('input.not-usable').min(1, 'input.not-usable').max(most, 'input.not-usable');

/** What the law leaves open: days of notice, and a higher quorum (as a share of all). */
export const adjustMeetingKindInput = z
  .object({
    kind: z.string('input.choose').min(1, 'input.choose').max(40),
    noticeDays: whole(60).optional(),
    quorumNum: whole(100).optional(),
    quorumDen: whole(100).optional(),
    reason: words(300),
  })
  .refine(({ quorumNum: num, quorumDen: den }) => (num === undefined) === (den === undefined), {
    path: ['quorumNum'],
    message: 'input.needed',
  })
  .refine(({ quorumNum: num = 1, quorumDen: den = 1 }) => num <= den, { path: ['quorumNum'], message: 'input.not-usable' });
export type AdjustMeetingKind = z.infer<typeof adjustMeetingKindInput>;

/** The secretary notes what the community chose for a kind that isn't the law's. Throws Forbidden, Missing, Refused, Invalid. */
export async function adjustMeetingKind(
  viewer: Viewer,
  communityId: number,
  input: AdjustMeetingKind,
  how?: How,
): Promise<{ kind: string }> {
  return perform({ actor: actorKey(viewer), verb: 'meeting.adjust_kind', input: [communityId, input] }, how, async (act) => {
    if (!hasRole(viewer, communityId, 'community_secretary')) throw new Forbidden();
    const kind = await findMeetingKind(act.trx, communityId, input.kind);
    if (!kind) throw new Missing();
    refuseIf(whyNotAdjust(kind, input));
    const id = newId(act.now);
    await act.trx
      .insertInto('meeting_kind_choices')
      .values({
        community_id: communityId,
        id,
        kind: kind.code,
        notice_days: input.noticeDays ?? kind.rules.notice_days,
        quorum_num: input.quorumNum ?? kind.rules.quorum?.num ?? null,
        quorum_den: input.quorumDen ?? kind.rules.quorum?.den ?? null,
        reason: input.reason,
        chosen_at: act.now,
        chosen_by: viewer.personId ?? '',
      })
      .execute();
    await recordMeeting(act, viewer, { communityId, id }, 'kind_adjusted', { kind: kind.code });
    return { kind: kind.code };
  });
}

/** The law's own kinds are locked; a quorum may be raised, not lowered. */
export function whyNotAdjust({ statutory, rules }: MeetingKind, { quorumNum: num, quorumDen: den }: AdjustMeetingKind): string | null {
  if (statutory) return 'meeting.kind-locked';
  if (num === undefined || den === undefined) return null;
  return rules.quorum === null || isLower({ num, den }, rules.quorum) ? 'meeting.quorum-too-low' : null;
}

function isLower(chosen: Pick<Share, 'num' | 'den'>, bound: Share): boolean {
  return chosen.num * bound.den < bound.num * chosen.den;
}
