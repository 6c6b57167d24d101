import type { StreetView } from '#statistics/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { sayDay, sayDistance } from '../../../say-date.ts';
import { stageSeal, stageWord } from '../../../voice-words.ts';
import { wordsOrErased } from '../../../rights-words.ts';

export type InboxRow = ReturnType<typeof inboxRow>;

/** One voice that waits for the street, in words. */
export function inboxRow(voice: StreetView['inbox']['first'][number], locale: 'zh-CN' | 'en') {
  return {
    number: voice.number,
    key: `${voice.slug} ${voice.number}`,
    href: paths.staffVoice(voice.slug, voice.number),
    community: locale === 'en' ? (voice.communityNameEn ?? voice.communityName) : voice.communityName,
    words: wordsOrErased(voice.words),
    cause: voice.cause ? m[`statistics_cause_${voice.cause}`]() : m.statistics_cause_sealed(),
    why: [
      ...(voice.reason ? [voice.reason] : []),
      ...(voice.targetDay ? [m.statistics_target_day({ day: sayDay(voice.targetDay) })] : []),
    ].join(' · '),
    stage: { text: stageWord(voice.stage), stage: stageSeal(voice.stage) },
    owner: voice.ownerName ?? m.statistics_nobody_yet(),
    light: voice.light,
    due: voice.stage === 'answered' ? m.staff_answered() : sayDistance(voice.dueAt),
    dueNote: sayDay(voice.dueAt),
    dueIso: voice.dueAt.toISOString(),
  };
}
