import type { Act } from '#foundation/server/perform.ts';
import { findServing } from '#community/people/index.ts';
import type { VoiceKind } from './voice.ts';

/** Somebody complained about: a person who serves here, or only a description until somebody recognises them. */
export type Accused = { personId: string | null; description: string | null; leads: boolean };
type Named = { kind: VoiceKind; words: string; accusedIds: string[]; accusedWords?: string | undefined };

/**
 * Who a voice complains about: those picked by hand, and those serving here whose name stands in a complaint. Better
 * one wall too many than the accused reading it; triage can take a wrong one away.
 */
export async function nameAccused({ trx, now }: Act, communityId: number, voice: Named): Promise<Accused[]> {
  if (voice.kind !== 'complaint' && voice.accusedIds.length === 0 && !voice.accusedWords) return [];
  const serving = await findServing(trx, communityId, now);
  const said = `${voice.accusedWords ?? ''}\n${voice.kind === 'complaint' ? voice.words : ''}`;
  const meant = serving.filter((person) => voice.accusedIds.includes(person.personId) || said.includes(person.name));
  const accused: Accused[] = meant.map((person) => ({ personId: person.personId, description: null, leads: person.leads }));
  if (voice.accusedWords) accused.push({ personId: null, description: voice.accusedWords, leads: false });
  return accused;
}

/** How far the seal goes: when the community's own leadership is named, the street handles it. */
export function sealFor(accused: Accused[]): 'none' | 'named' | 'street' {
  if (accused.some((one) => one.leads)) return 'street';
  return accused.length > 0 ? 'named' : 'none';
}
