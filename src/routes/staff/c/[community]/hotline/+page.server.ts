import { redirect } from '@sveltejs/kit';
import { Forbidden } from '#foundation/refusal.ts';
import {
  countPending,
  countTickets,
  exportTickets,
  exportTicketsInput,
  findExports,
  findMappings,
  findTickets,
  signTickets,
  signTicketsInput,
  ticketTabs,
  worksOnHotline,
  type TicketLine,
} from '#listen/hotline/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed } from '../../../../form-action.ts';
import { wordsOrErased } from '../../../../rights-words.ts';
import { sayDay, sayDistance, sayMoment } from '../../../../say-date.ts';
import { voicesDeskAt, type Desk } from '../../../shell.ts';
import { stateOf } from './ticket-state.ts';
import type { Actions, PageServerLoad } from './$types';

/** The hotline's tickets by where they stand, what waits to be sent back, and what was sent. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await hotlineDeskAt(locals, params.community);
  const tab = ticketTabs.find((each) => each === url.searchParams.get('tab')) ?? 'unsigned';
  const [counts, tickets, waiting, mappings, sent] = await Promise.all([
    countTickets(viewer, community.id),
    findTickets(viewer, community.id, tab),
    countPending(viewer, community.id),
    findMappings(community.id),
    findExports(viewer, community.id),
  ]);
  return {
    key: crypto.randomUUID(),
    slug: community.slug,
    tab,
    counts,
    done: doneWords(url),
    tickets: tickets.map((ticket) => shown(community.slug, ticket)),
    waiting,
    mappings: mappings.map(({ name }) => ({ value: name, label: name })),
    sent: sent.map(({ id, at, by, mapping, receipts, answers, handBacks }) => ({
      id,
      at: sayMoment(at),
      by: by ?? '',
      what: m.hotline_log_counts({ receipts, answers, handBacks }),
      mapping,
      files: (['xlsx', 'csv'] as const).map((format) => ({ text: `.${format}`, href: paths.hotlineExport(community.slug, id, format) })),
    })),
  };
};

function shown(slug: string, ticket: TicketLine) {
  const { id, number, voice, words, theirDueAt, dueAt } = ticket;
  const waits = ticket.answeredAt === null && ticket.handBack !== 'accepted';
  return {
    id,
    number,
    href: paths.hotlineTicket(slug, id),
    voice,
    voiceHref: paths.staffVoice(slug, voice),
    words: wordsOrErased(words),
    theirDue: theirDueAt && {
      word: waits ? sayDistance(theirDueAt) : sayDay(theirDueAt),
      note: sayDay(theirDueAt),
      iso: theirDueAt.toISOString(),
    },
    late: waits && theirDueAt !== null && theirDueAt < new Date(),
    due: { word: waits ? sayDistance(dueAt) : sayDay(dueAt), note: sayDay(dueAt), iso: dueAt.toISOString() },
    state: stateOf(ticket),
  };
}

export const actions: Actions = {
  sign: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await hotlineDeskAt(event.locals, event.params.community);
      const asked = { tickets: form.lists['ticket'] ?? [] };
      const { signed } = await signTickets(viewer, community.id, parsed(signTicketsInput.safeParse(asked)), { key: form.key });
      redirect(303, `${paths.hotline(community.slug, 'open')}&done=signed&count=${signed}`);
    }),
  export: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await hotlineDeskAt(event.locals, event.params.community);
      const { lines } = await exportTickets(viewer, community.id, parsed(exportTicketsInput.safeParse(form.values)), { key: form.key });
      redirect(303, `${paths.hotline(community.slug)}?done=exported&count=${lines}#sent`);
    }),
};

async function hotlineDeskAt(locals: App.Locals, slug: string): Promise<Desk> {
  const desk = await voicesDeskAt(locals, slug);
  if (!worksOnHotline(desk.viewer, desk.community.id)) throw new Forbidden('hotline.only-office');
  return desk;
}

function doneWords({ searchParams }: URL): string | null {
  const count = Number(searchParams.get('count')) || 0;
  if (searchParams.get('done') === 'signed') return m.hotline_done_signed({ count });
  return searchParams.get('done') === 'exported' ? m.hotline_done_exported({ count }) : null;
}
