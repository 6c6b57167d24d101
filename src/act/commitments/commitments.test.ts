import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { aPromise, aPublicPromise, bodyOf, commitmentRow, today, on } from '#tests/commitments.ts';
import { useDatabase } from '#tests/database.ts';
import { aVoice, bring, sorted, speak } from '#tests/voices.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { shiftDay } from '#foundation/calendar/index.ts';
import { database } from '#foundation/server/database.ts';
import { endMembership } from '#community/organizations/index.ts';
import { mergeVoice, triageVoice } from '#listen/voices/index.ts';
import { nobody } from '#community/people/index.ts';
import { acceptCommitment } from './accept-commitment.ts';
import { amendCommitment } from './amend-commitment.ts';
import { claimDone } from './claim-done.ts';
import { verdicts } from './commitment.ts';
import { draftCommitment, draftCommitmentInput } from './draft-commitment.ts';
import { enterVerdict } from './enter-verdict.ts';
import { explainMissed } from './explain-missed.ts';
import { findClock, keptShare, onTimeShare } from './find-clock.ts';
import { findCommitment } from './find-commitment.ts';
import { findCommitments, findDeskCommitments } from './find-commitments.ts';
import { followCommitment, unfollowCommitment } from './follow-commitment.ts';
import { noteProgress, noteProgressInput } from './note-progress.ts';
import { passOnCommitments } from './pass-on-commitments.ts';
import { publishCommitment } from './publish-commitment.ts';
import { promiseLater } from './promise-later.ts';
import { sayVerdict } from './say-verdict.ts';
import { settleVerdict } from './settle-verdict.ts';
import { withdrawDraft } from './withdraw-draft.ts';

useDatabase();
const note = (words: string) => noteProgressInput.parse({ words });
const year = Number(today.slice(0, 4));

describe('making a promise', () => {
  it('is drafted by the office, accepted by whose it is, and published by the secretary', async () => {
    const world = await makeWorld();
    const chair = await makePerson(world, 'resident', 'Chair');
    const organizationId = await bodyOf(world, 'residents_committee', { chair });
    const input = draftCommitmentInput.parse({
      source: 'works_list',
      listYear: year,
      text: 'Ten lamps',
      dueOn: shiftDay(today, 30),
      organizationId,
    });
    await expect(draftCommitment(chair, world.communityId, input)).rejects.toThrow('commitment.not-yours');
    const drafted = await draftCommitment(world.worker, world.communityId, input);
    const ref = { communityId: world.communityId, id: drafted.id };
    await expect(publishCommitment(world.secretary, ref)).rejects.toThrow('commitment.not-accepted');
    await expect(acceptCommitment(world.worker, ref, { way: 'page' })).rejects.toThrow('commitment.not-the-owner');
    await expect(findCommitment(nobody, ref)).rejects.toThrow('access.not-found');
    await acceptCommitment(chair, ref, { way: 'page' });
    await expect(publishCommitment(world.worker, ref)).rejects.toThrow('commitment.only-secretary');
    await publishCommitment(world.secretary, ref);
    await expect(withdrawDraft(world.worker, ref, { reason: 'Too late' })).rejects.toThrow('commitment.public-already');
    expect((await findCommitment(nobody, ref)).standing).toBe('running');
    const { rows } = await sql<{ entry: string }>`select convert_from(entry, 'UTF8') as entry from ledger_queue`.execute(database());
    expect(rows.filter(({ entry }) => entry.includes('commitment.published') && entry.includes(drafted.number))).toHaveLength(1);
  });

  it('C1: needs text, owner and date, and a member for a pledge', async () => {
    const world = await makeWorld();
    expect(draftCommitmentInput.safeParse({ source: 'voice', text: ' ', dueOn: '2030-01-01' }).success).toBe(false);
    expect(draftCommitmentInput.safeParse({ source: 'voice', text: 'A lamp' }).success).toBe(false);
    const list = draftCommitmentInput.parse({ source: 'works_list', listYear: year, text: 'A lamp', dueOn: shiftDay(today, 3) });
    await expect(draftCommitment(world.worker, world.communityId, list)).rejects.toThrow('commitment.owner-needed');
    const stranger = await makePerson(world, 'resident');
    const pledge = draftCommitmentInput.parse({ ...list, source: 'pledge', ownerId: stranger.personId });
    await expect(draftCommitment(world.worker, world.communityId, pledge)).rejects.toThrow('commitment.owner-not-here');
    await bodyOf(world, 'party_organization', { member: stranger });
    const drafted = await draftCommitment(stranger, world.communityId, pledge);
    await acceptCommitment(stranger, { communityId: world.communityId, id: drafted.id }, { way: 'page' });
  });

  it('C1: whatever happens to it, the first wording and day stay to be read, and nothing rewrites them', async () => {
    const world = await makeWorld();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ text: fc.boolean(), days: fc.integer({ min: 0, max: 90 }) }), { maxLength: 4 }),
        async (changes) => {
          const ref = await aPublicPromise(world, { text: 'Ten lamps', days: 20 });
          for (const [at, { text, days }] of changes.entries()) {
            const change = text ? { text: `Lamps ${at}` } : { dueOn: shiftDay(today, days) };
            await amendCommitment(world.worker, ref, { ...change, reason: 'Parts are late' }, { now: new Date(Date.now() + at) });
          }
          const page = await findCommitment(nobody, ref);
          expect(page.commitment).toMatchObject({ text: 'Ten lamps', firstDueOn: shiftDay(today, 20) });
          expect(page.history.filter(({ what }) => what === 'amended')).toHaveLength(changes.length);
          const last = changes.findLastIndex(({ text }) => text);
          expect(page.wording).toBe(last < 0 ? 'Ten lamps' : `Lamps ${last}`);
          for (const table of ['commitment_notes', 'commitment_amendments', 'commitment_owners', 'commitment_steps', 'commitments'])
            await expect(
              sql`delete from ${sql.table(table)} where community_id = ${world.communityId}`.execute(database()),
            ).rejects.toThrow('append-only');
          for (const change of [sql`text = 'x'`, sql`first_due_on = '2031-01-01'`, sql`source = 'pledge'`])
            await expect(sql`update commitments set ${change} where id = ${ref.id}`.execute(database())).rejects.toThrow('append-only');
        },
      ),
      { numRuns: 6 },
    );
  });
});

