import {
  followUpOutcomes,
  followUpWays,
  isOpen,
  isUnanswered,
  reasonCodes,
  type TimelineItem,
  type VoicePage,
} from '#listen/voices/index.ts';
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
    title: titleOf(item),
    said: saidIn(item, page),
    by: item.event === 'received' ? channelWord(page.channel) : undefined,
  }));
  return [...told, ...toCome(page)];
}

/** What happened, and behind it what the step was about: the outcome of a call, the reason of a closing. */
function titleOf(item: TimelineItem): string {
  const who = item.by ?? (item.role === 'reporter' ? m.voices_who_reporter() : m.voices_who_system());
  const day = item.day ? sayDay(item.day) : item.dueAt ? sayDay(item.dueAt) : '';
  const line = m[`voices_timeline_${item.event}`]({ who, to: item.to ?? '', day, number: item.number ?? '' });
  return [line, ...detailsOf(item)].join(' · ');
}

/** The words of a step; an answer also says what comes next and when. What was said at first stands on the page already. */
function saidIn(item: TimelineItem, page: VoicePage): string | undefined {
  const answer = item.event === 'answered' ? page.answers.find(({ at }) => at.getTime() === item.at.getTime()) : undefined;
  if (answer) return [answer.words, nextOf(answer)].filter(Boolean).join('\n');
  return item.event === 'received' ? undefined : (item.said ?? undefined);
}

function nextOf({ nextStep, nextDay }: VoicePage['answers'][number]): string {
  const next = [nextStep, nextDay && sayDay(nextDay)].filter(Boolean).join(m.staff_and());
  return next && m.staff_next({ next });
}

function detailsOf(item: TimelineItem): string[] {
  switch (item.event) {
    case 'followed_up':
      return [wayWord(item.to), outcomeWord(item.code)];
    case 'closed_documented':
      return [reasonWord(item.code), ...(item.day ? [m.staff_look_again({ day: sayDay(item.day) })] : [])];
    case 'escalated':
      return [causeWord(item.code), ...(item.day ? [m.staff_until({ day: sayDay(item.day) })] : [])];
    case 'confirmed':
      return item.rating === null ? [] : [m.staff_rating({ rating: item.rating })];
    case 'answered':
      return item.late ? [m.staff_answered_late()] : [];
    default:
      return [];
  }
}

/** Who is waited for now, and what the last step will be. */
function toCome(page: VoicePage): LifelineItem[] {
  if (!isOpen(page)) return [];
  const confirmation = { ...sealOf('evaluate'), time: m.staff_waits_for_resident(), title: m.staff_line_to_confirm(), todo: true };
  if (!isUnanswered(page)) return [confirmation];
  const answer = {
    ...sealOf('act'),
    time: m.staff_waits_for({ name: page.answerable.name }),
    title: m.staff_line_to_answer({ day: sayDay(page.dueAt) }),
    todo: true,
  };
  return [answer, confirmation];
}

// Codes from the record in words; an unknown one stays silent rather than showing through.

function causeWord(code: string | null): string {
  const cause = (['overdue', 'too_hard', 'reopened_again'] as const).find((one) => one === code);
  return cause ? m[`voices_cause_${cause}`]() : '';
}

function wayWord(code: string | null): string {
  const way = followUpWays.find((one) => one === code);
  return way ? m[`voices_way_${way}`]() : '';
}

function outcomeWord(code: string | null): string {
  const outcome = followUpOutcomes.find((one) => one === code);
  return outcome ? m[`voices_outcome_${outcome}`]() : '';
}

function reasonWord(code: string | null): string {
  const reason = reasonCodes.find((one) => one === code);
  return reason ? m[`voices_reason_${reason}`]() : '';
}
