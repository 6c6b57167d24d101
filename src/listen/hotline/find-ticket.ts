import { currentCalendar } from '#foundation/server/current-calendar.ts';
import { database, databaseTime } from '#foundation/server/database.ts';
import { Missing } from '#foundation/refusal.ts';
import type { Viewer } from '#community/people/index.ts';
import { loadVoice, type Stage } from '#listen/voices/index.ts';
import { officeOnly } from './hotline-access.ts';
import { loadTicket, type TicketRef } from './load-ticket.ts';
import type { HandBackOutcome, HandBackReason } from './ticket.ts';
import { whyNotDecideHandBack, whyNotHandBack, whyNotSign } from './why-not-ticket.ts';

/** Everything the office sees of a ticket, and what stands against each of its deeds (null: nothing). */
export type TicketPage = {
  id: string;
  number: string;
  voice: string;
  stage: Stage;
  words: string;
  receivedAt: Date;
  dispatchedAt: Date;
  dueAt: Date;
  answeredAt: Date | null;
  theirDueAt: Date | null;
  theirClosedAt: Date | null;
  handBackUntil: Date;
  signed: { at: Date; by: string | null } | null;
  handBack: {
    reason: HandBackReason;
    evidence: string;
    at: Date;
    by: string;
    outcome: HandBackOutcome | null;
    reference: string | null;
    decidedAt: Date | null;
  } | null;
  sent: { exportId: string; at: Date; kind: 'receipt' | 'answer' | 'hand_back' }[];
  whyNot: { sign: string | null; handBack: string | null; decide: string | null };
};

/** Throws Missing for what the viewer can't reach, Forbidden for those who don't work with the hotline. */
export async function findTicket(viewer: Viewer, ref: TicketRef): Promise<TicketPage> {
  officeOnly(viewer, ref.communityId);
  const ticket = await loadTicket(database(), viewer, ref);
  const voice = ticket && (await loadVoice(database(), viewer, { communityId: ref.communityId, id: ticket.voiceId }));
  if (!ticket || !voice) throw new Missing();
  const [row, sent, now, calendar] = await Promise.all([findRow(ref), findSent(ref), databaseTime(), currentCalendar()]);
  const { reason, evidence, askedAt, askedBy, signedAt, signedBy, outcome, reference, decidedAt, ...facts } = row;
  return {
    ...facts,
    id: ticket.id,
    number: ticket.number,
    voice: voice.number,
    stage: voice.stage,
    receivedAt: voice.receivedAt,
    dueAt: voice.dueAt,
    answeredAt: voice.answeredAt,
    handBackUntil: ticket.handBackUntil,
    signed: signedAt && { at: signedAt, by: signedBy },
    handBack: reason && evidence && askedAt ? { reason, evidence, at: askedAt, by: askedBy ?? '', outcome, reference, decidedAt } : null,
    sent,
    whyNot: {
      sign: whyNotSign(ticket),
      handBack: whyNotHandBack(ticket, voice, viewer, { now, calendar }),
      decide: whyNotDecideHandBack(ticket),
    },
  };
}

function findRow({ communityId, id }: TicketRef) {
  return database()
    .selectFrom('hotline_tickets as ticket')
    .innerJoin('voices', (join) => join.onRef('voices.community_id', '=', 'ticket.community_id').onRef('voices.id', '=', 'ticket.voice_id'))
    .leftJoin('hotline_receipts as receipt', (join) =>
      join.onRef('receipt.community_id', '=', 'ticket.community_id').onRef('receipt.ticket_id', '=', 'ticket.id'),
    )
    .leftJoin('people as signer', 'signer.id', 'receipt.signed_by')
    .leftJoin('hotline_hand_backs as back', (join) =>
      join.onRef('back.community_id', '=', 'ticket.community_id').onRef('back.ticket_id', '=', 'ticket.id'),
    )
    .leftJoin('people as asker', 'asker.id', 'back.asked_by')
    .leftJoin('hotline_hand_back_decisions as decision', (join) =>
      join.onRef('decision.community_id', '=', 'back.community_id').onRef('decision.hand_back_id', '=', 'back.id'),
    )
    .select([
      'voices.words',
      'ticket.dispatched_at as dispatchedAt',
      'ticket.their_due_at as theirDueAt',
      'ticket.their_closed_at as theirClosedAt',
      'receipt.signed_at as signedAt',
      'signer.name as signedBy',
      'back.reason',
      'back.evidence',
      'back.asked_at as askedAt',
      'asker.name as askedBy',
      'decision.outcome',
      'decision.reference',
      'decision.recorded_at as decidedAt',
    ])
    .$narrowType<{ reason: HandBackReason | null; outcome: HandBackOutcome | null }>()
    .where('ticket.community_id', '=', communityId)
    .where('ticket.id', '=', id)
    .executeTakeFirstOrThrow();
}

function findSent({ communityId, id }: TicketRef) {
  return database()
    .selectFrom('hotline_export_lines as line')
    .innerJoin('hotline_exports as export', (join) =>
      join.onRef('export.community_id', '=', 'line.community_id').onRef('export.id', '=', 'line.export_id'),
    )
    .select(['export.id as exportId', 'export.exported_at as at', 'line.kind'])
    .$narrowType<{ kind: 'receipt' | 'answer' | 'hand_back' }>()
    .where('line.community_id', '=', communityId)
    .where('line.ticket_id', '=', id)
    .orderBy('export.exported_at')
    .orderBy('line.kind')
    .execute();
}
