import { z } from 'zod';
import { Forbidden } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, hasRole, type Viewer } from '#community/people/index.ts';
import { submitVoice, submitVoiceInput, words, type NewPhoto } from '#listen/voices/index.ts';

/** `where`: within the building. `placeId`: the building, where the chief's own is not meant or there are several. */
export const reportProblemsInput = z.object({
  placeId: z.uuid('input.not-found').optional(),
  problems: z
    .array(z.object({ words: words(1000), where: words(100).optional() }))
    .min(1, 'input.needed')
    .max(3, 'input.too-many'),
});
export type ReportProblems = z.infer<typeof reportProblemsInput>;

/** The buildings somebody is chief of here, by id. */
export function ownBuildings(viewer: Viewer, communityId: number): string[] {
  const grants = viewer.grants.filter(({ role, communityIds }) => role === 'building_chief' && communityIds.includes(communityId));
  return [...new Set(grants.flatMap(({ placeId }) => placeId ?? []))];
}

/**
 * Up to three problems of a building in one go: each becomes a voice with a number of its own, or none does. `photos`: for
 * each problem, in the same order. The same key again gives the same numbers. Throws Forbidden for whoever is no chief here.
 */
export async function reportProblems(
  viewer: Viewer,
  communityId: number,
  input: ReportProblems,
  photos: NewPhoto[][] = [],
  how?: How,
): Promise<{ numbers: string[] }> {
  const seen = photos.map((of) => of.map(({ sha256 }) => sha256));
  return perform({ actor: actorKey(viewer), verb: 'chief.report', input: [communityId, input, seen] }, how, async (act) => {
    if (!hasRole(viewer, communityId, 'building_chief')) throw new Forbidden();
    const own = ownBuildings(viewer, communityId);
    const placeId = input.placeId ?? own[0];
    const numbers: string[] = [];
    for (const [at, { words: said, where }] of input.problems.entries()) {
      const voice = submitVoiceInput.parse({
        words: said,
        channel: 'building_chief',
        placeId,
        placeWords: where,
        name: viewer.name ?? undefined,
        responseMethod: 'page',
      });
      numbers.push((await submitVoice(viewer, communityId, voice, photos[at] ?? [], { within: act })).number);
    }
    return { numbers };
  });
}
