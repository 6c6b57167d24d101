import { Missing } from '#foundation/refusal.ts';
import { database, databaseTime } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { codeOf } from './check-query-code.ts';
import { loadVoice, type VoiceRef } from './load-voice.ts';
import { daysAfter } from './voice-clock.ts';
import type { ResponseMethod } from './voice.ts';

export type Receipt = {
  number: string;
  code: string;
  words: string;
  place: string | null;
  receiverName: string;
  responseMethod: ResponseMethod;
  dueAt: Date;
  receivedAt: Date;
};

/**
 * What is read out or handed over to somebody whose voice was written down for them. The code speaks in the resident's
 * name, so only whoever wrote it down sees it, and only for a day. Throws Missing.
 */
export async function findReceipt(viewer: Viewer, ref: VoiceRef): Promise<Receipt> {
  const db = database();
  const voice = await loadVoice(db, viewer, ref);
  if (!voice || !viewer.personId || daysAfter(voice.receivedAt, 1) < (await databaseTime())) throw new Missing();
  const row = await db.selectFrom('voices')
    .innerJoin('people', 'people.id', 'voices.first_receiver_id')
    .leftJoin('places', (join) => join
      .onRef('places.community_id', '=', 'voices.community_id').onRef('places.id', '=', 'voices.place_id'))
    .select(['voices.words', 'voices.place_words', 'voices.response_method', 'places.full_name', 'people.name'])
    .$narrowType<{ response_method: ResponseMethod }>()
    .where('voices.community_id', '=', voice.communityId)
    .where('voices.id', '=', voice.id)
    .where('voices.entered_by', '=', viewer.personId)
    .executeTakeFirst();
  if (!row) throw new Missing();
  return {
    number: voice.number, code: codeOf(voice.communityId, voice.id), words: row.words,
    place: [row.full_name, row.place_words].filter(Boolean).join(' · ') || null,
    receiverName: row.name, responseMethod: row.response_method, dueAt: voice.dueAt, receivedAt: voice.receivedAt,
  };
}
