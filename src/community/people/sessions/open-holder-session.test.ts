import { expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { speak } from '#tests/voices.ts';
import { makeWorld } from '#tests/world.ts';
import { findViewer } from './find-viewer.ts';
import { openHolderSession } from './open-holder-session.ts';

useDatabase();

it('reaches the one voice and carries no person and no role', async () => {
  const world = await makeWorld();
  const voice = await speak(world);
  const holds = { communityId: world.communityId, voiceId: voice.id };
  const signedIn = await findViewer(await openHolderSession(holds));
  expect(signedIn?.viewer).toMatchObject({ kind: 'holder', holds, personId: null, grants: [] });
});
