import { queryCode, sameCode } from '#foundation/secrets/index.ts';
import { Missing } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { installation } from '#foundation/server/installation.ts';
import { giveTokenBack, takeToken } from '#foundation/server/take-token.ts';
import { parseNumber } from './voice.ts';

/** Wrong guesses in a quarter of an hour: 10^8 codes, so five tries a number leave nothing to luck. */
const window = 15 * 60;
const limits = { number: 5, address: 20 };

/**
 * The voice behind a number and its query code. Only wrong guesses count against the limits; an unknown number and a
 * wrong code get the same answer. Throws Missing `voice.number-or-code`, TooMany.
 */
export async function openByCode(
  communityId: number,
  number: string,
  code: string,
  address: string,
): Promise<{ communityId: number; voiceId: string; number: string }> {
  const parsed = parseNumber(number);
  if (!parsed) throw new Missing('voice.number-or-code');
  const printed = `${parsed.year}-${parsed.serial}`;
  const buckets = [`code:number:${communityId}:${printed}`, `code:address:${address}`] as const;
  // Taken before looking: many guesses at once must not slip through between counting and comparing.
  await takeToken(buckets[1], limits.address, window);
  await takeToken(buckets[0], limits.number, window);
  const voice = await database()
    .selectFrom('voices')
    .select('id')
    .where('community_id', '=', communityId)
    .where('year', '=', parsed.year)
    .where('serial', '=', parsed.serial)
    .executeTakeFirst();
  const right = sameCode(code, queryCode(installation().keys, String(communityId), voice?.id ?? nowhere));
  if (!voice || !right) throw new Missing('voice.number-or-code');
  await Promise.all(buckets.map(giveTokenBack));
  return { communityId, voiceId: voice.id, number };
}

/** Compared against when there is no such number, so that both answers take the same time. */
const nowhere = '00000000-0000-7000-8000-000000000000';

/** The code as printed on the receipt of a voice. Only for whoever has just submitted it, and for printing it again. */
export function codeOf(communityId: number, voiceId: string): string {
  return queryCode(installation().keys, String(communityId), voiceId);
}
