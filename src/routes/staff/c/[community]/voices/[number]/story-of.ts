import { followUpOutcomes, followUpWays, isOpen, isUnanswered, reasonCodes, type TimelineItem, type VoicePage } from '#listen/voices/index.ts';
import type { LifelineItem } from '#ui/lifeline-item.ts';
import { m } from '#words';
import { sayDay, sayMoment } from '../../../../../say-date.ts';
import { channelWord, sealOf } from '../../../../../voice-words.ts';

/** The life of a voice as those who work on it tell it; what comes next stands outlined at the end. */
export function storyOf(page: VoicePage): LifelineItem[] {
  const told = page.timeline.map((item) => ({
    ...sealOf(item.seal),
    time: sayMoment(item.at),
    iso: item.at.toISOString(),
    title: titleOf(item, page),
    said: item.event === 'received' ? undefined : (item.said ?? undefined),
    by: item.by ?? (item.role === 'reporter' ? m.staff_by_resident() : item.role === 'system' ? m.staff_by_clock() : undefined),
  }));
  return [...told, ...toCome(page)];
}

function titleOf(item: TimelineItem, page: VoicePage): string {
  const to = item.to ?? '';
  const day = item.day ? sayDay(item.day) : '';
  switch (item.event) {
    case 'received': return m.staff_line_received({ channel: channelWord(page.channel) });
    case 'assigned': return m.staff_line_assigned({ to });
    case 'answered': return item.late ? m.staff_line_answered_late() : m.staff_line_answered();
    case 'waited': return m.staff_line_waited({ day });
    case 'scheduled': return m.staff_line_scheduled({ day });
    case 'extended': return m.staff_line_extended({ day: item.dueAt ? sayDay(item.dueAt) : '' });
    case 'referral_asked': return m.staff_line_referral_asked({ to });
    case 'referral_confirmed': return m.staff_line_referral_confirmed({ to });
    case 'merged': return m.staff_line_merged({ number: item.number ?? '' });
    case 'joined': return m.staff_line_joined({ number: item.number ?? '' });
    case 'escalated': return day ? m.staff_line_escalated_day({ cause: causeWord(item.code), day }) : m.staff_line_escalated({ cause: causeWord(item.code) });
    case 'followed_up': return m.staff_line_followed_up({ way: wayWord(to), outcome: outcomeWord(item.code) });
    case 'closed_documented': return m.staff_line_closed_documented({ reason: reasonWord(item.code) });
    case 'confirmed': return item.rating === null ? m.staff_line_confirmed() : m.staff_line_confirmed_rating({ rating: item.rating });
    default: return m[`staff_line_${item.event}`]();
  }
}

/** Who is waited for now, and what the last step will be. */
function toCome(page: VoicePage): LifelineItem[] {
  if (!isOpen(page)) return [];
  const confirmation = { ...sealOf('evaluate'), time: m.staff_waits_for_resident(), title: m.staff_line_to_confirm(), todo: true };
  if (!isUnanswered(page)) return [confirmation];
  const answer = { ...sealOf('act'), time: m.staff_waits_for({ name: page.answerable.name }), title: m.staff_line_to_answer({ day: sayDay(page.dueAt) }), todo: true };
  return [answer, confirmation];
}

// Codes from the record in words; an unknown one stays silent rather than showing through.

function causeWord(code: string | null): string {
  const cause = (['overdue', 'too_hard', 'reopened_again'] as const).find((one) => one === code);
  return cause ? m[`staff_cause_${cause}`]() : '';
}

function wayWord(code: string): string {
  const way = followUpWays.find((one) => one === code);
  return way ? m[`staff_way_${way}`]() : '';
}

function outcomeWord(code: string | null): string {
  const outcome = followUpOutcomes.find((one) => one === code);
  return outcome ? m[`staff_outcome_${outcome}`]() : '';
}

function reasonWord(code: string | null): string {
  const reason = reasonCodes.find((one) => one === code);
  return reason ? m[`voices_reason_${reason}`]() : '';
}
