import { sql } from 'kysely';
import { z } from 'zod';
import { shanghaiYear } from '#foundation/calendar/index.ts';
import { newId } from '#foundation/ids.ts';
import { Invalid, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { isPartyModuleOn } from '#community/organizations/index.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { linkVoices } from './link-voice.ts';
import { moveTopic } from './record-topic.ts';
import { represents } from './represents.ts';
import { origins } from './topic.ts';
import { whyNotPropose } from './why-not-topic.ts';

/**
 * `question`: what is to be decided, as a question. `organizationId`: for whom it is brought, such as a Party branch.
 * `voices`: numbers of the voices it grew from. `placeId`: of whom it is about when not of all. `vitalInterest`: must be
 * talked about with residents before anybody decides [law RC 32].
 */
export const proposeTopicInput = z
  .object({
    origin: z.enum(origins, 'input.choose'),
    title: words(100),
    question: words(500),
    background: words(4000).optional(),
    organizationId: z.uuid('input.not-usable').optional(),
    placeId: z.uuid('input.not-usable').optional(),
    vitalInterest: z.coerce.boolean().default(false),
    voices: z.array(z.string().trim().min(1).max(30)).max(50).default([]),
  })
  .refine(({ origin, voices }) => origin !== 'voices' || voices.length > 0, { path: ['voices'], message: 'topic.which-voices' });
export type ProposeTopic = z.infer<typeof proposeTopicInput>;
export type ProposedTopic = { id: string; number: string };

/** A topic is brought; everybody can read it, and residents can support it. Throws Refused by `whyNotPropose`, Invalid. */
export async function proposeTopic(viewer: Viewer, communityId: number, input: ProposeTopic, how?: How): Promise<ProposedTopic> {
  return perform({ actor: actorKey(viewer), verb: 'topic.propose', input: [communityId, input] }, how, async (act) => {
    const moduleOn = await isPartyModuleOn(act.trx, communityId);
    const seat = await represents(act.trx, viewer, communityId);
    refuseIf(whyNotPropose(viewer, communityId, { origin: input.origin, moduleOn, represents: seat }));
    await refuseDetails(act, communityId, input);
    const id = newId(act.now);
    const year = shanghaiYear(act.now);
    const serial = await nextSerial(act, communityId, year);
    await act.trx
      .insertInto('topics')
      .values({
        community_id: communityId,
        id,
        year,
        serial,
        stage: 'proposed',
        title: input.title,
        question: input.question,
        background: input.background ?? null,
        origin: input.origin,
        place_id: input.placeId ?? null,
        vital_interest: input.vitalInterest,
        proposed_at: act.now,
        proposed_by: viewer.personId,
        proposed_for: input.organizationId ?? null,
        changed_at: act.now,
      })
      .execute();
    const topic = { communityId, id, number: `${year}-${serial}`, stage: 'proposed' } as const;
    await moveTopic(act, viewer, topic, 'proposed', { data: { origin: input.origin } });
    await linkVoices(act, viewer, topic, input.voices);
    return { id, number: topic.number };
  });
}

async function refuseDetails({ trx }: Act, communityId: number, { organizationId, placeId }: ProposeTopic): Promise<void> {
  const { rows } = await sql<{ organization: boolean; place: boolean }>`select
    (${organizationId ?? null}::uuid is null or exists (select from organizations where community_id = ${communityId}
      and id = ${organizationId ?? null}::uuid and ended_at is null)) as organization,
    (${placeId ?? null}::uuid is null or exists (select from places where community_id = ${communityId}
      and id = ${placeId ?? null}::uuid and ended_at is null)) as place`.execute(trx);
  if (rows[0]?.organization === false) throw new Invalid([{ field: 'organizationId', code: 'input.not-usable' }]);
  if (rows[0]?.place === false) throw new Invalid([{ field: 'placeId', code: 'input.not-usable' }]);
}

async function nextSerial({ trx }: Act, communityId: number, year: number): Promise<number> {
  const { last } = await trx
    .insertInto('topic_counters')
    .values({ community_id: communityId, year, last: 1 })
    .onConflict((conflict) => conflict.columns(['community_id', 'year']).doUpdateSet({ last: sql`topic_counters.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}