describe('keeping it', () => {
  it('C2: only residents turn "said to be done" into kept: one who asked, or the committee, or three alike', () => {
    const said = fc.record({
      saidAs: fc.constantFrom('originator', 'affected', 'supervisory_committee'),
      verdict: fc.constantFrom(...verdicts),
    });
    fc.assert(
      fc.property(fc.array(said, { maxLength: 9 }), (all) => {
        const settled = settleVerdict(all);
        const alone = all.find(({ saidAs }) => saidAs !== 'affected');
        const alike = verdicts.filter((verdict) => all.filter((one) => one.verdict === verdict).length >= 3);
        if (alone) expect(settled).toBe(alone.verdict);
        else if (alike.length > 0) expect(alike).toContain(settled);
        else expect(settled).toBeNull();
      }),
    );
  });

  it('C2: three of those affected say it was kept; never the owner, the office, nor one of them twice', async () => {
    const world = await makeWorld();
    const ref = await aPublicPromise(world, { days: 10 });
    const residents = [
      await makePerson(world, 'resident', 'A'),
      await makePerson(world, 'resident', 'B'),
      await makePerson(world, 'resident', 'C'),
    ];
    const [first = nobody, second = nobody, third = nobody] = residents;
    await followCommitment(first, ref);
    await expect(sayVerdict(first, ref, { verdict: 'kept' })).rejects.toThrow('commitment.still-running');
    await noteProgress(world.worker, ref, note('Five of ten'));
    await expect(claimDone(world.colleague, ref, note('All ten'))).rejects.toThrow('commitment.not-the-owner');
    await claimDone(world.worker, ref, note('All ten'));
    await expect(amendCommitment(world.worker, ref, { text: 'Less', reason: 'x' })).rejects.toThrow('commitment.with-residents');
    await expect(sayVerdict(world.worker, ref, { verdict: 'kept' })).rejects.toThrow('commitment.own-promise');
    await expect(sayVerdict(world.colleague, ref, { verdict: 'kept' })).rejects.toThrow('commitment.only-residents');
    await expect(sayVerdict(nobody, ref, { verdict: 'kept' })).rejects.toThrow('commitment.only-residents');
    expect(await sayVerdict(first, ref, { verdict: 'kept', words: 'Bright' })).toMatchObject({ settled: null });
    await expect(sayVerdict(first, ref, { verdict: 'kept' })).rejects.toThrow('commitment.said-already');
    expect(await sayVerdict(second, ref, { verdict: 'partly_kept' })).toMatchObject({ settled: null });
    const entered = { verdict: 'kept', saidAs: 'affected', way: 'paper', document: 'List 1, line 2' } as const;
    await expect(enterVerdict(world.worker, ref, entered)).rejects.toThrow('commitment.own-promise');
    expect(await enterVerdict(world.colleague, ref, entered)).toMatchObject({ settled: null });
    await expect(enterVerdict(world.colleague, ref, entered)).rejects.toThrow('commitment.said-already');
    await expect(enterVerdict(world.colleague, ref, { ...entered, saidAs: 'originator' })).rejects.toThrow('commitment.no-originator');
    expect(await sayVerdict(third, ref, { verdict: 'kept' })).toMatchObject({ settled: 'kept' });
    expect(await commitmentRow(ref)).toMatchObject({ stage: 'kept' });
    const seen = await findCommitment(nobody, ref);
    expect(seen.verdicts.map(({ words }) => words)).toEqual([null, null, null, null]);
    expect((await findCommitment(world.worker, ref)).verdicts[0]?.words).toBe('Bright');
    const told = await database()
      .selectFrom('notices')
      .select('template')
      .where('person_id', '=', first.personId ?? '')
      .orderBy('at')
      .execute();
    expect(told.map(({ template }) => template)).toEqual(['commitment.claimed_done', 'commitment.judged']);
    await unfollowCommitment(first, ref);
    const who = await database()
      .selectFrom('events')
      .select('actor_id')
      .where('name', '=', 'commitment.verdict_said')
      .where('subject_id', '=', ref.id)
      .execute();
    expect(who.map(({ actor_id: actor }) => actor).filter(Boolean)).toEqual([world.colleague.personId]);
  });

  it('a promise is missed, explained, and reported as not kept; what was never said to be done can’t be kept', async () => {
    const world = await makeWorld();
    const supervisor = await makePerson(world, 'supervisory_member', 'Supervisor');
    const ref = await aPublicPromise(world, { days: 5, now: on(-40) });
    expect((await findCommitment(nobody, ref)).standing).toBe('overdue');
    expect((await findDeskCommitments(world.worker, world.communityId, 'overdue')).map(({ number }) => number)).toEqual([ref.number]);
    await explainMissed(world.worker, ref, { words: 'The lift parts are out of stock' });
    await expect(sayVerdict(supervisor, ref, { verdict: 'kept' })).rejects.toThrow('commitment.not-claimed');
    expect(await sayVerdict(supervisor, ref, { verdict: 'not_kept' })).toMatchObject({ settled: 'not_kept' });
    expect(await findCommitment(nobody, ref)).toMatchObject({ standing: 'not_kept', explained: true });
    await expect(sayVerdict(supervisor, ref, { verdict: 'not_kept' })).rejects.toThrow('commitment.judged');
  });
});

