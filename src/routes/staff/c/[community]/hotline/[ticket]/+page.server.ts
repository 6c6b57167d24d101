import { redirect, type RequestEvent } from '@sveltejs/kit';
import {
  decideHandBack,
  decideHandBackInput,
  findTicket,
  handBackOutcomes,
  handBackReasons,
  handBackTicket,
  handBackTicketInput,
  signTickets,
  type TicketPage,
} from '#listen/hotline/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import type { Fact } from '#ui/fact.ts';
import { formAction, parsed, type FormData_ } from '../../../../../form-action.ts';
import { refusalWords } from '../../../../../refusal-words.ts';
import { wordsOrErased } from '../../../../../rights-words.ts';
import { sayDay, sayMoment } from '../../../../../say-date.ts';
import { voicesDeskAt, type Desk } from '../../../../shell.ts';
import { stateOf } from '../ticket-state.ts';
import type { Actions, PageServerLoad } from './$types';

/** One ticket: the hotline's side of a voice, and what can be done with it. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await voicesDeskAt(locals, params.community);
  const ticket = await findTicket(viewer, { communityId: community.id, id: params.ticket });
  const { number, words, whyNot, handBack, signed } = ticket;
  const outcome = handBack && (handBack.outcome ?? 'waiting');
  return {
    key: crypto.randomUUID(),
    slug: community.slug,
    number,
    words: wordsOrErased(words),
    state: stateOf({ signedAt: signed?.at ?? null, answeredAt: ticket.answeredAt, handBack: outcome }),
    facts: factsOf(community.slug, ticket),
    maySign: whyNot.sign === null,
    handBack: handBack && {
      asked: m.hotline_back_asked({ at: sayMoment(handBack.at), name: handBack.by, reason: m[`hotline_reason_${handBack.reason}`]() }),
      evidence: handBack.evidence,
      decided:
        handBack.outcome && handBack.decidedAt
          ? m[`hotline_decided_${handBack.outcome}`]({ at: sayMoment(handBack.decidedAt), reference: handBack.reference ?? '' })
          : null,
    },
    whyNotHandBack: whyNot.handBack && refusalWords(whyNot.handBack),
    mayDecide: whyNot.decide === null,
    reasons: handBackReasons.map((value) => ({ value, label: m[`hotline_reason_${value}`]() })),
    outcomes: handBackOutcomes.map((value) => ({ value, label: m[`hotline_decide_${value}`]() })),
    done: doneWords(url.searchParams.get('done')),
  };
};

function factsOf(slug: string, ticket: TicketPage): Fact[] {
  const moment = (term: string, at: Date | null) => (at ? [{ term, text: sayMoment(at), iso: at.toISOString() }] : []);
  const { signed, sent } = ticket;
  return [
    { term: m.hotline_ticket_voice(), text: ticket.voice, href: paths.staffVoice(slug, ticket.voice) },
    ...moment(m.hotline_ticket_received(), ticket.receivedAt),
    ...moment(m.hotline_ticket_dispatched(), ticket.dispatchedAt),
    ...moment(m.hotline_col_their_due(), ticket.theirDueAt),
    { term: m.hotline_col_due(), text: sayDay(ticket.dueAt), iso: ticket.dueAt.toISOString() },
    ...moment(m.hotline_ticket_closed(), ticket.theirClosedAt),
    ...moment(m.hotline_ticket_window(), ticket.handBackUntil),
    ...(signed
      ? [{ term: m.hotline_ticket_signed(), text: m.hotline_ticket_by({ at: sayMoment(signed.at), name: signed.by ?? '' }) }]
      : []),
    ...(sent.length > 0
      ? [{ term: m.hotline_ticket_sent(), text: sent.map(({ kind, at }) => m[`hotline_sent_${kind}`]({ at: sayMoment(at) })).join(' · ') }]
      : []),
  ];
}

export const actions: Actions = {
  sign: (event) =>
    change(event, 'signed', async ({ viewer, community }, _, ref, how) => {
      await signTickets(viewer, community.id, { tickets: [ref.id] }, how);
    }),
  handBack: (event) =>
    change(event, 'handed_back', async ({ viewer }, form, ref, how) => {
      await handBackTicket(viewer, ref, parsed(handBackTicketInput.safeParse(form.values)), how);
    }),
  decide: (event) =>
    change(event, 'decided', async ({ viewer }, form, ref, how) => {
      await decideHandBack(viewer, ref, parsed(decideHandBackInput.safeParse(form.values)), how);
    }),
};

type Here = RequestEvent<{ community: string; ticket: string }>;
type How = { key: string | undefined };
type Work = (desk: Desk, form: FormData_, ref: { communityId: number; id: string }, how: How) => Promise<void>;

/** One deed, then back to the ticket. */
function change(event: Here, done: string, work: Work) {
  return formAction(event, async (form): Promise<never> => {
    const desk = await voicesDeskAt(event.locals, event.params.community);
    // Reach first: whoever can't see the ticket doesn't learn that it exists.
    const ticket = await findTicket(desk.viewer, { communityId: desk.community.id, id: event.params.ticket });
    await work(desk, form, { communityId: desk.community.id, id: ticket.id }, { key: form.key });
    redirect(303, `${paths.hotlineTicket(desk.community.slug, ticket.id)}?done=${done}`);
  });
}

function doneWords(done: string | null): string | null {
  if (done === 'signed') return m.hotline_done_signed({ count: 1 });
  if (done === 'handed_back') return m.hotline_done_handed_back();
  return done === 'decided' ? m.hotline_done_decided() : null;
}
