import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { atHome, makeHouses } from '#tests/neighbours.ts';
import { at } from '#tests/voices.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { Missing } from '#foundation/refusal.ts';
import { changeContacts, findCardCoverage, findContactCards, findContacts, moveCard, printContactCard } from './index.ts';

useDatabase();

describe('contact cards', () => {
  it('carry what the secretary entered, the newest', async () => {
    const world = await makeWorld();
    await expect(changeContacts(world.worker, world.communityId, {})).rejects.toThrow('card.secretary-only');
    await changeContacts(
      world.secretary,
      world.communityId,
      { policeName: 'Li', policePhone: '00055500110' },
      { now: at('2026-03-01 09:00') },
    );
    await changeContacts(world.secretary, world.communityId, { policeName: 'Zhou' }, { now: at('2026-04-01 09:00') });
    expect(await findContacts(world.communityId)).toMatchObject({ policeName: 'Zhou', policePhone: undefined });
  });

  it('are printed, handed over, acknowledged, and printed anew a year later', async () => {
    const world = await makeWorld();
    const [house] = await makeHouses(world);
    const { id: communityId } = { id: world.communityId };
    const printing = { buildingId: house?.id ?? '', which: 'missing', count: 1 } as const;
    await expect(printContactCard(world.street, communityId, printing)).rejects.toThrow('card.office-only');
    const { cardIds } = await printContactCard(world.worker, communityId, printing, { now: at('2025-03-02 10:00') });
    expect(cardIds).toHaveLength(4);
    expect((await printContactCard(world.worker, communityId, printing)).cardIds).toEqual([]);
    const ref = { communityId, id: cardIds[0] ?? '' };
    await expect(moveCard(world.worker, ref, { step: 'acknowledge', way: 'signed' })).rejects.toThrow('card.not-from-here');
    await moveCard(world.worker, ref, { step: 'hand_over' });
    await moveCard(world.worker, ref, { step: 'acknowledge', way: 'spoken' });
    const covered = (await findCardCoverage(communityId)).find(({ buildingId }) => buildingId === house?.id);
    expect(covered).toMatchObject({ households: 4, without: 3, toRenew: 4 });
    const again = { ...printing, which: 'one', householdId: house?.units[0]?.flats[0] ?? '' } as const;
    await printContactCard(world.worker, communityId, again);
    const stages = (await findContactCards(world.worker, communityId)).map(({ stage }) => stage);
    expect(stages.toSorted()).toEqual(['printed', 'printed', 'printed', 'printed', 'reissued']);
    const blank = await printContactCard(world.worker, communityId, { ...printing, which: 'blank', count: 3 });
    await moveCard(world.worker, { communityId, id: blank.cardIds[0] ?? '' }, { step: 'return' });
  });

  it('H6: a neighbour who serves notes those of the own area and knows of no others', async () => {
    const world = await makeWorld();
    const [first, second] = await makeHouses(world);
    const officer = await makePerson({ ...world, placeId: first?.id ?? '' }, 'liaison_officer');
    const near = await printContactCard(world.worker, world.communityId, { buildingId: first?.id ?? '', which: 'missing', count: 1 });
    const far = await printContactCard(world.worker, world.communityId, { buildingId: second?.id ?? '', which: 'blank', count: 1 });
    await moveCard(officer, { communityId: world.communityId, id: near.cardIds[0] ?? '' }, { step: 'hand_over' });
    const elsewhere = { communityId: world.communityId, id: far.cardIds[0] ?? '' };
    await expect(moveCard(officer, elsewhere, { step: 'hand_over' })).rejects.toThrow(Missing);
    const home = await atHome(world, first?.units[0]?.flats[0] ?? '');
    await expect(moveCard(home, { ...elsewhere, id: near.cardIds[1] ?? '' }, { step: 'hand_over' })).rejects.toThrow(Missing);
  });

  it('keep no column of anybody who lives there', async () => {
    const tables = await database().introspection.getTables();
    const columns = tables.find(({ name }) => name === 'contact_cards')?.columns.map(({ name }) => name) ?? [];
    expect(columns.filter((name) => /name|phone|person_id|resident/.test(name))).toEqual([]);
  });
});
