import { toString as qr } from 'qrcode';
import type { Community } from '#community/places/index.ts';
import type { AnnouncementPaper } from '#foundation/papers/index.ts';
import type { Block } from '#foundation/text/plain-markup.ts';
import { m } from '#words';
import { sayDay } from '../../../say-when.ts';
import { shownName } from '../community-at.ts';
import type { Read } from './said-in.ts';

/** What the sheet for the notice board is set from. */
export async function noticeOf(
  community: Community,
  { title, lang }: Read,
  blocks: readonly Block[],
  { author, at, address }: { author: string; at: Date | null; address: string },
): Promise<AnnouncementPaper> {
  return {
    locale: lang,
    title,
    mark: m.site_seal(),
    office: [shownName(community, lang), community.phone].filter(Boolean).join(' · '),
    blocks: blocks.map((block) =>
      block.kind === 'list'
        ? { kind: 'list', lines: block.items.map((item) => item.map(({ text }) => text).join('')) }
        : { kind: block.kind, lines: [block.parts.map(({ text }) => text).join('')] },
    ),
    signed: m.blog_notice_by({ name: author, day: at ? sayDay(at) : '' }),
    code: { svg: await qr(address, { type: 'svg', margin: 0 }), text: m.blog_notice_foot() },
  };
}
