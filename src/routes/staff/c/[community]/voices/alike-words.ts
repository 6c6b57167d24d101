import { m } from '#words';
import type { AlikeVoice } from '#listen/voices/index.ts';
import { sayDay } from '../../../../say-date.ts';

/** Why a voice is shown as alike, in one line: a person decides, so they see what it rests on. */
export function sayAlike({ probablySame, sameBuilding, place, shared, receivedAt }: AlikeVoice): string {
  const said = [
    ...(probablySame ? [m.staff_alike_probably()] : []),
    sayDay(receivedAt),
    sameBuilding ? m.staff_alike_building() : (place ?? ''),
    shared.length > 0 ? m.staff_alike_words({ words: shared.join(' · ') }) : '',
  ];
  return said.filter((part) => part !== '').join(' · ');
}
