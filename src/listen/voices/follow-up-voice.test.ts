import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { aVoice, bring, expectRefusals, rowOf, speak } from '#tests/voices.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { closeDocumented, closeDocumentedInput } from './close-documented.ts';
import { confirmVoice } from './confirm-voice.ts';
import { followUpVoice, followUpVoiceInput } from './follow-up-voice.ts';

useDatabase();
const solved = { way: 'phone', outcome: 'solved', rating: 5 } as const;

describe('followUpVoice', () => {
  it('V4: is for anybody of the office but the owner, after the answer', async () => {
    const world = await makeWorld();
    const early = await aVoice(world, 'in_progress');
    await expectRefusals(early, (viewer) => followUpVoice(viewer, early, solved), [[world.colleague, 'voice.not-from-here-follow-up']]);
    const voice = await aVoice(world, 'answered');
    await expectRefusals(voice, (viewer) => followUpVoice(viewer, voice, solved), [
      [world.worker, 'voice.owner-cannot-judge'],
      [voice.speaker, 'voice.not-yours-to-handle'],
      [await makePerson(world, 'resident'), 'access.not-found'],
    ]);
    expect(followUpVoiceInput.safeParse({ way: 'phone', outcome: 'solved' }).error?.issues[0]?.message).toBe('voice.rating-needed');
  });

  it('V3: yes closes with the word of the resident and the name of the caller; a supervisor may call, too', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'answered');
    const member = await makePerson(world, 'supervisory_member');
    await followUpVoice(member, voice, { ...solved, note: 'Very glad' });
    expect((await rowOf(voice)).stage).toBe('closed_confirmed');
    const closing = await database().selectFrom('voice_closings').selectAll().where('voice_id', '=', voice.id).executeTakeFirstOrThrow();
    expect(closing).toMatchObject({
      kind: 'confirmed',
      confirmed_by: 'phone',
      recorded_by: member.personId,
      owner_id: world.worker.personId,
      rating: 5,
    });
  });

  it('V3: nobody is the second person of what they said themselves, not even in the office', async () => {
    const world = await makeWorld();
    const voice = await bring(world, await speak(world, {}, world.colleague), 'answered', undefined, world.worker);
    await expectRefusals(voice, (viewer) => followUpVoice(viewer, voice, solved), [[world.colleague, 'voice.own-word-counts']]);
    const closing = closeDocumentedInput.parse({ reasonCode: 'SAME_FACTS_ALREADY_ANSWERED', evidence: 'See before' });
    await expectRefusals(voice, (viewer) => closeDocumented(viewer, voice, closing), [[world.colleague, 'voice.own-word-counts']]);
    await confirmVoice(world.colleague, voice, { rating: 5 });
  });

  it('no opens a new round; not reached and no word are tries that change nothing', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'answered');
    await followUpVoice(world.colleague, voice, { way: 'phone', outcome: 'not_reached' });
    await followUpVoice(world.secretary, voice, { way: 'visit', outcome: 'would_not_say' });
    expect((await rowOf(voice)).stage).toBe('answered');
    await followUpVoice(world.secretary, voice, { way: 'visit', outcome: 'not_solved', note: 'Still wet' });
    expect(await rowOf(voice)).toMatchObject({ stage: 'reopened', round: 2, owner_id: null, answered_at: null });
  });

  it('two callers at once close it once', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'answered');
    const calls = await Promise.allSettled([world.colleague, world.secretary].map((caller) => followUpVoice(caller, voice, solved)));
    expect(calls.map((call) => call.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});
