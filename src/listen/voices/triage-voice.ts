import { z } from 'zod';
import { Invalid, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { nameAccused, type Accused } from './accused.ts';
import { id, words } from './inputs.ts';
import { reachVoice, type VoiceRef } from './load-voice.ts';
import { moveVoice } from './move-voice.ts';
import { sealVoice } from './seal-voice.ts';
import { kinds, matterScopes, urgencies, type Voice } from './voice.ts';
import { whyNotTriage } from './why-not-handle.ts';

/**
 * `suggested`: the category that was offered at the form, whether taken or not; kept so that it can be seen how often it is
 * taken. `accusedIds`, `accusedWords`: all who are complained about, as it stands after this step; leaving one out takes it
 * back.
 */
export const triageVoiceInput = z.object({
  kind: z.enum(kinds, 'input.choose'),
  category: z.string('input.choose').min(1, 'input.choose').max(40, 'input.choose'),
  suggested: z.string('input.choose').max(40, 'input.choose').optional(),
  matterScope: z.enum(matterScopes, 'input.choose'),
  vitalInterest: z.boolean().default(false),
  urgency: z.enum(urgencies, 'input.choose').default('ordinary'),
  accusedIds: z.array(id).max(10, 'input.too-many').default([]),
  accusedWords: words(200).optional(),
});
export type TriageVoice = z.infer<typeof triageVoiceInput>;

/** Sorts a voice: what it is, what it is about, how urgent, and who is complained about. */
export async function triageVoice(viewer: Viewer, ref: VoiceRef, input: TriageVoice, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'voice.triage', input: [ref, input] }, how, async (act) => {
    const voice = await reachVoice(act.trx, viewer, ref);
    refuseIf(whyNotTriage(voice, viewer));
    await checkCategory(act, 'category', input.category);
    if (input.suggested) await checkCategory(act, 'suggested', input.suggested);
    const { set, ownerDropped, named, unnamed } = await sealVoice(act, viewer, voice, await accusedNow(act, voice, input));
    const { kind, category, urgency } = input;
    await moveVoice(act, viewer, voice, {
      event: 'triaged',
      ...((ownerDropped || voice.stage === 'acknowledged') && { to: 'triaged' }),
      set: { ...set, kind, category, urgency, matter_scope: input.matterScope, vital_interest: input.vitalInterest },
      data: { kind, category, urgency, named, unnamed, ...(input.suggested && { suggested: input.suggested }) },
    });
    if (ownerDropped) await moveVoice(act, viewer, voice, { event: 'owner_dropped', to: 'triaged' });
    return { number: voice.number };
  });
}

async function checkCategory({ trx }: Act, field: string, code: string): Promise<void> {
  const known = await trx.selectFrom('categories').select('code').where('code', '=', code).where('ended_at', 'is', null).executeTakeFirst();
  if (!known) throw new Invalid([{ field, code: 'input.choose' }]);
}

/** Picked by hand; and when it turns out to be a complaint only now, also whoever its words name. */
async function accusedNow(act: Act, voice: Voice, input: TriageVoice): Promise<Accused[]> {
  const becomesComplaint = input.kind === 'complaint' && voice.kind !== 'complaint';
  const { words: said } = await act.trx
    .selectFrom('voices')
    .select('words')
    .where('community_id', '=', voice.communityId)
    .where('id', '=', voice.id)
    .executeTakeFirstOrThrow();
  const { accusedIds, accusedWords } = input;
  const found = await nameAccused(act, voice.communityId, {
    kind: input.kind,
    words: becomesComplaint ? said : '',
    accusedIds,
    accusedWords,
  });
  const missing = accusedIds.filter((personId) => !found.some((one) => one.personId === personId));
  // Somebody named earlier who no longer serves here stays named; a stranger's id is a mistake.
  if (missing.some((personId) => !voice.accusedIds.includes(personId)))
    throw new Invalid([{ field: 'accusedIds', code: 'input.not-found' }]);
  return [...found, ...missing.map((personId) => ({ personId, description: null, leads: false }))];
}
