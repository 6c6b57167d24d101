import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Invalid, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { signedIn, words } from '#listen/voices/index.ts';
import { findMatter } from './find-matters.ts';
import { reachTopic, type TopicRef } from './load-topic.ts';
import { dutiesOf } from './power-check.ts';
import { moveTopic } from './record-topic.ts';
import { bodies, effects, type TopicStage } from './topic.ts';
import { whyNotScreen } from './why-not-topic.ts';

/**
 * `matter`: what kind of matter it is, of the table. `body`: who decides; without it the one the table names first.
 * `authority`: by which decision of the residents' meeting the representatives may. `reason`: for everybody to read.
 */
export const screenTopicInput = z.object({
  matter: z.string('input.choose').min(1, 'input.choose').max(40),
  body: z.enum(bodies, 'input.choose').optional(),
  effect: z.enum(effects, 'input.choose'),
  authority: words(200).optional(),
  reason: words(1000),
});
export type ScreenTopic = z.infer<typeof screenTopicInput>;
export type Screened = { number: string; stage: TopicStage };

const stageAfter = { binding: 'screened', advisory: 'screened', referral: 'referred', mediation: 'mediation' } as const;

/** The power check: who may decide, by which article. Throws Missing, Invalid, Refused by `whyNotScreen`. */
export async function screenTopic(viewer: Viewer, ref: TopicRef, input: ScreenTopic, how?: How): Promise<Screened> {
  return perform({ actor: actorKey(viewer), verb: 'topic.screen', input: [ref, input] }, how, async (act) => {
    const topic = await reachTopic(act.trx, ref);
    refuseIf(whyNotScreen(topic, viewer, null));
    const matter = await findMatter(act.trx, input.matter);
    const body = input.body ?? matter?.bodies[0];
    if (!matter || !body) throw new Invalid([{ field: 'matter', code: 'input.choose' }]);
    const { effect, authority = null, reason } = input;
    refuseIf(whyNotScreen(topic, viewer, { matter, body, effect, authority }));
    const { mustStudy, mustConsult } = dutiesOf({ matter, body, vitalInterest: topic.vitalInterest });
    await act.trx
      .insertInto('topic_screenings')
      .values({
        community_id: topic.communityId,
        id: newId(act.now),
        topic_id: topic.id,
        matter: matter.code,
        body,
        effect,
        articles: [...matter.articles],
        reason,
        authority,
        must_study: mustStudy,
        must_consult: mustConsult,
        screened_at: act.now,
        screened_by: signedIn(viewer),
      })
      .execute();
    const line = { matter: matter.code, body, effect, articles: matter.articles.join(', ') };
    const stage = stageAfter[effect];
    await moveTopic(act, viewer, topic, 'screened', {
      note: reason,
      line,
      content: { reason },
      data: { matter: matter.code, body, effect },
    });
    if (stage !== 'screened') await moveTopic(act, viewer, topic, stage);
    return { number: topic.number, stage };
  });
}
