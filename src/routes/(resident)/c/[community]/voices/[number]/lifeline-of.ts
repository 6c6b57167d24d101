import { isOpen, type SharedMatter, type TimelineItem, type VoicePage } from '#listen/voices/index.ts';
import { paths } from '#paths';
import { m } from '#words';
import type { LifelineItem } from '#ui/lifeline-item.ts';
import type { Photo } from '#ui/photo.ts';
import { sealOf } from '../../../../../voice-words.ts';
import { sayMoment, sayPromisedDay } from '../../../../say-when.ts';
import { stepWords } from './step-words.ts';

/** The story as its speaker reads it, and at its end what comes next. */
export function lifelineOf(slug: string, voice: VoicePage): LifelineItem[] {
  const photo = (one: VoicePage['photos'][number], alt: string): Photo => ({
    src: paths.voicePhoto(slug, voice.number, one.id, 'thumbnail'),
    href: paths.voicePhoto(slug, voice.number, one.id, 'full'),
    alt,
  });
  const own = voice.photos.filter((one) => one.byReporter).map((one, at) => photo(one, m.resident_photo_yours({ number: at + 1 })));
  const office = voice.photos.filter((one) => !one.byReporter).map((one, at) => photo(one, m.resident_photo_office({ number: at + 1 })));
  const lastAnswer = voice.timeline.findLast((item) => item.event === 'answered');
  const past = joinedAtOnce(voice.timeline).map((item): LifelineItem => ({
    ...momentOf(item),
    ...(item.event === 'received' && { said: voice.words, photos: own }),
    ...(item.event === 'answered' && { said: answerWords(voice, item), ...(item === lastAnswer && { photos: office }) }),
  }));
  return [...past, ...ahead(voice)];
}

/** What became of the matter a merged voice went into. */
export function sharedLifelineOf(shared: SharedMatter): LifelineItem[] {
  return shared.timeline.map((item) => momentOf(item));
}

type Step = TimelineItem & { times?: number };

/** Neighbours who join one after another are told in one line. */
function joinedAtOnce(timeline: readonly TimelineItem[]): Step[] {
  const steps: Step[] = [];
  for (const item of timeline) {
    const before = steps.at(-1);
    if (item.event === 'joined' && before?.event === 'joined') steps.splice(-1, 1, { ...item, times: (before.times ?? 1) + 1 });
    else steps.push(item);
  }
  return steps;
}

function momentOf(item: Step): LifelineItem {
  const late = item.event === 'answered' && item.late;
  return {
    ...sealOf(item.seal),
    time: late ? m.resident_line_late({ time: sayMoment(item.at) }) : sayMoment(item.at),
    iso: item.at.toISOString(),
    title: item.times ? m.resident_line_joined_many({ count: item.times }) : stepWords(item),
    ...(item.said && { said: item.said }),
  };
}

/** The answer, and beneath it what follows. */
function answerWords(voice: VoicePage, item: TimelineItem): string {
  const step = voice.answers.find(({ at }) => at.getTime() === item.at.getTime())?.nextStep;
  if (!step) return item.said ?? '';
  const next = item.day ? m.resident_line_next_step_day({ step, day: sayPromisedDay(item.day) }) : m.resident_line_next_step({ step });
  return `${item.said ?? ''}\n${next}`;
}

/** What is still to come, and whom it waits for. */
function ahead(voice: VoicePage): LifelineItem[] {
  if (!isOpen(voice)) return [];
  const { answerable, stage } = voice;
  const word = { ...sealOf('evaluate'), time: m.resident_next_waits_you(), title: m.resident_next_confirm(), todo: true };
  if (stage === 'answered') return [word];
  const steps: LifelineItem[] = [];
  if (stage === 'received')
    steps.push({ ...sealOf('listen'), time: m.resident_next_waits_office(), title: m.resident_next_acknowledge(), todo: true });
  if (!answerable.accepted)
    steps.push({ ...sealOf('listen'), time: m.resident_next_waits_office(), title: m.resident_next_assign(), todo: true });
  const waits = answerable.accepted ? m.resident_next_waits_person({ name: answerable.name }) : m.resident_next_waits_office();
  return [
    ...steps,
    { ...sealOf('act'), time: waits, title: m.resident_next_answer({ day: sayPromisedDay(voice.dueAt) }), todo: true },
    word,
  ];
}
