import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import { shanghaiDay } from '#foundation/calendar/index.ts';
import { canonicalJson } from '#foundation/commitments/canonical-json.ts';
import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { notifyAll } from '#community/notices/index.ts';
import { words } from '#listen/voices/index.ts';
import { findAgenda } from './agenda.ts';
import { carryTopics } from './carry-topics.ts';
import { findConcerned } from './find-concerned.ts';
import { kindOfMeeting } from './find-meeting-kinds.ts';
import { reachMeeting, type MeetingRef } from './load-meeting.ts';
import { noticeContent } from './notice-content.ts';
import type { Meeting } from './meeting.ts';
import { takeStep } from './record-meeting.ts';
import { lastNoticeDay, whyNotIssue } from './why-not-meet.ts';

/** `urgentReason`: why it can't wait until the notice would be in time; stands in the notice. */
export const issueNoticeInput = z.object({ urgentReason: words(300).optional() });
export type IssueNotice = z.infer<typeof issueNoticeInput>;

const atOnce = 2000;

/**
 * The notice goes out: its text and the agenda are frozen (D8), those concerned are told, and the public ledger holds its
 * hash. Throws Missing, Refused by `whyNotIssue`. Returns the hash.
 */
export async function issueNotice(viewer: Viewer, ref: MeetingRef, input: IssueNotice, how?: How): Promise<{ sha256: string }> {
  return perform({ actor: actorKey(viewer), verb: 'meeting.call', input: [ref, input] }, how, async (act) => {
    const found = await reachMeeting(act.trx, viewer, ref);
    const kind = await kindOfMeeting(act.trx, found);
    const items = await findAgenda(act.trx, found);
    const urgentReason = input.urgentReason ?? null;
    refuseIf(whyNotIssue(found, viewer, { kind, items: items.length, now: act.now, urgentReason }));
    const late = act.now > new Date(`${lastNoticeDay(found, kind)}T23:59:59.999+08:00`);
    const one: Meeting = { ...found, urgentReason: late ? urgentReason : null };
    const content = noticeContent(one, kind, items, act.now);
    const sha256 = createHash('sha256').update(canonicalJson(content)).digest('hex');
    await freeze(act, viewer, one, JSON.stringify(content), sha256);
    const line = { kind: kind.code, starts: one.startsAt.toISOString(), basis: one.basis, items: items.length, notice: sha256 };
    await takeStep(act, viewer, one, 'called', { reason: one.urgentReason ?? undefined, line, data: { urgent: late } });
    await tellConcerned(act, one, 'meeting.called');
    await carryTopics(act, viewer, one, 'called');
    return { sha256 };
  });
}

/** Within a command: everybody who belongs to the meeting hears of it in their own way. */
export async function tellConcerned(act: Act, one: Meeting, template: string): Promise<void> {
  const people = await findConcerned(act, one);
  for (let from = 0; from < people.length; from += atOnce) {
    await notifyAll(
      act,
      {
        communityId: one.communityId,
        topic: 'meeting',
        template,
        facts: { title: one.title, day: shanghaiDay(one.startsAt) },
        about: { kind: 'meeting', id: one.id, number: one.number },
        deadline: one.startsAt,
      },
      people.slice(from, from + atOnce),
    );
  }
}

async function freeze({ trx, now }: Act, viewer: Viewer, one: Meeting, content: string, sha256: string): Promise<void> {
  const { communityId, id, urgentReason } = one;
  await trx
    .insertInto('meeting_notices')
    .values({
      community_id: communityId,
      id: newId(now),
      meeting_id: id,
      content: sql`${content}::jsonb`,
      sha256,
      issued_at: now,
      issued_by: viewer.personId ?? '',
    })
    .execute();
  await trx
    .updateTable('agenda_items')
    .set({ frozen_at: now })
    .where('community_id', '=', communityId)
    .where('meeting_id', '=', id)
    .where('removed_at', 'is', null)
    .execute();
  await trx
    .updateTable('meetings')
    .set({ urgent_reason: urgentReason })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute();
}
