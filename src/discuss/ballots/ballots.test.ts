import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { newId } from '#foundation/ids.ts';
import { database } from '#foundation/server/database.ts';
import { useDatabase } from '#tests/database.ts';
import { aCalled, at, entriesOf, plantHouseholds, plantRepresentatives, type Ref } from '#tests/meetings.ts';
import { makePerson, makeWorld, type World } from '#tests/world.ts';
import { nobody } from '#community/people/index.ts';
import { addAgendaItem, closeMeeting, declareInquorate, markRoll, markRollInput, openMeeting } from '#discuss/meetings/index.ts';
import { approveMinutes, findMeeting, publishMinutes, writeMinutes } from '#discuss/meetings/index.ts';
import { answerObjection } from './answer-objection.ts';
import { answerRollCall } from './answer-roll-call.ts';
import { closeVote } from './close-vote.ts';
import { countBallots, countBallotsInput } from './count-ballots.ts';
import { enterHands } from './enter-hands.ts';
import { enterRanking } from './enter-rankings.ts';
import { findOwedResolutions, findResolution, findResolutions } from './find-resolutions.ts';
import { findVotes } from './find-votes.ts';
import { noteLatePaper, type NoteLatePaper } from './note-late-paper.ts';
import { objectToResolution } from './object-to-resolution.ts';
import { openBox } from './open-box.ts';
import { openVote, openVoteInput } from './open-vote.ts';
import { ruleLatePaper } from './rule-late-paper.ts';
import { sayReasoning } from './say-reasoning.ts';
import { stepResolution } from './step-resolution.ts';
import { voidVote } from './void-vote.ts';

useDatabase();
const then = { now: at(0, '15:00') };
const count = (more: Record<string, string>) =>
  countBallotsInput.parse({ issued: '8', returned: '8', invalid: '0', yes: '5', no: '2', abstain: '1', ...more });

/** A meeting in session: so many of its roll are there. */
async function inSession(world: World, present: number, kind = 'representatives_meeting'): Promise<Ref> {
  const ref = await aCalled(world, { kind });
  await come(world, ref, 0, present);
  await openMeeting(world.worker, ref, then);
  return ref;
}

async function come(world: World, ref: Ref, from: number, until: number): Promise<void> {
  const entryIds = (await entriesOf(ref)).slice(from, until);
  await markRoll(world.worker, ref, markRollInput.parse({ entryIds, standing: 'present' }), then);
}

async function itemOf(ref: Ref): Promise<string> {
  return (await findMeeting(nobody, ref, false)).items[0]?.id ?? '';
}

async function open(world: World, ref: Ref, more: Record<string, unknown> = {}) {
  const typed = {
    itemId: await itemOf(ref),
    question: 'The budget is adopted',
    way: 'secret_paper',
    matter: 'supervisory_committee',
    ...more,
  };
  const { voteId, effect } = await openVote(world.worker, ref, openVoteInput.parse(typed), then);
  return { vote: { meeting: ref, voteId }, effect };
}

