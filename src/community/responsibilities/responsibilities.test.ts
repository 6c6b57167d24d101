import { expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { makeWorld } from '#tests/world.ts';
import { beginRegister } from './begin-register.ts';
import { endResponsibility } from './end-responsibility.ts';
import { enterResponsibility, enterResponsibilityInput } from './enter-responsibility.ts';
import { findResidentsList, findResponsibilities, findRouting } from './find-responsibilities.ts';

useDatabase();

it('is kept by the secretary, begins from the list of the law, and says whose a matter is', async () => {
  const { communityId, secretary, worker } = await makeWorld();
  await expect(beginRegister(worker, communityId)).rejects.toThrow('access.not-yours');
  expect(await findRouting(communityId, 'water')).toBeNull();
  await beginRegister(secretary, communityId);
  await expect(beginRegister(secretary, communityId)).rejects.toThrow('responsibility.begun');
  const all = await findResponsibilities(communityId);
  expect(all.find(({ basis }) => basis === 'RC 12')).toMatchObject({ holder: 'residents_committee', standing: 'not_to_be_asked' });
  expect((await findResidentsList(communityId)).length).toBeGreaterThan(3);
  // The office helps with welfare; heating is the government's: what isn't on the office's list may be declined.
  expect(await findRouting(communityId, 'welfare')).toMatchObject({ declinable: false });
  expect(await findRouting(communityId, 'heating')).toMatchObject({ declinable: true });

  const pipes = enterResponsibilityInput.parse({ holder: 'property_provider', standing: 'does', matter: 'Pipes', category: 'water' });
  const { responsibilityId } = await enterResponsibility(secretary, communityId, pipes);
  await expect(enterResponsibility(secretary, communityId, pipes)).rejects.toThrow('responsibility.stands-there');
  expect((await findRouting(communityId, 'water'))?.entries).toMatchObject([{ matter: 'Pipes' }]);
  await endResponsibility(secretary, communityId, { responsibilityId, reason: 'The contract ended' });
  await expect(endResponsibility(secretary, communityId, { responsibilityId, reason: 'Again' })).rejects.toThrow('access.not-found');
  expect(await findRouting(communityId, 'water')).toBeNull();
  expect(enterResponsibilityInput.safeParse({ holder: 'owners', standing: 'residents_can', matter: 'X' }).success).toBe(false);
});