describe('promises of a voice', () => {
  const day = (away: number) => {
    const found = shiftDay(today, away);
    const weekday = new Date(`${found}T00:00:00Z`).getUTCDay();
    return weekday === 6 ? shiftDay(found, 2) : weekday === 0 ? shiftDay(found, 1) : found;
  };

  it('"not now, but by …" stands in public beside the voice, and its speaker says whether it was kept', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'in_progress');
    await promiseLater(world.secretary, voice, { reason: 'The roof of the Wang family comes first', day: day(60) });
    const {
      rows: [one],
    } = await findCommitments(nobody, world.communityId, { period: { year: Number(day(60).slice(0, 4)), quarter: null } });
    expect(one).toMatchObject({ source: 'voice', dueOn: day(60), standing: 'running' });
    expect(one?.text).toContain(voice.number);
    expect(one?.text).not.toContain('Wang');
    const ref = { communityId: world.communityId, id: one?.id ?? '' };
    await claimDone(world.secretary, ref, note('Done'));
    expect(await sayVerdict(voice.speaker, ref, { verdict: 'partly_kept' })).toMatchObject({ settled: 'partly_kept' });
  });

  it('V6: a voice that names somebody makes no public promise, and one named later takes its promise out of sight', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'in_progress');
    await promiseLater(world.secretary, voice, { reason: 'Later', day: day(60), promise: 'A new lamp' });
    const period = { year: Number(day(60).slice(0, 4)), quarter: null };
    expect((await findClock(world.communityId, period)).all.running).toBe(1);
    const complaint = { ...sorted, kind: 'complaint' as const, accusedIds: [world.colleague.personId ?? ''] };
    await triageVoice(world.secretary, voice, complaint);
    expect((await findCommitments(nobody, world.communityId, { period })).rows).toEqual([]);
    expect((await findCommitments(world.colleague, world.communityId, { period })).rows).toEqual([]);
    expect((await findCommitments(world.secretary, world.communityId, { period })).rows).toHaveLength(1);
    expect((await findClock(world.communityId, period)).all.running).toBe(0);
  });

  it('merged neighbours are affected by what was promised to the first speaker', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'in_progress');
    const other = await bring(world, await speak(world), 'triaged');
    await mergeVoice(world.colleague, other, { into: voice.number });
    await promiseLater(world.secretary, voice, { reason: 'Later', day: day(60) });
    const row = await database().selectFrom('commitments').select('id').where('voice_id', '=', voice.id).executeTakeFirstOrThrow();
    const ref = { communityId: world.communityId, id: row.id };
    await claimDone(world.secretary, ref, note('Done'));
    await expect(sayVerdict((await speak(world)).speaker, ref, { verdict: 'kept' })).rejects.toThrow('commitment.only-residents');
    expect(await sayVerdict(other.speaker, ref, { verdict: 'not_kept' })).toMatchObject({ settled: null });
    const proof = { verdict: 'kept', saidAs: 'originator', way: 'phone', document: 'Call of 3 June' } as const;
    expect(await enterVerdict(world.colleague, ref, proof)).toMatchObject({ settled: 'kept' });
  });
});

