import { isUnanswered, type VoiceRow } from '#listen/voices/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { sayDay, sayDistance } from '../../../../say-date.ts';
import { channelWord, kindWord, stageSeal, stageWord } from '../../../../voice-words.ts';
import { wordsOrErased } from '../../../../rights-words.ts';

/** One line of the queue in words that are ready to be read. */
export type QueueRow = ReturnType<typeof queueRow>;

export function queueRow(row: VoiceRow, slug: string, viewerId: string | null) {
  const burning = isUnanswered(row);
  return {
    number: row.number,
    href: paths.staffVoice(slug, row.number),
    words: wordsOrErased(row.words),
    about: [
      kindWord(row.kind),
      channelWord(row.channel),
      ...(row.urgency === 'ordinary' ? [] : [m[`voices_urgency_${row.urgency}`]()]),
      ...(row.vitalInterest ? [m.staff_tag_vital()] : []),
      ...(row.sealed ? [m.staff_tag_sealed()] : []),
      ...(row.round > 1 ? [m.staff_tag_round({ round: row.round })] : []),
    ].join(' · '),
    place: row.place ?? m.staff_no_place(),
    stage: { text: stageWord(row.stage), stage: stageSeal(row.stage) },
    with: withWhom(row, viewerId),
    light: row.light,
    due: burning ? sayDistance(row.dueAt) : row.answeredAt ? m.staff_answered() : stageWord(row.stage),
    dueNote: sayDay(burning ? row.dueAt : (row.answeredAt ?? row.dueAt)),
    dueIso: (burning ? row.dueAt : (row.answeredAt ?? row.dueAt)).toISOString(),
  };
}

/** Who has it in hand; my own name would only be noise in my own pile. */
function withWhom(row: VoiceRow, viewerId: string | null): string {
  if (row.ownerId === null) return m.staff_with_nobody({ name: row.firstReceiverName });
  return row.ownerId === viewerId ? m.staff_with_me() : (row.ownerName ?? '');
}