describe('a secret ballot on paper', () => {
  it('D1, D4, D6 [law RC 28, 29]: two tellers apart, no partial result, no split below ten, written once', async () => {
    const world = await makeWorld();
    await plantRepresentatives(world);
    const ref = await inSession(world, 8);
    const supervisor = await makePerson(world, 'supervisory_member', 'Supervisor');
    const { vote, effect } = await open(world, ref);
    expect(effect).toBe('binding');
    await expect(open(world, ref)).rejects.toThrow('ballot.running');
    await expect(closeMeeting(world.worker, ref, then)).rejects.toThrow('ballot.votes-running');
    await expect(countBallots(world.worker, vote, count({}), then)).rejects.toThrow('ballot.still-open');
    expect(await closeVote(world.worker, vote, then)).toEqual({ outcome: null });
    await expect(countBallots(world.worker, vote, count({}), then)).rejects.toThrow('ballot.box-closed');
    await openBox(world.worker, vote, then);
    await expect(countBallots(world.street, vote, count({}), then)).rejects.toThrow('ballot.not-a-teller');
    await expect(countBallots(world.worker, vote, count({ issued: '9', returned: '9', yes: '6' }), then)).rejects.toThrow(
      'more-than-present',
    );
    expect(await countBallots(world.worker, vote, count({ yes: '6', no: '1' }), then)).toMatchObject({ state: 'waits' });
    await expect(countBallots(world.worker, vote, count({}), then)).rejects.toThrow('ballot.second-teller');
    expect((await findVotes(world.secretary, ref))[0]?.result).toBeNull();
    expect(await countBallots(supervisor, vote, count({}), then)).toMatchObject({ state: 'differs' });
    await countBallots(supervisor, vote, count({}), then);
    expect(await countBallots(world.worker, vote, count({}), then)).toEqual({ state: 'counted', outcome: 'passed' });
    await expect(countBallots(world.colleague, vote, count({}), then)).rejects.toThrow('ballot.counted');
    const [seen] = await findVotes(nobody, ref);
    expect(seen?.result).toMatchObject({ returned: 8, present: 8, split: null, explained: { outcome: 'passed', needed: 5 } });
    expect((await findVotes(world.worker, ref))[0]?.result?.split).toMatchObject({ yes: 5, no: 2, abstain: 1, missing: 0 });
    for (const locale of ['zh-CN', 'en'] as const) {
      const sentences = seen?.result?.explained.steps.map((step) => sayReasoning(step, locale)) ?? [];
      expect(sentences).toHaveLength(4);
      expect(sentences.join(' ')).not.toMatch(/[{}]/);
    }
    await expect(database().updateTable('tallies').set({ outcome: 'failed' }).execute()).rejects.toThrow();
    const { rows } = await sql<{ entry: string }>`select convert_from(entry, 'UTF8') as entry from ledger_queue
      where convert_from(entry, 'UTF8') like '%ballot.counted%'`.execute(database());
    expect(rows[0]?.entry).toContain('"outcome":"passed"');
    expect(rows[0]?.entry).not.toContain('"yes"');
  });

  it('counts late paper before the box is open, and puts on record what turns up afterwards', async () => {
    const world = await makeWorld();
    await plantHouseholds(world, 20);
    const ref = await inSession(world, 11, 'residents_meeting');
    const entries = await entriesOf(ref);
    const { vote } = await open(world, ref, { matter: 'charter' });
    await closeVote(world.worker, vote, then);
    const late = { papers: 1, inTime: 'yes', entryIds: [], note: 'In the letter box' } satisfies NoteLatePaper;
    await expect(noteLatePaper(world.worker, vote, late, then)).rejects.toThrow('ballot.whose-papers');
    expect(await noteLatePaper(world.worker, vote, { ...late, entryIds: entries.slice(11, 12) }, then)).toEqual({ counted: true });
    await openBox(world.worker, vote, then);
    const figures = count({ issued: '15', returned: '12', yes: '7', no: '4' });
    for (const teller of [world.worker, world.colleague]) await countBallots(teller, vote, figures, then);
    expect((await findVotes(nobody, ref))[0]?.result).toMatchObject({
      present: 12,
      split: { yes: 7 },
      explained: { outcome: 'passed', needed: 7 },
    });
    expect(await noteLatePaper(world.worker, vote, { ...late, papers: 2 }, then)).toEqual({ counted: false });
    const [seen] = await findVotes(nobody, ref);
    expect(seen?.late).toMatchObject([{ couldTurn: false }, { couldTurn: true, ruling: null }]);
    const [{ number } = { number: '' }] = await findResolutions(world.worker, world.communityId);
    const resolution = { communityId: world.communityId, number };
    await expect(stepResolution(world.worker, resolution, { step: 'published' }, then)).rejects.toThrow('resolution.paper-pending');
    await ruleLatePaper(world.secretary, vote, { lateId: seen?.late[1]?.id ?? '', ruling: 'annulled', reason: 'Voted on again' }, then);
    expect(await findResolutions(world.worker, world.communityId)).toMatchObject([{ state: 'annulled', mustFile: true }]);
  });
});

