import type { OldVoice } from '#statistics/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { sayDay, sayDistance } from '../../../../say-date.ts';
import { stageSeal, stageWord } from '../../../../voice-words.ts';
import { wordsOrErased } from '../../../../rights-words.ts';

export type OldRow = ReturnType<typeof oldRow>;

/** One voice that has waited long, in words. */
export function oldRow(voice: OldVoice, slug: string) {
  const answered = voice.stage === 'answered';
  return {
    number: voice.number,
    href: paths.staffVoice(slug, voice.number),
    words: wordsOrErased(voice.words),
    stage: { text: stageWord(voice.stage), stage: stageSeal(voice.stage) },
    owner: voice.ownerName,
    waited:
      voice.days === 0
        ? m.statistics_waited_today()
        : voice.days === 1
          ? m.statistics_waited_one()
          : m.statistics_waited_days({ days: voice.days }),
    light: voice.light,
    due: answered ? m.staff_answered() : sayDistance(voice.dueAt),
    dueNote: sayDay(voice.dueAt),
    dueIso: voice.dueAt.toISOString(),
  };
}
