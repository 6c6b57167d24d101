import { shanghaiDay } from '#foundation/calendar/index.ts';
import type { Act } from '#foundation/server/perform.ts';
import { decideHandBack, exportTickets, guessColumns, handBackTicket, importTickets, signTickets } from '#listen/hotline/index.ts';
import { acceptVoice, answerVoice, assignVoice, triageVoice, triageVoiceInput } from '#listen/voices/index.ts';
import { atMinute, workingDayBefore } from '../office-hours.ts';
import type { Community, Ground, Town } from '../town.ts';
import { hotlineTexts } from './texts.ts';

type At = (days: number, minutes: number) => Act;
type Ticket = { id: string; voiceId: string; ref: { communityId: number; id: string } };

/** Two mornings' files of the hotline in Liuhuali: one signed for, answered, handed back and sent back, one just come in. */
export async function plantHotline({ trx }: Ground, town: Town): Promise<void> {
  const here = town.communities.A;
  const last = shanghaiDay(new Date(town.horizon.getTime() - 1));
  const at: At = (days, minutes) => ({ trx, now: atMinute(workingDayBefore(town.calendar, last, days), minutes), quiet: true });
  const [rubbish, stalls, benches, river] = await bringIn(here, at, 4, hotlineTexts.earlier);
  if (!rubbish || !stalls || !benches || !river) return;
  const [chen = here.secretary, lin = here.secretary] = here.workers;
  const { id } = here;
  await signTickets(chen.viewer, id, { tickets: [rubbish, stalls, benches, river].map((ticket) => ticket.id) }, { within: at(4, 555) });
  for (const [turn, ticket] of [rubbish, benches].entries()) {
    const voice = { communityId: id, id: ticket.voiceId };
    const category = turn === 0 ? 'environment' : 'facilities';
    const sorted = triageVoiceInput.parse({ kind: turn === 0 ? 'help_request' : 'opinion', category, matterScope: 'public' });
    await triageVoice(chen.viewer, voice, sorted, { within: at(4, 570 + turn) });
    await assignVoice(chen.viewer, voice, { ownerId: lin.id }, { within: at(4, 575 + turn) });
    await acceptVoice(lin.viewer, voice, {}, { within: at(4, 600 + turn) });
    const words = hotlineTexts.answers[turn] ?? '';
    await answerVoice(lin.viewer, voice, { words }, { within: at(3 - turn, 970) });
  }
  for (const [turn, ticket] of [river, stalls].entries()) {
    const sorted = triageVoiceInput.parse({ kind: 'complaint', category: turn === 0 ? 'environment' : 'other', matterScope: 'public' });
    await triageVoice(chen.viewer, { communityId: id, id: ticket.voiceId }, sorted, { within: at(4, 590 + turn) });
    const back = { reason: 'other_power' as const, evidence: turn === 0 ? hotlineTexts.evidence : hotlineTexts.outside };
    await handBackTicket(chen.viewer, ticket.ref, back, { within: at(3, 560 + turn) });
  }
  await exportTickets(chen.viewer, id, { mapping: hotlineTexts.mapping }, { within: at(3, 1000) });
  const decision = { outcome: 'accepted' as const, reference: hotlineTexts.accepted };
  await decideHandBack(chen.viewer, river.ref, decision, { within: at(2, 640) });
  await bringIn(here, at, 0, hotlineTexts.latest);
}

/** What was taken down by the hotline the day before is passed on in the morning, due five days later. */
async function bringIn(here: Community, at: At, days: number, told: readonly string[][]): Promise<Ticket[]> {
  const { id } = here;
  const [chen = here.secretary] = here.workers;
  const { header, mapping } = hotlineTexts;
  const come = at(days, 540);
  const heard = shanghaiDay(at(days + 1, 600).now);
  const number = (nth: number) => `GD${shanghaiDay(come.now).replaceAll('-', '')}${String(1041 + nth * 17)}`;
  const rows = told.map(([title = '', words = '', kind = '', address = '', name = '', phone = ''], nth) => ({
    line: nth + 2,
    cells: [
      number(nth),
      title,
      words,
      kind,
      `${heard} ${10 + nth}:20`,
      `${shanghaiDay(come.now)} 08:30`,
      shanghaiDay(at(days - 4, 600).now),
      address,
      name,
      phone,
      '',
      '',
    ],
  }));
  const input = { mapping, columns: guessColumns(header), bad: 'stop' as const };
  await importTickets(chen.viewer, id, input, { header, rows }, { within: come });
  const found = await come.trx
    .selectFrom('hotline_tickets')
    .select(['id', 'voice_id as voiceId'])
    .where('community_id', '=', id)
    .where(
      'ticket_number',
      'in',
      rows.map(({ cells }) => cells[0] ?? ''),
    )
    .orderBy('ticket_number')
    .execute();
  return found.map((ticket) => ({ ...ticket, ref: { communityId: id, id: ticket.id } }));
}
