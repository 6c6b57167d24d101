import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { aVoice } from '#tests/voices.ts';
import { makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { findOpenings, findReceivedEvent } from '#listen/voices/index.ts';
import { goOn } from '../log/run-ledger.ts';
import { readClaim } from '../verify-page/claim.ts';
import { judge } from '../verify-page/verdict.ts';
import { formatReceipt } from './receipt-file.ts';
import { takeHome } from './take-home.ts';

useDatabase();
const keysFolder = mkdtempSync(join(tmpdir(), 'huiyin-keys-'));
afterAll(() => rmSync(keysFolder, { recursive: true }));

it('what somebody takes home of a voice is good on the checking page, and there is nothing before it is recorded', async () => {
  const world = await makeWorld();
  const { communityId, number, id } = await aVoice(world, 'received');
  const speaker = { ...world.worker, kind: 'holder' as const, personId: null, grants: [], holds: { communityId, voiceId: id } };
  const eventId = await findReceivedEvent(speaker, { communityId, number });
  expect(await takeHome(eventId)).toBeNull();
  await goOn(database(), { keysFolder, publicAddress: 'https://town.example' });
  const home = await takeHome(eventId);
  if (!home) throw new Error('not recorded');
  const pinned = { origin: 'town.example/ledger/1', vkey: home.vkey, witnesses: [] };
  const [opening] = await findOpenings(speaker, { communityId, number });
  const file = formatReceipt({ number, vkey: home.vkey, witnesses: [], lines: [{ ...home.proof, opening: opening ?? null }] });
  for (const given of [home.letters, file]) {
    const claim = await readClaim(given);
    const verdict = claim && (await judge(claim, pinned, () => null));
    expect(verdict?.outcome).toBe('good');
    expect(verdict?.lines[0]?.line).toMatchObject({ type: 'voice.received', number });
  }
});
