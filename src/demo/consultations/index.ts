import { shiftDay } from '#foundation/calendar/index.ts';
import type { How } from '#foundation/server/perform.ts';
import { nobody } from '#community/people/index.ts';
import {
  addQuestion,
  answerConsultation,
  approveConsultation,
  clearText,
  closeConsultation,
  respondInput,
  respondToConsultation,
  writeConsultation,
  writeConsultationInput,
  writeQuestionInput,
  type ConsultationRef,
} from '#listen/consultations/index.ts';
import type { Community, Ground, Town } from '../town.ts';
import { askedInLiuhuali, type Asked } from './asked.ts';

/** A year of asking in Liuhuali, played with the real commands; the last of them is open now. */
export async function plantConsultations(ground: Ground, town: Town): Promise<void> {
  for (const asked of askedInLiuhuali) await ask(ground, town.communities.A, asked);
}

async function ask(ground: Ground, here: Community, asked: Asked): Promise<void> {
  const opensOn = shiftDay(ground.today, -asked.ago);
  const closesOn = shiftDay(opensOn, asked.days);
  const on = (days: number, key?: string): How => ({
    within: { trx: ground.trx, now: new Date(`${shiftDay(opensOn, days)}T10:20:00+08:00`), quiet: true },
    key,
  });
  const [writer, second] = [here.workers[0] ?? here.secretary, here.secretary];
  const { kind, title, why, askedCount, questions, points } = asked;
  const frame = writeConsultationInput.parse({ kind, title, why, audience: 'everybody', askedCount, opensOn, closesOn });
  const { number } = await writeConsultation(writer.viewer, here.id, frame, on(-2));
  const ref: ConsultationRef = { communityId: here.id, number };
  for (const { low, high, kind: of, words, options, most } of questions) {
    const input = { kind: of, words, options, most, ...(low && { lowLabel: low }), ...(high && { highLabel: high }) };
    await addQuestion(writer.viewer, ref, writeQuestionInput.parse(input), on(-2));
  }
  await approveConsultation(second.viewer, ref, on(0));
  for (let at = 0; at < asked.answers; at++) {
    const phone = at % 9 === 8;
    const answer = { channel: phone ? ('phone' as const) : ('web' as const), sent: sentBy(asked, at) };
    await answerConsultation(phone ? writer.viewer : nobody, ref, answer, on(at % Math.min(asked.days, asked.ago), `demo-${number}-${at}`));
  }
  if (asked.days >= asked.ago) return;
  await closeConsultation(second.viewer, ref, on(asked.days + 1));
  await readWords(ground, ref, () => on(asked.days + 2), writer.viewer);
  for (const { inDays, ...point } of points) {
    const untilDay = inDays === undefined ? undefined : shiftDay(ground.today, inDays);
    await respondToConsultation(second.viewer, ref, respondInput.parse({ ...point, untilDay }), on(asked.days + 6));
  }
}

/** Somebody reads what was written, and lets all of it be shown: nothing in it tells who wrote. */
async function readWords({ trx }: Ground, ref: ConsultationRef, on: () => How, viewer: Community['secretary']['viewer']): Promise<void> {
  const texts = await trx
    .selectFrom('consultation_texts as t')
    .innerJoin('consultations as c', (join) => join.onRef('c.community_id', '=', 't.community_id').onRef('c.id', '=', 't.consultation_id'))
    .select(['t.id', 'c.year', 'c.serial'])
    .where('t.community_id', '=', ref.communityId)
    .execute();
  for (const { id, year, serial } of texts) {
    if (`${year}-${serial}` === ref.number) await clearText(viewer, ref, { text: id, outcome: 'shown' }, on());
  }
}

/** The answers of the n-th: the more an option is liked, the more often it is picked; the same every time. */
function sentBy({ questions, said }: Asked, at: number): Record<string, string[]> {
  const sent: Record<string, string[]> = {};
  for (const [place, { kind, likes }] of questions.entries()) {
    const name = `q${place + 1}`;
    const first = pick(likes, at * 7 + place * 3);
    const second = pick(likes, at * 11 + 5 + place);
    if (kind === 'text') {
      const words = said[at % Math.max(1, said.length)];
      if (words && at % 2 === 0) sent[name] = [words];
    } else if (kind === 'multiple') sent[name] = [...new Set([first, second])].map(String);
    else if (kind !== 'ranking') sent[name] = [String(first)];
    else for (const [rank, option] of ordered(likes.length, first, second).entries()) sent[`${name}-${option}`] = [String(rank + 1)];
  }
  return sent;
}

/** An option, counted from 1, by its weight. */
function pick(likes: readonly number[], turn: number): number {
  const whole = likes.reduce((sum, like) => sum + like, 0);
  let left = turn % Math.max(1, whole);
  for (const [at, like] of likes.entries()) {
    if (left < like) return at + 1;
    left -= like;
  }
  return 1;
}

function ordered(many: number, first: number, second: number): number[] {
  const all = Array.from({ length: many }, (_, at) => at + 1);
  return [...new Set([first, second, ...all])];
}
