import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { aDraft, anOpenOne, askAll, inDays, noon } from '#tests/consultations.ts';
import { useDatabase } from '#tests/database.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { nobody } from '#community/people/index.ts';
import { addNote } from './add-note.ts';
import { answerConsultation } from './answer-consultation.ts';
import { approveConsultation, returnConsultation } from './approve-consultation.ts';
import { clearText } from './clear-text.ts';
import { closeConsultation } from './close-consultation.ts';
import { eraseOwnTexts } from './erase-own-texts.ts';
import { findConsultation } from './find-consultation.ts';
import { findConsultations } from './find-consultations.ts';
import { findDesk } from './find-desk.ts';
import { findResults } from './find-results.ts';
import { findTextsToClear } from './find-texts-to-clear.ts';
import { respondInput, respondToConsultation } from './respond-to-consultation.ts';
import { turnConsultations } from './turn-consultations.ts';
import { editConsultation, writeConsultationInput } from './write-consultation.ts';
import { addQuestion, dropQuestion, writeQuestionInput } from './write-question.ts';

useDatabase();
const sent = { q1: ['1'], q2: ['1', '3'], q3: ['4'], q4: ['More light'], 'q5-1': ['2'], 'q5-3': ['1'] };
const ask = (question: Record<string, unknown>) => writeQuestionInput.parse(question);

describe('writing', () => {
  it('is for the office; a draft is nobody else’s business', async () => {
    const world = await makeWorld();
    const ref = await aDraft(world);
    const resident = await makePerson(world, 'resident');
    const input = writeConsultationInput.parse({
      kind: 'needs',
      title: 'T',
      why: 'W',
      audience: 'everybody',
      opensOn: inDays(0),
      closesOn: inDays(1),
    });
    await expect(editConsultation(resident, ref, input)).rejects.toThrow('access.not-found');
    await expect(findConsultation(nobody, ref)).rejects.toThrow('access.not-found');
    expect(await findConsultations(nobody, world.communityId)).toEqual([]);
    expect(await findConsultations(world.colleague, world.communityId)).toMatchObject([{ stage: 'draft' }]);
  });

  it.each([
    ['您有慢性病吗？', 'consultation.sensitive-health'],
    ['您信仰什么宗教？', 'consultation.sensitive-faith'],
    ['Are you a party member?', 'consultation.sensitive-politics'],
    ['请填写身份证号码', 'consultation.sensitive-identity-number'],
    ['您家月薪多少？', 'consultation.sensitive-income'],
    ['What is your phone number?', 'consultation.sensitive-contact'],
  ])('E3: refuses %s', async (words, code) => {
    const world = await makeWorld();
    const ref = await aDraft(world);
    await expect(addQuestion(world.worker, ref, ask({ kind: 'text', words }))).rejects.toThrow(code);
    await expect(addQuestion(world.worker, ref, ask({ kind: 'single', words: 'Which?', options: `None\n${words}` }))).rejects.toThrow(code);
  });

  it('is looked over by somebody else than who wrote last, and then frozen', async () => {
    const world = await makeWorld();
    const ref = await aDraft(world, { opens: 2 });
    await expect(approveConsultation(world.colleague, ref)).rejects.toThrow('consultation.no-questions');
    await askAll(world, ref);
    await expect(approveConsultation(world.worker, ref)).rejects.toThrow('consultation.own-draft');
    await returnConsultation(world.colleague, ref, { reason: 'Question 4 is one too many' });
    await dropQuestion(world.worker, ref, 4);
    expect((await findConsultation(world.worker, ref)).questions.map(({ position, kind }) => [position, kind])).toEqual([
      [1, 'single'],
      [2, 'multiple'],
      [3, 'scale'],
      [4, 'ranking'],
    ]);
    await approveConsultation(world.colleague, ref);
    await expect(dropQuestion(world.worker, ref, 1)).rejects.toThrow('consultation.frozen');
    await expect(database().deleteFrom('consultation_questions').where('community_id', '=', world.communityId).execute()).rejects.toThrow(
      'stays as it is',
    );
    expect(await turnConsultations({ now: noon(2) })).toMatchObject({ opened: 1 });
    expect((await findDesk(world.worker, ref)).steps.map(({ step, by }) => [step, by])).toEqual([
      ['returned', 'Colleague'],
      ['approved', 'Colleague'],
      ['opened', null],
    ]);
    await addNote(world.worker, ref, { words: 'Question 1 means the new gate' });
    expect((await findConsultation(nobody, ref)).notes).toMatchObject([{ words: 'Question 1 means the new gate' }]);
  });

  it('seals what is asked in the public ledger when it opens', async () => {
    const world = await makeWorld();
    const ref = await anOpenOne(world);
    const { questionHash } = await findConsultation(nobody, ref);
    const { rows } = await sql<{
      entry: Buffer;
    }>`select entry from ledger_queue where convert_from(entry, 'UTF8') like ${`%${questionHash}%`}`.execute(database());
    expect(rows[0]?.entry.toString()).toContain('consultation.opened');
  });
});

