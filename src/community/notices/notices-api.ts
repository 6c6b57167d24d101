import { z } from 'zod';
import { communityServedBy, endpoint } from '#community/programs/index.ts';
import { m } from '#words';
import { chooseWishes, chooseWishesInput } from './choose-wishes.ts';
import { findInbox, findInboxInput } from './find-inbox.ts';
import { findWishes } from './find-wishes.ts';
import { contactWays, digestRhythms, mutableTopics, topics } from './notice.ts';
import { readNotices, readNoticesInput } from './read-notices.ts';

// One's own inbox and wishes for programs: a token reads and sets those of its holder and of nobody else.

const time = z.iso.datetime();
const notice = z
  .strictObject({
    id: z.uuid(),
    topic: z.enum(topics),
    template: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
    about: z.strictObject({ kind: z.string(), id: z.uuid().nullable(), number: z.string().nullable() }),
    at: time,
    deadline: time.nullable(),
    readAt: time.nullable(),
  })
  .meta({ id: 'Notice' });

const wishes = z
  .strictObject({
    way: z.enum(contactWays),
    locale: z.enum(['zh-CN', 'en']),
    digest: z.enum(digestRhythms),
    quietFrom: z.int(),
    quietTo: z.int(),
    muted: z.array(z.enum(mutableTopics)),
  })
  .meta({ id: 'Wishes' });

export const noticesApi = [
  endpoint({
    id: findInbox.name,
    method: 'get',
    path: '/communities/{slug}/notices',
    tag: m.api_tag_notices,
    summary: m.api_list_notices,
    key: { scope: 'voices:read' },
    query: findInboxInput,
    answer: z.strictObject({ notices: z.array(notice), unread: z.int(), next: z.string().nullable() }),
    run: async ({ viewer, params, query }) => {
      const { id } = await communityServedBy(viewer, params);
      const { items, unread, next } = await findInbox(viewer, id, query);
      const notices = items.map(({ at, deadline, readAt, ...item }) => ({
        ...item,
        at: at.toISOString(),
        deadline: deadline && deadline.toISOString(),
        readAt: readAt && readAt.toISOString(),
      }));
      return { notices, unread, next };
    },
  }),
  endpoint({
    id: readNotices.name,
    method: 'post',
    path: '/communities/{slug}/notices/read',
    tag: m.api_tag_notices,
    summary: m.api_read_notices,
    key: { scope: 'voices:write' },
    body: readNoticesInput,
    answer: z.strictObject({ read: z.int() }),
    run: async ({ viewer, params, body, how }) => readNotices(viewer, (await communityServedBy(viewer, params)).id, body, how),
  }),
  endpoint({
    id: findWishes.name,
    method: 'get',
    path: '/communities/{slug}/notices/wishes',
    tag: m.api_tag_notices,
    summary: m.api_show_wishes,
    key: { scope: 'voices:read' },
    answer: wishes,
    run: async ({ viewer, params }) => {
      const { way, locale, digest, quietFrom, quietTo, muted } = await findWishes(viewer, (await communityServedBy(viewer, params)).id);
      return { way, locale, digest, quietFrom, quietTo, muted: mutableTopics.filter((topic) => muted.includes(topic)) };
    },
  }),
  endpoint({
    id: chooseWishes.name,
    method: 'post',
    path: '/communities/{slug}/notices/wishes',
    tag: m.api_tag_notices,
    summary: m.api_choose_wishes,
    key: { scope: 'voices:write' },
    body: chooseWishesInput,
    answer: z.strictObject({ way: z.enum(contactWays) }),
    run: async ({ viewer, params, body, how }) => {
      const { way } = await chooseWishes(viewer, (await communityServedBy(viewer, params)).id, body, how);
      return { way: contactWays.find((one) => one === way) ?? 'page' };
    },
  }),
];