describe('open votes', () => {
  it('D2, D5, D8 [law RC 27]: hands against those present; nothing that came onto the agenda late, nothing without a quorum', async () => {
    const world = await makeWorld();
    await plantHouseholds(world, 9);
    const ref = await inSession(world, 6, 'residents_meeting');
    const { itemId: late } = await addAgendaItem(world.worker, ref, { title: 'One more', purpose: 'discuss' }, then);
    await expect(open(world, ref, { itemId: late })).rejects.toThrow('meeting.agenda-frozen');
    await expect(open(world, ref, { way: 'show_of_hands' })).rejects.toThrow('ballot.way-reason-needed');
    await expect(open(world, ref, { way: 'show_of_hands', aboutPersons: 'on', wayReason: 'x' })).rejects.toThrow('must-be-secret');
    const { vote, effect } = await open(world, ref, { way: 'show_of_hands', wayReason: 'Agreed', matter: undefined });
    expect(effect).toBe('advisory');
    await expect(enterHands(world.worker, vote, { yes: 5, no: 2, abstain: 0 }, then)).rejects.toThrow('ballot.more-than-present');
    expect(await enterHands(world.worker, vote, { yes: 3, no: 1, abstain: 2 }, then)).toEqual({ outcome: 'failed' });
    await expect(voidVote(world.worker, vote, { reason: 'x' }, then)).rejects.toThrow('ballot.counted');
    const small = await aCalled(world);
    await declareInquorate(world.worker, small, then);
    await expect(open(world, small)).rejects.toThrow('ballot.inquorate');
  });

  it('of a joint meeting: each party binds itself, and one that refuses is on record [rule Shandong-property 74]', async () => {
    const world = await makeWorld();
    for (const name of ['Committee', 'Police', 'Property', 'Owners', 'Water']) {
      const id = newId();
      await database()
        .insertInto('organizations')
        .values({ community_id: world.communityId, id, kind: 'other', name, created_at: new Date() })
        .execute();
      await database()
        .insertInto('joint_parties')
        .values({ community_id: world.communityId, id: newId(), organization_id: id, duty: 'x', sort: 1, named_at: new Date() })
        .execute();
    }
    const ref = await inSession(world, 5, 'joint_meeting');
    const { vote } = await open(world, ref, { way: 'roll_call', matter: undefined });
    const [one = '', two = '', three = ''] = await entriesOf(ref);
    await expect(answerRollCall(world.worker, vote, { entryIds: [one], answer: 'yes' }, then)).rejects.toThrow('input.needed');
    await answerRollCall(world.worker, vote, { entryIds: [one], answer: 'yes', words: 'Mends the gate by May' }, then);
    await answerRollCall(world.worker, vote, { entryIds: [two], answer: 'yes', words: 'Patrols at eight' }, then);
    await answerRollCall(world.worker, vote, { entryIds: [three], answer: 'no', words: 'Not ours' }, then);
    expect(await closeVote(world.worker, vote, then)).toEqual({ outcome: 'passed' });
    const found = await findResolutions(world.worker, world.communityId);
    expect(found.map(({ text, effect }) => [text, effect])).toEqual([
      ['Patrols at eight', 'binding'],
      ['Mends the gate by May', 'binding'],
    ]);
    expect((await findVotes(nobody, ref))[0]?.answers).toMatchObject([{}, {}, { answer: 'no', words: 'Not ours' }]);
  });

  it('a poll in a body that decides nothing gives an order and no resolution', async () => {
    const world = await makeWorld();
    await plantHouseholds(world, 9);
    const ref = await inSession(world, 6, 'residents_meeting');
    const { vote, effect } = await open(world, ref, { way: 'preference_poll', matter: undefined, options: ['Lamp', 'Bench', 'Tree'] });
    expect(effect).toBe('advisory');
    await expect(enterRanking(world.worker, vote, { ranking: [1, 1], papers: 2 }, then)).rejects.toThrow('ballot.same-place');
    await enterRanking(world.worker, vote, { ranking: [2, 1, 3], papers: 4 }, then);
    await enterRanking(world.worker, vote, { ranking: [1, 3], papers: 2 }, then);
    expect(await closeVote(world.worker, vote, then)).toEqual({ outcome: 'ranked' });
    expect((await findVotes(nobody, ref))[0]?.result?.ranking?.places).toEqual([[1], [0], [2]]);
    expect(await findResolutions(world.worker, world.communityId)).toEqual([]);
  });
});

