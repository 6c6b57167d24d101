import { redirect } from '@sveltejs/kit';
import {
  demandMeeting,
  demandMeetingInput,
  findDemands,
  listMeetingKinds,
  signDemand,
  withdrawSignature,
  type Demand,
} from '#discuss/meetings/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed } from '../../../../../form-action.ts';
import { kindName } from '../../../../../meeting-words.ts';
import { sayDay } from '../../../../../say-date.ts';
import { communityAt } from '../../community-at.ts';
import type { Actions, PageServerLoad } from './$types';

/** Which meetings are demanded, how many signatures there are and how many are needed; signing and beginning one. */
export const load: PageServerLoad = async ({ parent, locals, url }) => {
  const { id, slug } = (await parent()).community;
  const [demands, kinds] = await Promise.all([findDemands(locals.viewer, id), listMeetingKinds(id)]);
  return {
    key: crypto.randomUUID(),
    done: url.searchParams.has('done') ? m.meetings_done_signed() : null,
    signedIn: locals.viewer.personId !== null,
    demands: demands.map((demand) => shown(slug, demand)),
    choices: kinds.flatMap((kind) =>
      kind.rules.demands
        .filter(({ by }) => by !== 'sides')
        .map(({ by }) => ({ value: `${kind.code}/${by}`, label: `${kindName(kind)} · ${m[`meetings_signed_by_${by}`]()}` })),
    ),
  };
};

function shown(slug: string, demand: Demand) {
  const kind = kindName({ nameZh: demand.kindZh, nameEn: demand.kindEn });
  return {
    id: demand.id,
    matter: demand.matter,
    kind,
    by: m[`meetings_signed_by_${demand.signedBy}`](),
    figures: m.meetings_signatures({ signatures: demand.signatures, needed: demand.needed }),
    begun: sayDay(demand.begunAt),
    owed: demand.owedOn ? m.meetings_owed({ day: sayDay(demand.owedOn) }) : null,
    held: demand.heldAs && paths.meeting(slug, demand.heldAs),
    mine: demand.mine,
    maySign: demand.endedAt === null && !demand.mine,
    mayWithdraw: demand.mine && demand.reachedAt === null,
  };
}

export const actions: Actions = {
  begin: (event) =>
    formAction(event, async (form) => {
      const { id, slug } = await communityAt(event.params.community);
      const [kind, signedBy] = (form.values['what'] ?? '').split('/');
      const input = parsed(demandMeetingInput.safeParse({ ...form.values, kind, signedBy }));
      await demandMeeting(event.locals.viewer, id, input, { key: form.key });
      redirect(303, `${paths.demands(slug)}?done=1`);
    }),
  sign: (event) =>
    formAction(event, async (form) => {
      const { id, slug } = await communityAt(event.params.community);
      await signDemand(event.locals.viewer, { communityId: id, id: form.values['demandId'] ?? '' }, { key: form.key });
      redirect(303, `${paths.demands(slug)}?done=1`);
    }),
  withdraw: (event) =>
    formAction(event, async (form) => {
      const { id, slug } = await communityAt(event.params.community);
      await withdrawSignature(event.locals.viewer, { communityId: id, id: form.values['demandId'] ?? '' }, { key: form.key });
      redirect(303, `${paths.demands(slug)}?done=1`);
    }),
};
