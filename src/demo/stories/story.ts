import { shanghaiDay } from '#foundation/calendar/index.ts';
import { submitVoiceInput, type SubmitVoice } from '#listen/voices/index.ts';
import { begin, type Life } from '../life.ts';
import { atMinute, workingDayBefore } from '../office-hours.ts';
import { randomFrom } from '../random.ts';
import type { Category, PictureName } from '../texts/matter.ts';
import type { Community, Home, Person, Town } from '../town.ts';

type Spoken = Partial<SubmitVoice> & Pick<SubmitVoice, 'words' | 'kind' | 'channel'>;
export type Story = {
  category: Category;
  /** Working days before the day of planting, and the minute of that day; `day` instead of both for a fixed day. */
  ago: number;
  minute?: number;
  day?: string;
  said: Spoken;
  /** The resident whose voice it is, so that name, phone and place come from the cast. */
  speaker?: string;
  /** Signed in while speaking. */
  signedIn?: boolean;
  /** Whoever wrote it down. */
  writer?: Person;
  office?: Person;
  home?: Home;
  pictures?: PictureName[];
};

/** Begins a hand-written life; the seed is its own key, so that stories don't move each other. */
export function tell(town: Town, community: Community, key: string, story: Story): Life {
  const random = randomFrom(`${key} on ${town.today}`);
  const speaker = story.speaker === undefined ? null : town.person(story.speaker);
  const day = story.day ?? workingDayBefore(town.calendar, town.today, story.ago);
  const at = new Date(atMinute(day, story.minute ?? random.int(9 * 60, 16 * 60)).getTime() + random.int(0, 59_000));
  const known = speaker &&
    story.said.privacy !== 'anonymous' && {
      name: speaker.name,
      phone: speaker.phone,
      ...(speaker.home && { placeId: speaker.home.flatId }),
    };
  const input = submitVoiceInput.parse({ ...known, mayPublish: true, ...(!known && { placeWords: '小区里' }), ...story.said });
  const by = story.writer ?? (story.signedIn ? speaker : null);
  const [first] = community.workers;
  const office = story.office ?? first;
  return begin(town, random, {
    key: `${community.shape.key}-${key}`,
    community,
    category: story.category,
    at,
    input,
    by,
    ...(office && { office }),
    pictures: story.pictures ?? [],
    home: story.home ?? null,
  });
}

/** `count` working days ahead of the day of planting. */
export function ahead(town: Town, count: number): string {
  return workingDayBefore(town.calendar, town.today, 0 - count);
}

/** Puts the life's clock to a working day before the day of planting, if that is still ahead of it. */
export function until(life: Life, ago: number, minute = 600): void {
  const at = atMinute(workingDayBefore(life.town.calendar, life.town.today, ago), minute);
  if (at > life.at) life.at = at;
}

/** The latest such day of a year ("01-12") at least three weeks before the day of planting. */
export function lastTime(town: Town, monthDay: string): string {
  const latest = shanghaiDay(new Date(town.horizon.getTime() - 21 * 86_400_000));
  const day = `${latest.slice(0, 4)}-${monthDay}`;
  return day <= latest ? day : `${Number(latest.slice(0, 4)) - 1}-${monthDay}`;
}
