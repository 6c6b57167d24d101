import { z } from 'zod';
import { communityOf, communityServedBy, endpoint } from '#community/programs/index.ts';
import { Invalid } from '#foundation/refusal.ts';
import { m } from '#words';
import { codeOf } from './check-query-code.ts';
import { readCursor } from './cursors.ts';
import { findPublicVoices, findPublicVoicesInput } from './find-public-voices.ts';
import { findVoicePage } from './find-voice-page.ts';
import { findVoices, findVoicesInput } from './find-voices.ts';
import { readPhotos } from './photos.ts';
import { hrefOf, presentPublic, presentSummary, presentVoice } from './present-voice.ts';
import { submitVoice, submitVoiceInput } from './submit-voice.ts';
import { publicVoice, voiceRecord, voiceSummary } from './voice-record.ts';

// Voices for programs: submit one, read one, list them. What can be done with one stands in voices-act-api.ts.

const next = z.string().nullable();

export const voicesApi = [
  endpoint({
    id: 'submitVoice',
    method: 'post',
    path: '/communities/{slug}/voices',
    tag: m.api_tag_voices,
    summary: m.api_submit_voice,
    key: { scope: 'voices:write', orNobody: true },
    body: submitVoiceInput,
    takesPhotos: true,
    answer: z.strictObject({ number: z.string(), code: z.string(), href: z.string() }).meta({ id: 'Receipt' }),
    run: async ({ viewer, params, body, photos, how }) => {
      const spoken = body.channel === 'web' || body.channel === 'blog_comment';
      // "On behalf" is for those who listened: nobody else can say that something was told to the office.
      const { id, slug } = spoken ? await communityOf(params) : await communityServedBy(viewer, params);
      const { number, voiceId } = await submitVoice(viewer, id, body, await readPhotos(photos), how);
      return { number, code: codeOf(id, voiceId), href: hrefOf(slug, number) };
    },
  }),
  endpoint({
    id: 'findVoices',
    method: 'get',
    path: '/communities/{slug}/voices',
    tag: m.api_tag_voices,
    summary: m.api_list_voices,
    key: { scope: 'voices:read' },
    query: findVoicesInput.extend({ tab: findVoicesInput.shape.tab.unwrap().default('all') }),
    answer: z.strictObject({ voices: z.array(voiceSummary), next }),
    run: async ({ viewer, params, query }) => {
      const { id, slug } = await communityServedBy(viewer, params);
      demandBookmark(`queue-${query.tab}`, query.cursor);
      const { rows, next: after } = await findVoices(viewer, id, query);
      return { voices: rows.map((row) => presentSummary(slug, row)), next: after };
    },
  }),
  endpoint({
    id: 'findVoice',
    method: 'get',
    path: '/communities/{slug}/voices/{number}',
    tag: m.api_tag_voices,
    summary: m.api_show_voice,
    key: { scope: 'voices:read', orCode: true },
    answer: voiceRecord,
    run: async ({ viewer, params, locale }) => {
      const { id, slug } = await communityOf(params);
      const page = await findVoicePage(viewer, { communityId: id, number: params['number'] ?? '' });
      return presentVoice(slug, page, locale);
    },
  }),
  endpoint({
    id: 'findPublicVoices',
    method: 'get',
    path: '/communities/{slug}/public-voices',
    tag: m.api_tag_voices,
    summary: m.api_list_public_voices,
    key: { scope: null, orNobody: true },
    query: findPublicVoicesInput,
    answer: z.strictObject({ voices: z.array(publicVoice), next }),
    run: async ({ params, query }) => {
      demandBookmark('public', query.cursor);
      const { rows, next: after } = await findPublicVoices((await communityOf(params)).id, query);
      return { voices: rows.map(presentPublic), next: after };
    },
  }),
];

/** A page starts over from a bookmark it doesn't know; a program that did would walk in circles. */
function demandBookmark(list: string, cursor: string | undefined): void {
  if (cursor !== undefined && !readCursor(list, cursor)) throw new Invalid([{ field: 'cursor', code: 'input.not-usable' }]);
}