it('C3: nothing disappears at a change of staff: open promises pass to the successor with a public note', async () => {
  const world = await makeWorld();
  const [chair, next] = [await makePerson(world, 'resident', 'Chair'), await makePerson(world, 'resident', 'Next')];
  const organizationId = await bodyOf(world, 'residents_committee', { chair, vice_chair: next });
  const body = await aPublicPromise(world, { organizationId, owner: chair });
  const alone = await aPublicPromise(world, {});
  const done = await aPublicPromise(world, {});
  await claimDone(world.worker, done, note('Done'));
  await sayVerdict(await makePerson(world, 'supervisory_member'), done, { verdict: 'kept' });
  const before = await database().selectFrom('commitments').select('id').where('community_id', '=', world.communityId).execute();
  const { id: membershipId } = await database()
    .selectFrom('memberships')
    .select('id')
    .where('person_id', '=', chair.personId ?? '')
    .executeTakeFirstOrThrow();
  await endMembership(world.secretary, { communityId: world.communityId, id: organizationId }, { membershipId, on: today });
  await database()
    .updateTable('roles')
    .set({ ended_at: new Date() })
    .where('person_id', '=', world.worker.personId ?? '')
    .execute();
  expect(await passOnCommitments()).toBe(2);
  expect(await passOnCommitments()).toBe(0);
  expect(await commitmentRow(body)).toMatchObject({ owner_id: next.personId, stage: 'published' });
  expect(await commitmentRow(alone)).toMatchObject({ owner_id: world.secretary.personId });
  expect(await commitmentRow(done)).toMatchObject({ owner_id: world.worker.personId, stage: 'kept' });
  expect((await findCommitment(nobody, body)).history.at(-1)?.what).toBe('passed_on');
  const after = await database().selectFrom('commitments').select('id').where('community_id', '=', world.communityId).execute();
  expect(after).toHaveLength(before.length);
});

it('C4: the share kept counts partly kept as not kept; a day that was moved is still late by the first one', async () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), fc.nat(500), (kept, partlyKept, notKept) => {
      const figures = { kept, partlyKept, notKept, running: 1, overdue: 1, waiting: 0, due: kept + partlyKept + notKept, onTime: kept };
      const judged = kept + partlyKept + notKept;
      expect(keptShare(figures)).toBe(judged === 0 ? null : Math.floor((kept * 100) / judged));
    }),
  );
  const world = await makeWorld();
  const supervisor = await makePerson(world, 'supervisory_member');
  const [good, half, late] = [
    await aPublicPromise(world, {}),
    await aPublicPromise(world, {}),
    await aPublicPromise(world, { days: 3, now: on(-30) }),
  ];
  await amendCommitment(world.worker, late, { dueOn: today, reason: 'Rain' });
  for (const [ref, verdict] of [
    [good, 'kept'],
    [half, 'partly_kept'],
    [late, 'kept'],
  ] as const) {
    await claimDone(world.worker, ref, note('Done'));
    await sayVerdict(supervisor, ref, { verdict });
  }
  const years = [...new Set([year, Number(shiftDay(today, 20).slice(0, 4)), Number(shiftDay(today, -27).slice(0, 4))])];
  const clocks = await Promise.all(years.map((one) => findClock(world.communityId, { year: one, quarter: null })));
  const all = clocks.reduce(
    (sum, { all: one }) => ({
      ...one,
      kept: sum.kept + one.kept,
      partlyKept: sum.partlyKept + one.partlyKept,
      due: sum.due + one.due,
      onTime: sum.onTime + one.onTime,
    }),
    { kept: 0, partlyKept: 0, notKept: 0, running: 0, overdue: 0, waiting: 0, due: 0, onTime: 0 },
  );
  expect(all).toMatchObject({ kept: 2, partlyKept: 1, due: 3, onTime: 1 });
  expect(keptShare({ ...all, notKept: 0 })).toBe(66);
  expect(onTimeShare(all)).toBe(33);
});

it('draft lists and drafts stay with the office', async () => {
  const world = await makeWorld();
  const ref = await aPromise(world, {});
  expect(await findDeskCommitments(world.secretary, world.communityId, 'drafts')).toHaveLength(1);
  await expect(findDeskCommitments(await makePerson(world, 'resident'), world.communityId, 'drafts')).rejects.toThrow();
  await withdrawDraft(world.worker, ref, { reason: 'Nobody takes it on' });
  expect(await findDeskCommitments(world.secretary, world.communityId, 'drafts')).toEqual([]);
});
