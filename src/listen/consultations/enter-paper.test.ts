import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { anOpenOne, inDays, noon, today } from '#tests/consultations.ts';
import { useDatabase } from '#tests/database.ts';
import { givePhone, makePerson, makeWorld, type World } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { nobody } from '#community/people/index.ts';
import { answerConsultation } from './answer-consultation.ts';
import { closeConsultation } from './close-consultation.ts';
import { enterPaper } from './enter-paper.ts';
import { findDiffering, findForms, findPapers } from './find-papers.ts';
import { findResults } from './find-results.ts';
import type { ConsultationRef } from './load-consultation.ts';
import { printForms } from './print-forms.ts';
import { turnConsultations } from './turn-consultations.ts';

useDatabase();
const sent = { q1: ['1'], q4: ['More light'] };
const enter = (viewer: World['worker'], ref: ConsultationRef, form: number, said: Record<string, string[]> = sent, now?: Date) =>
  enterPaper(viewer, ref, { form, receivedOn: today, sent: said }, now && { now });

async function withForms(count: number, more: Parameters<typeof anOpenOne>[1] = {}) {
  const world = await makeWorld();
  const ref = await anOpenOne(world, { audience: 'households', ...more });
  await printForms(world.worker, ref, { count });
  return { world, ref, forms: (await findForms(world.worker, ref, 1, count)).forms };
}

async function slipsOf({ communityId }: World): Promise<number> {
  const { rows } = await sql<{
    many: number;
  }>`select count(*)::int as many from consultation_slips where community_id = ${communityId}`.execute(database());
  return rows[0]?.many ?? -1;
}

describe('paper', () => {
  it('is typed by two people; where they agree it counts, and what they typed stands there no longer', async () => {
    const { world, ref } = await withForms(2);
    await expect(enter(world.worker, ref, 3)).rejects.toThrow('consultation.form-unknown');
    expect(await enter(world.worker, ref, 1)).toEqual({ form: 1, fate: 'typed_once' });
    await expect(enter(world.worker, ref, 1)).rejects.toThrow('consultation.second-person');
    expect(await enter(world.colleague, ref, 1, { q1: ['1'], q4: [' More  light '] })).toEqual({ form: 1, fate: 'counted' });
    await expect(enter(world.secretary, ref, 1)).rejects.toThrow('consultation.paper-done');
    expect(await slipsOf(world)).toBe(1);
    const { rows } = await sql<{ many: number }>`select count(*)::int as many from consultation_paper_entries
      where community_id = ${world.communityId} and answers is not null`.execute(database());
    expect(rows[0]?.many).toBe(0);
  });

  it('that differs waits for a third look; what can’t be read is marked', async () => {
    const { world, ref } = await withForms(1, { closes: 0 });
    await enter(world.worker, ref, 1, { q1: ['1'], q3: ['2'] });
    expect(await findDiffering(world.worker, ref, 1)).toBeNull();
    expect((await enter(world.colleague, ref, 1, { q1: ['1'], 'q3-unreadable': ['yes'] })).fate).toBe('differs');
    expect(await findDiffering(world.secretary, ref, 1)).toMatchObject({ positions: [3] });
    await expect(closeConsultation(world.secretary, ref, { now: noon(1) })).rejects.toThrow('consultation.paper-waits');
    expect((await enter(world.secretary, ref, 1, { q1: ['1'], 'q3-unreadable': ['yes'] })).fate).toBe('counted');
    expect(await findPapers(world.worker, ref)).toMatchObject([{ form: 1, typedBy: ['Worker', 'Colleague', 'Secretary'] }]);
  });

  it('that comes late is noted, shown, and not counted', async () => {
    const { world, ref } = await withForms(2, { closes: 0 });
    const late = { form: 1, receivedOn: inDays(1), sent };
    expect((await enterPaper(world.worker, ref, late, { now: noon(1) })).fate).toBe('late');
    await enter(world.worker, ref, 2);
    expect(await turnConsultations({ now: noon(3) })).toMatchObject({ closed: 0 });
    expect((await turnConsultations({ now: noon(8) })).closed).toBeGreaterThan(0);
    expect(await findResults(nobody, ref)).toMatchObject({ answers: 0, late: 1, lost: 1, asked: 2 });
  });

  it('of one household and its answer on the page count once', async () => {
    const { world, ref, forms } = await withForms(2);
    const [one, two] = forms;
    const onPage = (form: string, code: string) => answerConsultation(nobody, ref, { channel: 'web', sent, form, code });
    await expect(onPage('1', two?.code ?? '')).rejects.toThrow('consultation.form-or-code');
    await onPage('1', one?.code ?? '');
    await enter(world.worker, ref, 1);
    expect((await enter(world.colleague, ref, 1)).fate).toBe('second_answer');
    await enter(world.worker, ref, 2);
    await enter(world.colleague, ref, 2);
    await expect(onPage('2', two?.code ?? '')).rejects.toThrow('consultation.answered-already');
    expect(await slipsOf(world)).toBe(2);
  });

  it('printed for a resident counts as that resident', async () => {
    const world = await makeWorld();
    const ref = await anOpenOne(world, { audience: 'residents' });
    const wang = await makePerson(world, 'resident', 'Wang');
    const phone = `0007${String(Date.now()).slice(-7)}`;
    await givePhone(wang, phone);
    await expect(printForms(world.worker, ref, { count: 1, phone: '00000000000' })).rejects.toThrow('consultation.no-such-resident');
    expect(await printForms(world.worker, ref, { count: 1, phone })).toEqual({ from: 1, to: 1 });
    expect(await printForms(world.worker, ref, { count: 1, phone })).toEqual({ from: 1, to: 1 });
    await answerConsultation(wang, ref, { channel: 'web', sent });
    await enter(world.worker, ref, 1);
    expect((await enter(world.colleague, ref, 1)).fate).toBe('second_answer');
  });
});

it('one household, one answer, whichever ways and in whichever order', async () => {
  const way = fc.constantFrom('page', 'phone', 'first', 'second');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(way, fc.integer({ min: 1, max: 3 })), { maxLength: 14 }), async (ways) => {
      const { world, ref, forms } = await withForms(3);
      const reached = new Set<number>();
      for (const [how, form] of ways) {
        const code = forms[form - 1]?.code;
        const channel = how === 'phone' ? ('phone' as const) : ('web' as const);
        const done = await (
          how === 'first' || how === 'second'
            ? enter(how === 'first' ? world.worker : world.colleague, ref, form).then(({ fate }) => fate === 'counted')
            : answerConsultation(how === 'phone' ? world.worker : nobody, ref, { channel, sent, form: String(form), code }).then(() => true)
        ).catch(() => false);
        if (done) {
          expect(reached.has(form)).toBe(false);
          reached.add(form);
        }
      }
      expect(await slipsOf(world)).toBe(reached.size);
    }),
    { numRuns: 12 },
  );
});
