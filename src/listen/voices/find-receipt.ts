import { sql } from 'kysely';
import { Missing } from '#foundation/refusal.ts';
import { database, databaseTime } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { codeOf } from './check-query-code.ts';
import type { VoiceRef } from './load-voice.ts';
import { formatNumber, parseNumber, type ResponseMethod } from './voice.ts';
import { daysAfter } from './voice-clock.ts';

/** `code` is null when the voice names the one who wrote it down: then a colleague reads it out (V6). */
export type Receipt = {
  number: string;
  code: string | null;
  words: string;
  place: string | null;
  receiverName: string;
  responseMethod: ResponseMethod;
  dueAt: Date;
  receivedAt: Date;
};

/**
 * What is read out or handed over to somebody whose voice was written down for them. The code speaks in the resident's
 * name, so only whoever wrote it down sees it, and only for a day; also when what they wrote is walled off from them
 * now, because the resident is still on the telephone. Throws Missing.
 */
export async function findReceipt(viewer: Viewer, ref: VoiceRef & { number: string }): Promise<Receipt> {
  const number = parseNumber(ref.number);
  if (!number || !viewer.personId) throw new Missing();
  const yesterday = daysAfter(await databaseTime(), -1);
  const row = await database()
    .selectFrom('voices')
    .innerJoin('people', 'people.id', 'voices.first_receiver_id')
    .leftJoin('places', (join) => join.onRef('places.community_id', '=', 'voices.community_id').onRef('places.id', '=', 'voices.place_id'))
    .select([
      'voices.id',
      'voices.year',
      'voices.serial',
      'voices.words',
      'voices.place_words',
      'voices.response_method',
      'voices.due_at',
      'voices.received_at',
      'places.full_name',
      'people.name',
      sql<boolean>`exists (select from voice_accused a where a.community_id = voices.community_id and a.voice_id = voices.id
        and a.person_id = ${viewer.personId})`.as('names_writer'),
    ])
    .$narrowType<{ response_method: ResponseMethod; name: string }>()
    .where('voices.community_id', '=', ref.communityId)
    .where('voices.year', '=', number.year)
    .where('voices.serial', '=', number.serial)
    .where('voices.entered_by', '=', viewer.personId)
    .where((eb) => eb(eb.fn.coalesce('voices.entered_at', 'voices.received_at'), '>', yesterday))
    .executeTakeFirst();
  if (!row) throw new Missing();
  return {
    number: formatNumber(row.year, row.serial),
    code: row.names_writer ? null : codeOf(ref.communityId, row.id),
    words: row.words,
    place: [row.full_name, row.place_words].filter(Boolean).join(' · ') || null,
    receiverName: row.name,
    responseMethod: row.response_method,
    dueAt: row.due_at,
    receivedAt: row.received_at,
  };
}
