import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { aVoice } from '#tests/voices.ts';
import { makeWorld } from '#tests/world.ts';
import { codeOf, openByCode } from './check-query-code.ts';

useDatabase();
const wrong = (code: string) => (code === '00000000' ? '11111111' : '00000000');

describe('openByCode', () => {
  it('opens with number and code as people type them, and says the same about a wrong code and an unknown number', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world);
    const code = codeOf(world.communityId, voice.id);
    expect(code).toMatch(/^\d{8}$/);
    const typed = `${code.slice(0, 4)} ${code.slice(4)}`;
    expect(await openByCode(world.communityId, voice.number.replace('-0', '—0'), typed, 'home')).toMatchObject({ voiceId: voice.id });
    await expect(openByCode(world.communityId, voice.number, wrong(code), 'home')).rejects.toThrow('voice.number-or-code');
    await expect(openByCode(world.communityId, '2026-999999', code, 'home')).rejects.toThrow('voice.number-or-code');
    await expect(openByCode(world.communityId, 'nonsense', code, 'home')).rejects.toThrow('voice.number-or-code');
    await expect(openByCode((await makeWorld()).communityId, voice.number, code, 'home')).rejects.toThrow('voice.number-or-code');
  });

  it('stops guessing after five wrong codes for a number, also all at once; right ones don’t count', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world);
    const code = codeOf(world.communityId, voice.id);
    for (let turn = 0; turn < 8; turn++) await openByCode(world.communityId, voice.number, code, 'neighbour');
    const guesses = await Promise.allSettled(
      Array.from({ length: 12 }, (_, at) => openByCode(world.communityId, voice.number, wrong(code), `a${at}`)),
    );
    const said = guesses.map((guess) => (guess.status === 'rejected' ? String(guess.reason) : 'open'));
    expect(said.filter((text) => text.includes('number-or-code'))).toHaveLength(5);
    expect(said.filter((text) => text.includes('too-many'))).toHaveLength(7);
    await expect(openByCode(world.communityId, voice.number, code, 'z')).rejects.toMatchObject({ code: 'access.too-many' });
  });

  it('stops one address after twenty wrong guesses over many numbers', async () => {
    const world = await makeWorld();
    const said: string[] = [];
    for (let serial = 1; serial <= 22; serial++) {
      await openByCode(world.communityId, `2026-${serial}`, '12345678', 'thief').catch((error: Error) => said.push(error.message));
    }
    expect(said.filter((text) => text === 'voice.number-or-code')).toHaveLength(20);
  });
});
