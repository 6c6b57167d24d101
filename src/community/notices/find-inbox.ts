import { z } from 'zod';
import { sql } from 'kysely';
import { Forbidden } from '#foundation/refusal.ts';
import { openCursor, signCursor } from '#foundation/secrets/index.ts';
import { database } from '#foundation/server/database.ts';
import { installation } from '#foundation/server/installation.ts';
import type { Viewer } from '#community/people/index.ts';
import type { Facts, Topic } from './notice.ts';
import type { Item } from './write-letter.ts';

/** One thing somebody was told. `deadline`: until when they can still change something. */
export type InboxItem = Item & { id: string; topic: Topic; at: Date; readAt: Date | null };
export type Inbox = { items: InboxItem[]; unread: number; next: string | null };

export const findInboxInput = z.object({ after: z.string().max(300).optional() });
const pageLength = 20;
const bookmark = z.tuple([z.literal('inbox'), z.iso.datetime(), z.uuid()]);

/** One's own inbox in one community, newest first, 20 at a time; `next` leads on. Throws Forbidden `sign-in.needed`. */
export async function findInbox(viewer: Viewer, communityId: number, { after }: z.infer<typeof findInboxInput>): Promise<Inbox> {
  const personId = own(viewer);
  const from = after ? openBookmark(after) : null;
  const rows = await database()
    .selectFrom('notices')
    .leftJoin('notice_readings as reading', (join) =>
      join.onRef('reading.community_id', '=', 'notices.community_id').onRef('reading.notice_id', '=', 'notices.id'),
    )
    .select(['id', 'topic', 'template', 'facts', 'at', 'about_kind', 'about_id', 'about_number', 'deadline_at', 'reading.read_at'])
    .$narrowType<{ topic: Topic; facts: Facts }>()
    .where('notices.community_id', '=', communityId)
    .where('notices.person_id', '=', personId)
    .$if(from !== null, (query) => query.where(sql<boolean>`(notices.at, notices.id) < (${from?.at ?? null}, ${from?.id ?? null}::uuid)`))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(pageLength + 1)
    .execute();
  const items = rows
    .slice(0, pageLength)
    .map((row) => ({
      id: row.id,
      topic: row.topic,
      template: row.template,
      facts: row.facts,
      at: row.at,
      about: { kind: row.about_kind, id: row.about_id, number: row.about_number },
      deadline: row.deadline_at,
      readAt: row.read_at,
    }));
  const last = items.at(-1);
  const next =
    rows.length > pageLength && last ? signCursor(installation().keys, JSON.stringify(['inbox', last.at.toISOString(), last.id])) : null;
  return { items, unread: await countUnread(viewer, communityId), next };
}

/** How many of one's notices nobody has opened yet; 0 for somebody without a sign-in. */
export async function countUnread({ personId }: Viewer, communityId: number): Promise<number> {
  if (!personId) return 0;
  const { count } = await database()
    .selectFrom('notices')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('community_id', '=', communityId)
    .where('person_id', '=', personId)
    .where(
      sql<boolean>`not exists (select from notice_readings reading where reading.community_id = notices.community_id and reading.notice_id = notices.id)`,
    )
    .executeTakeFirstOrThrow();
  return count;
}

function openBookmark(after: string): { at: Date; id: string } | null {
  const text = openCursor(installation().keys, after);
  const parsed = bookmark.safeParse(text === null ? null : JSON.parse(text));
  return parsed.success ? { at: new Date(parsed.data[1]), id: parsed.data[2] } : null;
}

function own({ personId }: Viewer): string {
  if (!personId) throw new Forbidden('sign-in.needed');
  return personId;
}
