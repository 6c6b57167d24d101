import { redirect } from '@sveltejs/kit';
import {
  adjustMeetingKind,
  adjustMeetingKindInput,
  beginTrack,
  beginTrackInput,
  countSheet,
  countSheetInput,
  demandMeeting,
  demandMeetingInput,
  findDemands,
  listMeetingKinds,
  findMeetings,
  findTracks,
  findWaitingSheets,
  planMeeting,
  planMeetingInput,
  trackKinds,
  worksOnMeetings,
  type MeetingRow,
} from '#discuss/meetings/index.ts';
import { hasRole } from '#community/people/index.ts';
import { findOrganizations } from '#community/organizations/index.ts';
import { Forbidden } from '#foundation/refusal.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed } from '../../../../form-action.ts';
import { articleWord, basisWord, kindName, quorumWord, sayWhen, stageOfMeeting } from '../../../../meeting-words.ts';
import { sayDay } from '../../../../say-date.ts';
import { deskAt, type Desk } from '../../../shell.ts';
import type { Actions, PageServerLoad } from './$types';

/** What is being prepared and what has been; planning one; what is demanded, with its sheets. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await meetingsDeskAt(locals, params.community);
  const { id, slug } = community;
  const [coming, past, kinds, councils, demands, sheets, tracks] = await Promise.all([
    findMeetings(viewer, id, 'coming'),
    findMeetings(viewer, id, 'past'),
    listMeetingKinds(id),
    findOrganizations(id, 'deliberative_council'),
    findDemands(viewer, id),
    findWaitingSheets(id),
    findTracks(id),
  ]);
  return {
    key: crypto.randomUUID(),
    slug,
    done: url.searchParams.has('done') ? m.meetings_done_saved() : null,
    coming: coming.map((row) => shown(slug, row)),
    past: past.slice(0, 60).map((row) => shown(slug, row)),
    choices: {
      kinds: kinds.map((kind) => ({ value: kind.code, label: kindName(kind) })),
      bases: (['households', 'persons'] as const).map((basis) => ({ value: basis, label: basisWord(basis) })),
      councils: councils.map(({ id: value, name }) => ({ value, label: name })),
      demands: demands
        .filter(({ reachedAt, heldAs }) => reachedAt !== null && heldAs === null)
        .map((demand) => ({ value: demand.id, label: demand.matter })),
      tracks: tracks.map((track) => ({ value: track.id, label: track.title })),
      toDemand: kinds.flatMap((kind) =>
        kind.rules.demands.map(({ by }) => ({
          value: `${kind.code}/${by}`,
          label: `${kindName(kind)} · ${m[`meetings_signed_by_${by}`]()}`,
        })),
      ),
    },
    tracked: kinds.some(({ code }) => code === trackKinds[0]),
    tracks: tracks.map((track) => ({
      id: track.id,
      title: track.title,
      steps: trackKinds.map((code, at) => {
        const held = track.steps.findLast(({ step }) => step === at + 1);
        const kind = kinds.find((one) => one.code === code);
        return {
          word: kind ? kindName(kind) : code,
          state: held ? stageOfMeeting(held.stage).text : m.meetings_track_to_come(),
          href: held ? paths.staffMeeting(slug, held.number) : null,
        };
      }),
    })),
    kinds: kinds.map((kind) => ({
      code: kind.code,
      name: kindName(kind),
      locked: kind.statutory,
      articles: kind.articles.map(articleWord).join(m.meetings_comma()),
      days: m.meetings_kind_days({ days: kind.rules.notice_days }),
      quorum: quorumWord(kind.rules.quorum),
    })),
    mayAdjust: hasRole(viewer, id, 'community_secretary'),
    demands: demands.map((demand) => ({
      id: demand.id,
      matter: demand.matter,
      kind: kindName({ nameZh: demand.kindZh, nameEn: demand.kindEn }),
      figures: m.meetings_signatures({ signatures: demand.signatures, needed: demand.needed }),
      owed: demand.owedOn ? m.meetings_owed({ day: sayDay(demand.owedOn) }) : null,
      open: demand.endedAt === null,
      sheets: sheets
        .filter(({ demandId }) => demandId === demand.id)
        .map((sheet) => ({ id: sheet.id, own: sheet.countedBy === viewer.personId })),
    })),
  };
};

function shown(slug: string, row: MeetingRow) {
  return {
    href: paths.staffMeeting(slug, row.number),
    number: row.number,
    title: row.title,
    kind: kindName({ nameZh: row.kindZh, nameEn: row.kindEn }),
    when: sayWhen(row.startsAt, row.endsAt),
    tag: stageOfMeeting(row.stage),
  };
}

export const actions: Actions = {
  plan: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await meetingsDeskAt(event.locals, event.params.community);
      const { day = '', from = '', until = '' } = form.values;
      const times = { startsAt: day && from && `${day}T${from}`, endsAt: day && until && `${day}T${until}` };
      const input = parsed(planMeetingInput.safeParse({ ...form.values, ...times }));
      const { number } = await planMeeting(viewer, community.id, input, { key: form.key });
      redirect(303, `${paths.staffMeeting(community.slug, number)}?done=saved`);
    }),
  adjust: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await meetingsDeskAt(event.locals, event.params.community);
      await adjustMeetingKind(viewer, community.id, parsed(adjustMeetingKindInput.safeParse(form.values)), { key: form.key });
      redirect(303, `${paths.staffMeetings(community.slug)}?done=saved`);
    }),
  track: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await meetingsDeskAt(event.locals, event.params.community);
      await beginTrack(viewer, community.id, parsed(beginTrackInput.safeParse(form.values)), { key: form.key });
      redirect(303, `${paths.staffMeetings(community.slug)}?done=saved`);
    }),
  demand: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await meetingsDeskAt(event.locals, event.params.community);
      const [kind, signedBy] = (form.values['what'] ?? '').split('/');
      await demandMeeting(viewer, community.id, parsed(demandMeetingInput.safeParse({ ...form.values, kind, signedBy })), {
        key: form.key,
      });
      redirect(303, `${paths.staffMeetings(community.slug)}?done=saved`);
    }),
  sheet: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await meetingsDeskAt(event.locals, event.params.community);
      const ref = { communityId: community.id, id: form.values['demandId'] ?? '' };
      await countSheet(viewer, ref, parsed(countSheetInput.safeParse(form.values)), { key: form.key });
      redirect(303, `${paths.staffMeetings(community.slug)}?done=saved`);
    }),
};

async function meetingsDeskAt(locals: App.Locals, slug: string): Promise<Desk> {
  const desk = await deskAt(locals, slug);
  if (!worksOnMeetings(desk.viewer, desk.community.id)) throw new Forbidden();
  return desk;
}
