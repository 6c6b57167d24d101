import { z } from 'zod';
import { communityOf, endpoint } from '#community/programs/index.ts';
import { m } from '#words';
import { audiences, consultationKinds, pointOutcomes, questionKinds, slipChannels } from './consultation.ts';
import { findConsultation } from './find-consultation.ts';
import { findConsultations } from './find-consultations.ts';
import { findResults } from './find-results.ts';

// Consultations for programs: what is asked, and once the count is closed, what was answered. Answers come from people.

const day = z.iso.date();
const one = '/communities/{slug}/consultations/{consultation}';
const shownStages = ['draft', 'approved', 'open', 'counting', 'closed', 'answered'] as const;
const count = z.number().int().nullable();
const row = {
  number: z.string(),
  kind: z.enum(consultationKinds),
  title: z.string(),
  audience: z.enum(audiences),
  opensOn: day,
  closesOn: day,
  stage: z.enum(shownStages),
};
const question = z.strictObject({
  position: z.number().int(),
  kind: z.enum(questionKinds),
  words: z.string(),
  hint: z.string().nullable(),
  required: z.boolean(),
  most: count,
  lowLabel: z.string().nullable(),
  highLabel: z.string().nullable(),
  options: z.array(z.string()),
});
const point = z.strictObject({
  said: z.string(),
  outcome: z.enum(pointOutcomes),
  does: z.string(),
  byWhom: z.string(),
  untilDay: day.nullable(),
  link: z.string().nullable(),
});
const result = z.strictObject({
  position: z.number().int(),
  kind: z.enum(questionKinds),
  words: z.string(),
  cells: z.array(z.strictObject({ words: z.string(), count })),
  none: count,
  unreadable: count,
  mean: z.number().nullable(),
  order: z.array(z.string()).nullable(),
  split: z.array(z.strictObject({ channel: z.enum(slipChannels), counts: z.array(z.number().int()) })).nullable(),
  texts: count,
});

export const consultationsApi = [
  endpoint({
    id: findConsultations.name,
    method: 'get',
    path: '/communities/{slug}/consultations',
    tag: m.api_tag_consultations,
    summary: m.api_list_consultations,
    key: { scope: 'voices:read', orNobody: true },
    answer: z.strictObject({ consultations: z.array(z.strictObject(row).meta({ id: 'ConsultationRow' })) }),
    run: async ({ viewer, params }) => {
      const { id } = await communityOf(params);
      const rows = await findConsultations(viewer, id);
      return {
        consultations: rows.map(({ number, kind, title, audience, opensOn, closesOn, stage }) => ({
          number,
          kind,
          title,
          audience,
          opensOn,
          closesOn,
          stage,
        })),
      };
    },
  }),
  endpoint({
    id: findConsultation.name,
    method: 'get',
    path: one,
    tag: m.api_tag_consultations,
    summary: m.api_show_consultation,
    key: { scope: 'voices:read', orNobody: true },
    answer: z
      .strictObject({
        ...row,
        why: z.string(),
        topicLink: z.string().nullable(),
        questionHash: z.string(),
        questions: z.array(question),
        points: z.array(point),
      })
      .meta({ id: 'Consultation' }),
    run: async ({ viewer, params }) => {
      const page = await findConsultation(viewer, await refOf(params));
      const { number, kind, title, why, audience, opensOn, closesOn, shown, topicLink, questionHash, questions, points } = page;
      const asked = questions.map(({ position, words, hint, required, most, lowLabel, highLabel, options, ...of }) => ({
        position,
        kind: of.kind,
        words,
        hint,
        required,
        most,
        lowLabel,
        highLabel,
        options,
      }));
      return { number, kind, title, why, audience, opensOn, closesOn, stage: shown, topicLink, questionHash, questions: asked, points };
    },
  }),
  endpoint({
    id: findResults.name,
    method: 'get',
    path: `${one}/results`,
    tag: m.api_tag_consultations,
    summary: m.api_show_results,
    key: { scope: 'voices:read', orNobody: true },
    answer: z
      .strictObject({
        answers: z.number().int(),
        asked: count,
        late: z.number().int(),
        lost: z.number().int(),
        doubles: z.number().int(),
        channels: z.array(z.strictObject({ channel: z.enum(slipChannels), count })),
        questions: z.array(result).nullable(),
        words: z.array(z.strictObject({ position: z.number().int(), words: z.array(z.string()) })),
      })
      .meta({ id: 'ConsultationResults' }),
    run: async ({ viewer, params }) => {
      const { words, ...results } = await findResults(viewer, await refOf(params));
      return { ...results, words: Object.entries(words).map(([position, said]) => ({ position: Number(position), words: said })) };
    },
  }),
];

async function refOf(params: Record<string, string>): Promise<{ communityId: number; number: string }> {
  const { id } = await communityOf(params);
  return { communityId: id, number: params['consultation'] ?? '' };
}
