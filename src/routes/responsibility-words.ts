import { holders, type Holder, type Responsibility, type Routing, type Standing } from '#community/responsibilities/index.ts';
import { m } from '#words';
import { articleWord } from './meeting-words.ts';

// The register of responsibilities in words.

export function holderWord(holder: Holder): string {
  return m[`responsibilities_holder_${holder}`]();
}
export function standingWord(standing: Standing): string {
  return m[`responsibilities_standing_${standing}`]();
}

/** By holder, in the order of the register; who has no line isn't there. */
export function byHolder(rows: readonly Responsibility[]) {
  return holders
    .map((holder) => ({
      holder,
      word: holderWord(holder),
      lines: rows
        .filter((row) => row.holder === holder)
        .map(({ id, standing, matter, basis }) => ({
          id,
          matter,
          never: standing === 'not_to_be_asked',
          standing: standingWord(standing),
          basis: basis && (/^RC \d+$/.test(basis) ? articleWord(basis) : basis),
        })),
    }))
    .filter(({ lines }) => lines.length > 0);
}

/** Whose a matter of this kind is, as it stands beside a voice; null where the register says nothing of it. */
export function routingWords(routing: Routing | null) {
  if (!routing) return null;
  const facts = routing.entries.map(({ holder, standing, matter }) => ({
    term: `${holderWord(holder)} · ${standingWord(standing)}`,
    text: matter,
  }));
  return { facts, declinable: routing.declinable };
}
