import { isOpen, stages, type Category, type PublicVoice } from '#listen/voices/index.ts';
import { paths } from '#paths';
import { m } from '#words';
import { sealOf } from '../../../../voice-words.ts';
import { sayDay } from '../../../say-when.ts';

export type ShownVoice = ReturnType<typeof outcomeOf>;

/** A published voice in the words of the notice board; ShownVoice.svelte prints it. */
export function outcomeOf(slug: string, voice: PublicVoice, categories: readonly Category[], locale: 'zh-CN' | 'en') {
  const category = categories.find(({ code }) => code === voice.category);
  const about = [sayDay(voice.receivedAt), category && (locale === 'en' ? category.en : category.zh), sharedWords(voice.sharedBy)];
  return {
    number: voice.number,
    // What a neighbour called solved stands under the deed; only what still waits for a verdict under the verdict.
    ...sealOf(voice.stage === 'closed_confirmed' ? 'act' : stages[voice.stage].seal),
    title: voice.title,
    href: paths.voice(slug, voice.number),
    about: about.filter(Boolean).join(' · '),
    outcome: voice.outcome ?? undefined,
    words: voice.words ?? undefined,
    upshot: upshotOf(voice),
    open: isOpen(voice),
  };
}

/** "7 more neighbours have the same trouble", or nothing: few are not counted in public. */
function sharedWords(count: number | null): string {
  return count === null ? '' : m.resident_with_others({ count });
}

/** The last word: who called it solved, or what it still waits for. */
function upshotOf(voice: PublicVoice): string {
  if (voice.confirmedBy > 1) return m.resident_upshot_confirmed_by({ count: voice.confirmedBy });
  switch (stages[voice.stage].bucket) {
    case 'confirmed':
      return m.resident_upshot_confirmed();
    case 'documented':
      return m.resident_upshot_documented();
    case 'referred':
      return m.resident_upshot_referred();
    default:
      return voice.stage === 'answered' ? m.resident_upshot_answered() : scheduledWords(voice);
  }
}

function scheduledWords({ scheduledFor }: PublicVoice): string {
  return scheduledFor ? m.resident_upshot_scheduled({ day: sayDay(scheduledFor) }) : m.resident_upshot_open();
}
