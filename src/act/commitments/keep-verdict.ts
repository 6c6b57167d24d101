import { newId } from '#foundation/ids.ts';
import { Refused } from '#foundation/refusal.ts';
import type { Act } from '#foundation/server/perform.ts';
import type { Viewer } from '#community/people/index.ts';
import type { Commitment, SaidAs, Verdict, VerdictWay } from './commitment.ts';
import { recordCommitment, takeStep, tellFollowers } from './record-commitment.ts';
import { settleVerdict } from './settle-verdict.ts';

/** `settled`: what the residents' words have made of the promise; null while more of those affected have to speak. */
export type Settled = { number: string; settled: Verdict | null };
type Saying = {
  saidAs: SaidAs;
  verdict: Verdict;
  words: string | null;
  personId: string | null;
  voiceId: string | null;
  way: VerdictWay;
  document: string | null;
};

/** Within a command: keeps one resident's word; with the deciding one the promise ends (C2). Throws Refused when said already. */
export async function keepVerdict(act: Act, viewer: Viewer, one: Commitment, said: Saying): Promise<Settled> {
  const { communityId, id, number, round } = one;
  const kept = await act.trx
    .insertInto('commitment_verdicts')
    .values({
      community_id: communityId,
      id: newId(act.now),
      commitment_id: id,
      round,
      said_as: said.saidAs,
      verdict: said.verdict,
      words: said.words,
      person_id: said.personId,
      voice_id: said.voiceId,
      way: said.way,
      document: said.document,
      said_at: act.now,
      entered_by: said.way === 'page' ? null : viewer.personId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!kept) throw new Refused('commitment.said-already');
  // Who said it is nobody's business but theirs: event and ledger know as what they spoke.
  const line = { verdict: said.verdict, as: said.saidAs };
  await recordCommitment(act, said.way === 'page' ? anonymous(viewer) : viewer, one, 'verdict_said', line, line);
  const settled = settleVerdict(await findSaid(act, one));
  if (settled) {
    await takeStep(act, anonymous(viewer), one, settled, { byResidents: true, set: { ended_at: act.now }, line: { verdict: settled } });
    await tellFollowers(act, one, 'judged');
  }
  return { number, settled };
}

function anonymous(viewer: Viewer): Viewer {
  return { ...viewer, personId: null };
}

async function findSaid({ trx }: Act, { communityId, id, round }: Commitment) {
  return trx
    .selectFrom('commitment_verdicts')
    .select(['said_as as saidAs', 'verdict'])
    .$narrowType<{ saidAs: SaidAs; verdict: Verdict }>()
    .where('community_id', '=', communityId)
    .where('commitment_id', '=', id)
    .where('round', '=', round)
    .orderBy('said_at')
    .orderBy('id')
    .execute();
}
