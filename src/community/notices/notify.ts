import { newId } from '#foundation/ids.ts';
import { enqueue } from '#foundation/server/jobs.ts';
import type { Act } from '#foundation/server/perform.ts';
import { checkFacts } from './check-facts.ts';
import { currentPreferences } from './current-preferences.ts';
import { instantTopics, type Facts, type Topic } from './notice.ts';

/**
 * `template`: `<noun>.<what happened>`, such as `meeting.called`; its sentence is `notice_meeting_called` in the words of
 * the room that tells. `about`: what it is about; the page of it is linked (see notice-link.ts). `event`: what happened, the
 * id of the event for one; without it, the same thing at the same moment is the same event. `deadline`: until when the one
 * who is told can still change something. `urgent`: danger; goes out at once, whatever the topic and the hour.
 */
export type Notice = {
  communityId: number;
  topic: Topic;
  template: string;
  facts?: Facts;
  about: { kind: string; id?: string; number?: string };
  event?: string;
  deadline?: Date;
  urgent?: boolean;
};

/** `sent` on behalf of a room that sends by a way of its own: the notice lies in the inbox and goes into no digest. */
type Told = Notice & { personId: string; sent?: boolean };

/**
 * Within a command: tells one person something. It lies in their inbox; own voices and duties also go out at once by the
 * way they chose, everything else waits for their digest. Nobody is told twice of one event: null when they knew already.
 */
export async function notify(act: Act, notice: Told): Promise<{ noticeId: string | null }> {
  const { personId, ...rest } = notice;
  const [noticeId = null] = await notifyAll(act, rest, [personId]);
  return { noticeId };
}

/**
 * The same for many at once, e.g. everybody who follows a place: three statements, however many they are. Nobody is told
 * of history that is planted. Returns the notices written.
 */
export async function notifyAll(act: Act, notice: Notice & { sent?: boolean }, personIds: readonly string[]): Promise<string[]> {
  const people = [...new Set(personIds)];
  if (people.length === 0 || act.quiet) return [];
  const { communityId, topic, template, facts = {}, about, urgent = false, deadline, sent } = notice;
  const instant = !sent && (urgent || instantTopics.includes(topic));
  checkFacts(template, facts);
  const written = await act.trx
    .insertInto('notices')
    .values(
      people.map((personId) => ({
        community_id: communityId,
        id: newId(act.now),
        person_id: personId,
        at: act.now,
        topic,
        template,
        facts: JSON.stringify(facts),
        about_kind: about.kind,
        about_id: about.id ?? null,
        about_number: about.number ?? null,
        event: notice.event ?? sameMoment(act, about),
        instant: instant || sent === true,
        deadline_at: deadline ?? null,
      })),
    )
    .onConflict((conflict) => conflict.columns(['community_id', 'person_id', 'event']).doNothing())
    .returning(['id', 'person_id'])
    .execute();
  if (instant) await sendAtOnce(act, communityId, written, urgent);
  return written.map(({ id }) => id);
}

function sameMoment({ now }: Act, { kind, id, number }: Notice['about']): string {
  return `${kind}/${id ?? number ?? ''}@${now.toISOString()}`;
}

/** Whoever reads on the page only costs no job. The id of the delivery is fixed here: the same job is the same delivery. */
async function sendAtOnce(act: Act, communityId: number, notices: { id: string; person_id: string }[], urgent: boolean): Promise<void> {
  const wishes = await currentPreferences(
    act.trx,
    communityId,
    notices.map((notice) => notice.person_id),
  );
  for (const { id, person_id: personId } of notices) {
    if (wishes.get(personId)?.way === 'page') continue;
    await enqueue(act, 'send-notice', { communityId, noticeId: id, deliveryId: newId(act.now), urgent: urgent ? 1 : 0 });
  }
}
