import { z } from 'zod';
import { database, databaseTime } from '#foundation/server/database.ts';
import { enqueue } from '#foundation/server/jobs.ts';
import { perform } from '#foundation/server/perform.ts';
import { findAddressee } from './find-addressee.ts';
import type { Facts } from './notice.ts';
import { endOfQuiet, isQuiet } from './quiet-hours.ts';
import { sendOut } from './send-out.ts';
import { waysTo } from './ways-to.ts';
import { writeLetter } from './write-letter.ts';

const sendNoticeJob = z.object({ communityId: z.number(), noticeId: z.uuid(), deliveryId: z.uuid(), urgent: z.number() });

/**
 * Sends one notice by the way the person wishes, as they wish it now; in their quiet hours it waits for the morning, unless
 * it is urgent. Rejects when a gateway does, so that the job is tried again.
 */
export async function sendNotice(data: unknown, now?: Date): Promise<void> {
  const job = sendNoticeJob.parse(data);
  const { communityId, noticeId, deliveryId } = job;
  const notice = await findNotice(communityId, noticeId);
  const to = notice && (await findAddressee(communityId, notice.person_id));
  if (!notice || !to) return;
  const at = now ?? (await databaseTime());
  if (job.urgent === 0 && isQuiet(to.wish, at)) return wait(job, endOfQuiet(to.wish, at));
  const about = { kind: notice.about_kind, id: notice.about_id, number: notice.about_number };
  const item = { template: notice.template, facts: notice.facts, about, deadline: notice.deadline_at };
  await sendOut({
    communityId,
    deliveryId,
    about: 'notice',
    subjectId: noticeId,
    to: { table: 'people', id: to.personId },
    personId: to.personId,
    template: notice.template,
    ways: waysTo(to.wish.way, to.reach),
    letter: (way) => writeLetter(to, item, way),
  });
}

function findNotice(communityId: number, noticeId: string) {
  return database()
    .selectFrom('notices')
    .select(['person_id', 'template', 'facts', 'about_kind', 'about_id', 'about_number', 'deadline_at'])
    .$narrowType<{ facts: Facts }>()
    .where('community_id', '=', communityId)
    .where('id', '=', noticeId)
    .executeTakeFirst();
}

async function wait(job: z.infer<typeof sendNoticeJob>, until: Date): Promise<void> {
  await perform({ actor: 'clock', verb: 'notice.wait', input: null }, undefined, async (act) => {
    await enqueue(act, 'send-notice', job, until);
    return null;
  });
}
