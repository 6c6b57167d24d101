import { z } from 'zod';
import { database } from '#foundation/server/database.ts';
import { findAddressee } from './find-addressee.ts';
import type { Facts } from './notice.ts';
import { sendOut } from './send-out.ts';
import { waysTo } from './ways-to.ts';
import { writeDigest } from './write-digest.ts';
import type { Item } from './write-letter.ts';

const sendDigestJob = z.object({ communityId: z.number(), digestId: z.uuid(), deliveryId: z.uuid() });

/** Sends one digest by the way the person wishes; a text message is its sum, a letter by e-mail or on paper the whole of it. */
export async function sendDigest(data: unknown): Promise<void> {
  const { communityId, digestId, deliveryId } = sendDigestJob.parse(data);
  const digest = await findDigest(communityId, digestId);
  const to = digest && (await findAddressee(communityId, digest.person_id));
  if (!digest || !to) return;
  const items = await findDigestItems(communityId, digestId);
  await sendOut({
    communityId,
    deliveryId,
    about: 'digest',
    subjectId: digestId,
    to: { table: 'people', id: to.personId },
    personId: to.personId,
    template: 'digest',
    ways: waysTo(to.wish.way, to.reach),
    letter: (way) => writeDigest(to, items, digest.made_at, way),
  });
}

function findDigest(communityId: number, digestId: string) {
  return database()
    .selectFrom('notice_digests')
    .select(['person_id', 'made_at'])
    .where('community_id', '=', communityId)
    .where('id', '=', digestId)
    .executeTakeFirst();
}

/** What stands in a digest, in its order. */
export async function findDigestItems(communityId: number, digestId: string): Promise<Item[]> {
  const rows = await database()
    .selectFrom('notice_digest_items as item')
    .innerJoin('notices', (join) => join.onRef('notices.community_id', '=', 'item.community_id').onRef('notices.id', '=', 'item.notice_id'))
    .select(['template', 'facts', 'about_kind', 'about_id', 'about_number', 'deadline_at'])
    .$narrowType<{ facts: Facts }>()
    .where('item.community_id', '=', communityId)
    .where('item.digest_id', '=', digestId)
    .orderBy('item.place')
    .execute();
  return rows.map(({ template, facts, about_kind: kind, about_id: id, about_number: number, deadline_at: deadline }) => ({
    template,
    facts,
    about: { kind, id, number },
    deadline,
  }));
}
