import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { writeAnswer, writeVoices } from '#tests/written-voices.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { Forbidden, Missing } from '#foundation/refusal.ts';
import { findDistrictView } from './find-district-view.ts';

useDatabase();

describe('findDistrictView', () => {
  it('compares communities by numbers alone: no voice, no person, in the order of their names', async () => {
    const world = await makeWorld();
    await writeVoices(world, 11, { stage: 'closed_confirmed', category: 'noise', words: 'Secret words' });
    const district = await makePerson(world, 'district_supervisor');
    const view = await findDistrictView(district, world.districtId);
    expect(view.communities).toHaveLength(1);
    expect(view.communities[0]).toMatchObject({ received: 11, answered: { part: 11, whole: 11 }, confirmed: { part: 11, whole: 11 } });
    expect(view.categories.shown).toMatchObject([{ category: { code: 'noise' }, count: 11, communities: 1 }]);
    const told = JSON.stringify(view);
    for (const hidden of ['Secret words', world.worker.personId ?? '', 'Worker', '2026-000001']) expect(told).not.toContain(hidden);
  });

  it('V6: counts no voice that names the viewer, nor one the street keeps to itself', async () => {
    const world = await makeWorld();
    const district = await makePerson(world, 'district_supervisor');
    const [named = ''] = await writeVoices(world, 1, {
      sealed: 'named',
      accused: [district.personId],
      stage: 'answered',
      category: 'conduct',
    });
    await writeAnswer(world, named, { late: true, answeredAt: new Date(), originalDueAt: new Date() });
    await writeVoices(world, 1, { sealed: 'street', accused: [world.secretary.personId] });
    await writeVoices(world, 1, { sealed: 'named', accused: [world.worker.personId] });
    const view = await findDistrictView(district, world.districtId);
    expect(view.together.account.received).toBe(1);
    expect(view.communities[0]).toMatchObject({ received: 1, inTime: { part: 0, whole: 0 } });
    expect(view.categories).toEqual({ shown: [], rest: { cells: 1, count: null } });
    const colleague = await makePerson(world, 'district_supervisor');
    expect((await findDistrictView(colleague, world.districtId)).together.account.received).toBe(2);
  });

  it('is refused to everybody else; a district that does not exist is missing', async () => {
    const world = await makeWorld();
    const elsewhere = await makeWorld();
    const strangers = [world.secretary, world.street, await makePerson(elsewhere, 'district_supervisor')];
    for (const stranger of strangers) await expect(findDistrictView(stranger, world.districtId)).rejects.toThrow(Forbidden);
    await expect(findDistrictView(strangers[2] ?? world.street, 2_000_000_000)).rejects.toThrow(Missing);
  });
});
