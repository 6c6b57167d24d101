import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { aVoice, bring, speak, type Spoken } from '#tests/voices.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { findInbox } from '#community/notices/index.ts';
import { acceptVoice } from './accept-voice.ts';
import { answerVoice } from './answer-voice.ts';
import { assignVoice } from './assign-voice.ts';
import { confirmVoice } from './confirm-voice.ts';
import { confirmReferral } from './confirm-referral.ts';
import { mergeVoice } from './merge-voice.ts';
import { referVoice } from './refer-voice.ts';
import { resumeVoice } from './resume-voice.ts';
import { reopenVoice } from './reopen-voice.ts';
import { scheduleVoice } from './schedule-voice.ts';
import { splitVoice } from './split-voice.ts';

useDatabase();

/** What the speaker of this voice is told, in order; every job is one delivery. */
async function toldTo({ id }: Spoken): Promise<string[]> {
  const { rows } = await sql<{ template: string }>`select data ->> 'template' as template from pgboss.job
    where name = 'tell-reporter' and data ->> 'voiceId' = ${id} order by created_on, data ->> 'deliveryId'`.execute(database());
  return rows.map(({ template }) => template);
}

it('whoever’s voice was merged hears every later step of the leading one: referred, scheduled, answered, reopened, split', async () => {
  const world = await makeWorld();
  const wang = await makePerson(world, 'resident', 'Wang');
  const lead = await aVoice(world, 'in_progress');
  const merged = await bring(world, await speak(world, {}, wang), 'triaged');
  await mergeVoice(world.colleague, merged, { into: lead.number });
  await referVoice(world.worker, lead, { receiver: 'The water company' });
  await confirmReferral(world.worker, lead, { reference: 'Letter 12' });
  await scheduleVoice(world.secretary, lead, { reason: 'The part is ordered', day: soon() });
  await resumeVoice(world.worker, lead, {});
  await answerVoice(world.worker, lead, { words: 'The pipe is sealed.' });
  await reopenVoice(lead.speaker, lead, { reason: 'It drips again' });
  await assignVoice(world.colleague, lead, { ownerId: world.colleague.personId ?? '' });
  await acceptVoice(world.colleague, lead, {});
  const before = await toldTo(merged);
  // Only the first speaker hears that somebody has joined.
  const toldLead = (await toldTo(lead)).filter((step) => step !== 'joined');
  expect(before).toEqual(['received', 'merged', ...toldLead.slice(1)]);
  expect(before).toEqual(expect.arrayContaining(['referral_asked', 'referral_accepted', 'scheduled', 'answered', 'reopened']));
  await splitVoice(world.colleague, merged, {});
  expect((await toldTo(merged)).at(-1)).toBe('split');
  const { items } = await findInbox(wang, world.communityId, {});
  expect(items.map(({ template }) => template)).toEqual(
    (await toldTo(merged))
      .slice(1)
      .map((step) => `voice.${step}`)
      .toReversed(),
  );
});

it('when the leading voice is confirmed, the others hear that it is closed, and nobody thanks them for a word they never said', async () => {
  const world = await makeWorld();
  const [lead, merged] = [await aVoice(world, 'answered'), await aVoice(world, 'triaged')];
  await mergeVoice(world.colleague, merged, { into: lead.number });
  await confirmVoice(lead.speaker, lead, { rating: 5 });
  expect((await toldTo(lead)).at(-1)).toBe('confirmed');
  expect((await toldTo(merged)).slice(1)).toEqual(['merged', 'confirmed_together']);
});

/** A Wednesday some weeks ahead that is no holiday. */
function soon(): string {
  const ahead = new Date(Date.now() + 14 * 86_400_000);
  while (ahead.getUTCDay() !== 3) ahead.setUTCDate(ahead.getUTCDate() + 1);
  return ahead.toISOString().slice(0, 10);
}
