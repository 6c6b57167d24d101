import { redirect } from '@sveltejs/kit';
import { Forbidden } from '#foundation/refusal.ts';
import { countMissedCalls, findMissedCalls, lines, registerCall, registerCallInput, worksOnCalls } from '#listen/calls/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed } from '../../../../../form-action.ts';
import { sayDay, sayDistance, sayMoment } from '../../../../../say-date.ts';
import { channelWord } from '../../../../../voice-words.ts';
import { voicesDeskAt, type Desk } from '../../../../shell.ts';
import { nowTyped, typedMoment } from '../../typed-moment.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await officeAt(locals, params.community);
  const [calls, counts] = await Promise.all([findMissedCalls(viewer, community.id), countMissedCalls(viewer, community.id)]);
  return {
    key: crypto.randomUUID(),
    slug: community.slug,
    done: url.searchParams.has('done'),
    now: nowTyped(),
    lines: lines.map((line) => ({ value: line, label: channelWord(line) })),
    counts,
    calls: calls.map((call) => ({
      id: call.id,
      rang: sayMoment(call.calledAt),
      iso: call.calledAt.toISOString(),
      line: channelWord(call.line),
      words: call.words ?? m.desk_missed_no_words(),
      light: call.light,
      due: sayDistance(call.dueAt),
      dueNote: sayDay(call.dueAt),
      dueIso: call.dueAt.toISOString(),
      write: paths.calls(community.slug, call.id),
    })),
  };
};

export const actions: Actions = {
  default: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await officeAt(event.locals, event.params.community);
      const input = parsed(registerCallInput.safeParse({ ...form.values, calledAt: typedMoment(form.values['calledAt']) }));
      await registerCall(viewer, community.id, input, { key: form.key });
      redirect(303, `${paths.missedCalls(community.slug)}?done=1`);
    }),
};

async function officeAt(locals: App.Locals, slug: string): Promise<Desk> {
  const desk = await voicesDeskAt(locals, slug);
  if (!worksOnCalls(desk.viewer, desk.community.id)) throw new Forbidden();
  return desk;
}