describe('answering', () => {
  it('counts once, gives a receipt, and the same again for the same form', async () => {
    const world = await makeWorld();
    const ref = await anOpenOne(world, { audience: 'residents' });
    const wang = await makePerson(world, 'resident', 'Wang');
    await expect(answerConsultation(nobody, ref, { channel: 'web', sent })).rejects.toThrow('sign-in.needed');
    const { receipt } = await answerConsultation(wang, ref, { channel: 'web', sent }, { key: 'one-form-key' });
    expect(receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(await answerConsultation(wang, ref, { channel: 'web', sent }, { key: 'one-form-key' })).toEqual({ receipt });
    await expect(answerConsultation(wang, ref, { channel: 'web', sent }, { key: 'another-key' })).rejects.toThrow(
      'consultation.answered-already',
    );
    const { rows } = await sql<{
      many: number;
    }>`select count(*)::int as many from consultation_slips where community_id = ${world.communityId}`.execute(database());
    expect(rows[0]?.many).toBe(1);
  });

  it('keeps nothing that ties answers to a person: no event, no key, no time', async () => {
    const world = await makeWorld();
    const ref = await anOpenOne(world, { audience: 'residents' });
    const wang = await makePerson(world, 'resident', 'Wang');
    const rowsWith = async (word: string): Promise<number> => {
      const { rows } = await sql<{
        many: number;
      }>`select (select count(*)::int from events where data::text like ${`%${word}%`} or actor_id = ${word}::uuid)
        + (select count(*)::int from idempotency_keys where verb = 'consultation.answer') as many`.execute(database());
      return rows[0]?.many ?? -1;
    };
    const before = await rowsWith(wang.personId ?? '');
    await answerConsultation(wang, ref, { channel: 'web', sent }, { key: 'a-key-of-a-form' });
    expect(await rowsWith(wang.personId ?? '')).toBe(before);
    const { rows } = await sql<{ id: string }>`select id::text from consultation_slips where community_id = ${world.communityId}`.execute(
      database(),
    );
    expect(rows[0]?.id.charAt(14)).toBe('4');
  });

  it('refuses what wasn’t asked', async () => {
    const world = await makeWorld();
    const ref = await anOpenOne(world);
    const answer = (more: Record<string, string[]>) => answerConsultation(nobody, ref, { channel: 'web', sent: more });
    await expect(answer({})).rejects.toThrow('consultation.empty');
    await expect(answer({ q1: ['4'] })).rejects.toThrow('q1: input.choose');
    await expect(answer({ q1: ['1', '2'] })).rejects.toThrow('q1: consultation.one-only');
    await expect(answer({ q2: ['1', '2', '3'] })).rejects.toThrow('q2: consultation.too-many-picks');
    await expect(answer({ q3: ['6'] })).rejects.toThrow('q3: input.choose');
    await expect(answer({ 'q5-1': ['1'], 'q5-2': ['1'] })).rejects.toThrow('q5: consultation.same-place');
    await expect(answer({ 'q5-1': ['2'], 'q5-2': ['3'] })).rejects.toThrow('q5: consultation.gap-in-places');
  });

  it('by telephone is for the office to write down', async () => {
    const world = await makeWorld();
    const ref = await anOpenOne(world);
    await expect(answerConsultation(nobody, ref, { channel: 'phone', sent })).rejects.toThrow('access.not-yours');
    await answerConsultation(world.worker, ref, { channel: 'phone', sent });
  });
});

describe('results', () => {
  it('D4: nobody sees one before the count is closed, not even the secretary', async () => {
    const world = await makeWorld();
    const ref = await anOpenOne(world, { closes: 0 });
    await answerConsultation(nobody, ref, { channel: 'web', sent });
    for (const viewer of [nobody, world.worker, world.secretary]) {
      await expect(findResults(viewer, ref)).rejects.toThrow('consultation.no-results-yet');
    }
    await expect(findTextsToClear(world.secretary, ref)).rejects.toThrow('consultation.no-results-yet');
    await expect(closeConsultation(world.secretary, ref)).rejects.toThrow('consultation.still-open');
    expect(JSON.stringify([await findConsultation(world.secretary, ref), await findDesk(world.secretary, ref)])).not.toContain('"answers"');
    await closeConsultation(world.secretary, ref, { now: noon(1) });
    expect(await findResults(nobody, ref)).toMatchObject({ answers: 1, questions: null, words: {} });
  });

  it('shows free words only read through, and only where ten wrote; the receipt takes them back', async () => {
    const world = await makeWorld();
    const ref = await anOpenOne(world, { closes: 0, askedCount: 40 });
    const receipts: string[] = [];
    for (let at = 0; at < 11; at++) {
      receipts.push((await answerConsultation(nobody, ref, { channel: 'web', sent: { ...sent, q4: [`Words ${at}`] } })).receipt);
    }
    await turnConsultations({ now: noon(1) });
    const [first] = await findTextsToClear(world.worker, ref);
    await clearText(world.worker, ref, { text: first?.id ?? '', outcome: 'shown', shownWords: 'Words of somebody' });
    const results = await findResults(nobody, ref);
    expect(results).toMatchObject({ answers: 11, asked: 40, words: { 4: ['Words of somebody'] } });
    expect(results.questions?.[0]?.cells.map(({ count }) => count)).toEqual([11, 0, 0]);
    const mine = receipts[Number(first?.words.split(' ')[1])] ?? '';
    await expect(eraseOwnTexts(nobody, ref, { receipt: 'AAAA-AAAA-AAAA' })).rejects.toThrow('consultation.receipt-unknown');
    expect(await eraseOwnTexts(nobody, ref, { receipt: mine.toLowerCase() })).toEqual({ erased: 1 });
    expect((await findResults(nobody, ref)).words).toEqual({});
    for (const receipt of receipts.filter((one) => one !== mine).slice(0, 1)) await eraseOwnTexts(nobody, ref, { receipt });
    expect((await findResults(nobody, ref)).questions?.[3]?.texts).toBeNull();
  });

  it('are answered point by point: said, done, by whom, until when', async () => {
    const world = await makeWorld();
    const ref = await anOpenOne(world, { closes: 0 });
    const point = respondInput.parse({ said: 'More light', outcome: 'done', does: 'Two lamps', byWhom: 'Property' });
    await expect(respondToConsultation(world.worker, ref, point)).rejects.toThrow('consultation.no-results-yet');
    expect(respondInput.safeParse({ ...point, outcome: 'doing' }).success).toBe(false);
    await turnConsultations({ now: noon(1) });
    await respondToConsultation(world.worker, ref, point);
    expect(await findConsultation(nobody, ref)).toMatchObject({ stage: 'answered', points: [{ said: 'More light', byWhom: 'Property' }] });
  });
});
