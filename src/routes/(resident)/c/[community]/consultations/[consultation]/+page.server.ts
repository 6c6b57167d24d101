import type { RequestEvent } from '@sveltejs/kit';
import {
  answerConsultation,
  eraseOwnTexts,
  eraseOwnTextsInput,
  findConsultation,
  findResults,
  type ConsultationPage,
} from '#listen/consultations/index.ts';
import { refusalWords } from '#foundation/refusal-words.ts';
import { m } from '#words';
import { paths } from '#paths';
import { askedQuestions } from '../../../../../consultation-words.ts';
import { formAction, parsed } from '../../../../../form-action.ts';
import { sayDay, sayPromisedDay } from '../../../../say-when.ts';
import { communityAt } from '../../community-at.ts';
import { deviceWord } from './device-word.ts';
import { shownResults } from './shown-results.ts';
import type { Actions, PageServerLoad } from './$types';

type Event = RequestEvent<{ community: string; consultation: string }>;

/** One consultation: to answer while it is open, to read afterwards. Nothing is kept before it is sent. */
export const load: PageServerLoad = async ({ params, locals }) => {
  const { id, slug } = await communityAt(params.community);
  const ref = { communityId: id, number: params.consultation };
  const one = await findConsultation(locals.viewer, ref);
  const over = one.stage === 'closed' || one.stage === 'answered';
  return {
    key: crypto.randomUUID(),
    title: one.title,
    kind: m[`consult_kind_${one.kind}`](),
    why: one.why,
    facts: factsOf(one),
    fingerprint: m.consult_hash({ hash: one.questionHash.slice(0, 16) }),
    questions: askedQuestions(one.questions),
    notes: one.notes.map(({ words, link, addedAt }) => ({ words, link, day: sayDay(addedAt) })),
    mayAnswer: one.whyNot === null,
    whyNot: one.whyNot && one.shown !== 'counting' ? refusalWords(one.whyNot) : null,
    counting: one.shown === 'counting',
    soon: one.soon ? m.consult_soon({ day: sayPromisedDay(one.closesOn) }) : null,
    needsForm: one.audience === 'households',
    needsSignIn: one.audience === 'residents' && locals.viewer.kind !== 'resident',
    open: one.audience === 'everybody',
    results: over ? shownResults(one, await findResults(locals.viewer, ref), slug) : null,
    points: one.points.map(({ said, outcome, does, byWhom, untilDay, link }) => ({
      said,
      outcome: m[`consult_outcome_${outcome}`](),
      does,
      by: untilDay ? m.consult_by_until({ who: byWhom, day: sayDay(untilDay) }) : m.consult_by_whom({ who: byWhom }),
      link,
    })),
    topicLink: one.topicLink,
    signIn: paths.residentSignIn(slug),
  };
};

function factsOf({ audience, opensOn, closesOn }: ConsultationPage) {
  return [
    { term: m.consult_who_may(), text: m[`consult_audience_${audience}`]() },
    { term: m.consult_days(), text: `${sayDay(opensOn)} – ${sayPromisedDay(closesOn)}` },
  ];
}

export const actions: Actions = {
  answer: (event) =>
    formAction(event, async ({ values, lists, key = crypto.randomUUID() }) => {
      Object.assign(values, { key });
      const ref = await refOf(event);
      const { form, code } = values;
      const input = { channel: 'web' as const, sent: lists, form, code, device: deviceWord(event.cookies, event.url) };
      const { receipt } = await answerConsultation(event.locals.viewer, ref, input, { key });
      return { receipt, erased: false };
    }),
  erase: (event) =>
    formAction(event, async ({ values }) => {
      await eraseOwnTexts(event.locals.viewer, await refOf(event), parsed(eraseOwnTextsInput.safeParse(values)));
      return { receipt: null, erased: true };
    }),
};

async function refOf({ params }: Event) {
  const { id } = await communityAt(params.community);
  return { communityId: id, number: params.consultation };
}
