import { expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { TooMany } from '#foundation/refusal.ts';
import { nobody } from '#community/people/index.ts';
import { countIntake } from './count-intake.ts';

useDatabase();

it('an address hands in sixty times an hour, a person twenty times, whoever they are', async () => {
  const stranger = { ...nobody, address: 'one' };
  for (let times = 0; times < 60; times++) await countIntake(stranger);
  await expect(countIntake(stranger)).rejects.toThrow(TooMany);
  await expect(countIntake({ ...nobody, address: 'another' })).resolves.toBeUndefined();
  const resident = await makePerson(await makeWorld(), 'resident');
  for (let times = 0; times < 20; times++) await countIntake({ ...resident, address: `place ${times}` });
  await expect(countIntake({ ...resident, address: 'elsewhere' })).rejects.toThrow(TooMany);
});
