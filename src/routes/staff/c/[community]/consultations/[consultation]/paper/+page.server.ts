import type { RequestEvent } from '@sveltejs/kit';
import { shanghaiDay } from '#foundation/calendar/index.ts';
import { Forbidden } from '#foundation/refusal.ts';
import {
  answerConsultation,
  enterPaper,
  enterPaperInput,
  findConsultation,
  findPapers,
  worksOnConsultations,
} from '#listen/consultations/index.ts';
import { m } from '#words';
import { askedQuestions } from '../../../../../../consultation-words.ts';
import { formAction, parsed } from '../../../../../../form-action.ts';
import { sayDay } from '../../../../../../say-date.ts';
import { voicesDeskAt } from '../../../../../shell.ts';
import { differencesShown } from './differences-shown.ts';
import type { Actions, PageServerLoad } from './$types';

type Event = RequestEvent<{ community: string; consultation: string }>;

/** Paper is typed here twice; and what somebody says by telephone. `?form=7` takes the third look at form 7. */
export const load: PageServerLoad = async (event) => {
  const { viewer, ref, slug } = await at(event);
  const one = await findConsultation(viewer, ref);
  const papers = await findPapers(viewer, ref);
  const form = Number.parseInt(event.url.searchParams.get('form') ?? '', 10);
  return {
    key: crypto.randomUUID(),
    slug,
    number: one.number,
    title: one.title,
    today: shanghaiDay(new Date()),
    questions: askedQuestions(one.questions),
    mayCall: one.whyNot === null,
    forResidents: one.audience === 'residents',
    third: Number.isInteger(form) ? await differencesShown(viewer, ref, form, one.questions) : null,
    papers: papers.map(({ form: number, receivedOn, fate, typedBy }) => ({
      form: String(number),
      received: sayDay(receivedOn),
      fate: m[`consult_fate_${fate}`](),
      typedBy: typedBy.join(' · '),
      waits: fate === 'differs',
    })),
  };
};

export const actions: Actions = {
  enter: (event) =>
    formAction(event, async ({ values, lists, key }) => {
      const { viewer, ref } = await at(event);
      const { form, fate } = await enterPaper(viewer, ref, { ...parsed(enterPaperInput.safeParse(values)), sent: lists }, { key });
      return { done: `${m.consult_sheet_title({ number: form })}: ${m[`consult_fate_${fate}`]()}`, receipt: null };
    }),
  call: (event) =>
    formAction(event, async ({ values, lists, key }) => {
      const { viewer, ref } = await at(event);
      const { form, code, phone } = values;
      const { receipt } = await answerConsultation(viewer, ref, { channel: 'phone', sent: lists, form, code, phone }, { key });
      return { done: null, receipt };
    }),
};

async function at({ locals, params }: Pick<Event, 'locals' | 'params'>) {
  const { viewer, community } = await voicesDeskAt(locals, params.community);
  if (!worksOnConsultations(viewer, community.id)) throw new Forbidden();
  return { viewer, ref: { communityId: community.id, number: params.consultation }, slug: community.slug };
}
