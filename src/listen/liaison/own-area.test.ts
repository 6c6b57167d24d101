import fc from 'fast-check';
import { expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { makeHouses } from '#tests/neighbours.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { newId } from '#foundation/ids.ts';
import { nobody, type Grant, type Viewer } from '#community/people/index.ts';
import { assignVoice, loadVoice, submitVoice, submitVoiceInput, triageVoice } from '#listen/voices/index.ts';
import { findContactCards, printContactCard } from '#listen/cards/index.ts';
import { sorted } from '#tests/voices.ts';

useDatabase();

// H6 over random areas and voices: of what a liaison officer wrote down, they see what lies within the places they are
// appointed for now (a building, an entrance, several of both), whatever was appointed before.

it('H6: a liaison officer sees only the own area, and only while appointed', async () => {
  const world = await makeWorld();
  const houses = await makeHouses(world);
  const within = new Map<string, string[]>();
  for (const house of houses) {
    const inside = house.units.flatMap(({ id, flats }) => [id, ...flats]);
    within.set(house.id, [house.id, ...inside]);
    for (const { id, flats } of house.units) within.set(id, [id, ...flats]);
  }
  const areas = [...within.keys()];
  const everywhere = houses.flatMap(({ id }) => within.get(id) ?? []);
  const officer = await makePerson({ ...world, placeId: areas[0] ?? '' }, 'liaison_officer', 'Officer');
  const written = new Map<string, string>();
  for (const placeId of everywhere) {
    const input = submitVoiceInput.parse({ words: 'Heard at a door', channel: 'liaison_visit', placeId });
    const { voiceId } = await submitVoice(officer, world.communityId, input);
    const ref = { communityId: world.communityId, id: voiceId };
    await triageVoice(world.colleague, ref, sorted);
    await assignVoice(world.colleague, ref, { ownerId: world.worker.personId ?? '' });
    written.set(placeId, voiceId);
  }
  for (const { id } of houses) await printContactCard(world.worker, world.communityId, { buildingId: id, which: 'missing', count: 1 });
  await fc.assert(
    fc.asyncProperty(fc.subarray(areas), async (area) => {
      const viewer = appointedFor(officer, world.communityId, area);
      const allowed = new Set(area.flatMap((id) => within.get(id) ?? []));
      for (const [placeId, voiceId] of written) {
        const seen = await loadVoice(database(), viewer, { communityId: world.communityId, id: voiceId });
        expect(seen !== null, placeId).toBe(allowed.has(placeId));
      }
      const flats = houses.flatMap(({ units }) => units.flatMap((unit) => unit.flats)).filter((id) => allowed.has(id));
      expect(await findContactCards(viewer, world.communityId)).toHaveLength(flats.length);
    }),
    { numRuns: 12 },
  );
});

/** The officer as they sign in with these appointments; with none at all they are a resident like any other. */
function appointedFor(officer: Viewer, communityId: number, area: string[]): Viewer {
  const grants = area.map((placeId): Grant => ({
    id: newId(),
    role: 'liaison_officer',
    communityIds: [communityId],
    streetId: null,
    districtId: null,
    placeId,
    unitName: null,
  }));
  return { ...nobody, kind: 'staff', personId: officer.personId, name: officer.name, grants };
}