describe('a resolution', () => {
  it('D9, D10, D11 [law RC 31, 34]: reviewed where it touches rights, published, objected to, and never left without an answer', async () => {
    const world = await makeWorld();
    await plantRepresentatives(world);
    const ref = await inSession(world, 8);
    const { vote } = await open(world, ref, { way: 'show_of_hands', wayReason: 'Agreed', touches: ['property'] });
    await enterHands(world.worker, vote, { yes: 6, no: 1, abstain: 1 }, then);
    const [{ number } = { number: '' }] = await findOwedResolutions(world.worker, world.communityId);
    const one = { communityId: world.communityId, number };
    const take = (who: typeof world.worker, step: 'published' | 'cleared' | 'no_action' | 'filed' | 'blocked', more = {}) =>
      stepResolution(who, one, { step, ...more }, then);
    await expect(take(world.worker, 'published')).rejects.toThrow('resolution.blocked');
    await expect(take(world.secretary, 'cleared', { reason: 'Fine', reference: '7' })).rejects.toThrow('resolution.street-clears');
    await take(world.street, 'cleared', { reason: 'Fine', reference: 'Street 7' });
    await expect(findResolution(nobody, one)).rejects.toThrow('access.not-found');
    await take(world.worker, 'published');
    await expect(take(world.worker, 'filed', { reference: '1' })).rejects.toThrow('resolution.nothing-to-file');
    expect(await findResolution(nobody, one)).toMatchObject({ resolution: { text: 'The budget is adopted', state: 'published' } });

    await closeMeeting(world.worker, ref, then);
    await writeMinutes(world.worker, ref, { body: 'We met' });
    await approveMinutes(world.secretary, ref, {});
    await approveMinutes(world.worker, ref, { entryId: (await entriesOf(ref))[0] });
    await expect(publishMinutes(world.worker, ref)).rejects.toThrow('resolution.owed');
    await expect(take(world.worker, 'no_action')).rejects.toThrow('input.needed');
    await take(world.worker, 'no_action', { reason: 'It only thanks somebody' });
    await publishMinutes(world.worker, ref);
    expect(await findOwedResolutions(world.worker, world.communityId)).toEqual([]);

    const resident = await makePerson(world, 'resident', 'Wang');
    await expect(objectToResolution(nobody, one, { words: 'x' })).rejects.toThrow('sign-in.needed');
    const { objectionId } = await objectToResolution(resident, one, { words: 'The figures are wrong' }, then);
    await expect(objectToResolution(resident, one, { words: 'Again' })).rejects.toThrow('resolution.objected-already');
    const answer = { objectionId, outcome: 'corrected', reason: 'The sum is 40, not 50' } as const;
    await expect(answerObjection(world.worker, one, answer)).rejects.toThrow('resolution.not-yours-to-answer');
    await answerObjection(world.secretary, one, answer, then);
    const page = await findResolution(nobody, one);
    expect(page.objections).toMatchObject([{ words: 'The figures are wrong', outcome: 'corrected' }]);
    expect(page.steps.map(({ step }) => step).toSorted()).toEqual(['blocked', 'cleared', 'corrected', 'no_action', 'published']);
    expect(page.resolution.text).toBe('The budget is adopted');
  });
});
