import {
  approveMinutes,
  approveMinutesInput,
  findMeeting,
  findRoll,
  markRoll,
  markRollInput,
  nextSteps,
  notePartyRefusal,
  notePartyRefusalInput,
  type RollRow,
} from '#discuss/meetings/index.ts';
import { refusalWords } from '#foundation/refusal-words.ts';
import { m } from '#words';
import { paths } from '#paths';
import { parsed } from '../../../../../../form-action.ts';
import { rollFigures, standingWord } from '../../../../../../meeting-words.ts';
import { meetingDeskAt, step } from '../../meeting-desk.ts';
import type { Actions, PageServerLoad } from './$types';

/** The desk at the door: find a row by a few characters, tick one or many, say how they stand. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await meetingDeskAt(locals, params.community);
  const ref = { communityId: community.id, number: params.meeting };
  const search = (url.searchParams.get('search') ?? '').slice(0, 60);
  const [page, found] = await Promise.all([findMeeting(viewer, ref, true), findRoll(viewer, ref, search)]);
  const { mark } = nextSteps(viewer, page, new Date());
  const proxies = page.kind.rules.proxies === 'written';
  return {
    key: crypto.randomUUID(),
    slug: community.slug,
    number: page.meeting.number,
    title: page.meeting.title,
    done: url.searchParams.has('done') ? m.meetings_done_saved() : null,
    search,
    figures: rollFigures(page.count),
    rows: found.rows.map((row) => ({
      id: row.id,
      who: whoOf(row),
      standing: row.votes ? standingWord(row.standing) : m.meetings_roll_vacant(),
      votes: row.votes,
      required: row.required,
      party: row.part === 'party',
      present: row.standing === 'present',
    })),
    total: found.total,
    more: found.total > found.rows.length ? m.meetings_roll_more({ shown: found.rows.length, total: found.total }) : null,
    proxies,
    mayApprove: page.minutes !== null && page.meeting.stage === 'closed',
    standings: (['present', 'excused', 'paper', 'recused', 'absent', ...(proxies ? (['proxy'] as const) : [])] as const).map(
      (standing) => ({ value: standing, label: standingWord(standing) }),
    ),
    whyNotMark: mark && refusalWords(mark),
  };
};

function whoOf({ label, name }: RollRow): string {
  return [label, name].filter(Boolean).join(' · ') || m.meetings_roll_unnamed();
}

const wayOf: Partial<Record<string, string>> = { proxy: 'proxy', paper: 'paper_ballot' };

export const actions: Actions = {
  mark: (event) =>
    step(
      event,
      (viewer, ref, { values, lists, key }) => {
        const way = values['paperRoll'] ? 'paper_roll' : (wayOf[values['standing'] ?? ''] ?? 'desk');
        const typed = { ...values, entryIds: lists['entryIds'] ?? [], way };
        return markRoll(viewer, ref, parsed(markRollInput.safeParse(typed)), { key });
      },
      (community, meeting) => `${paths.roll(community, meeting)}${searchOf(event.url)}`,
    ),
  refuse: (event) =>
    step(
      event,
      (viewer, ref, { values, key }) => notePartyRefusal(viewer, ref, parsed(notePartyRefusalInput.safeParse(values)), { key }),
      paths.roll,
    ),
  approved: (event) =>
    step(
      event,
      (viewer, ref, { values, key }) => approveMinutes(viewer, ref, parsed(approveMinutesInput.required().safeParse(values)), { key }),
      paths.roll,
    ),
};

function searchOf(url: URL): string {
  const search = url.searchParams.get('search');
  return search ? `?search=${encodeURIComponent(search)}` : '';
}
