import type { Consent } from '#community/people/index.ts';
import { m } from '#words';

/** One purpose as it stands: what it is for, what was said when, and the one button that changes it. */
export type ConsentItem = {
  purpose: Consent['purpose'];
  number: string | null;
  title: string;
  text: string;
  lines: string[];
  stands: boolean;
};

type Told = Consent & { lines: string[] };

/**
 * The consents as a list of purposes: publication per voice, other news for a sign-in. `voices`: those to which consent
 * may also be given for the first time.
 */
export function consentItems(
  consents: readonly Told[],
  { voices, account }: { voices: { number: string; erased: boolean }[]; account: boolean },
): ConsentItem[] {
  const numbers = [
    ...new Set(consents.flatMap(({ number }) => number ?? []).concat(voices.flatMap(({ number, erased }) => (erased ? [] : number)))),
  ];
  const publications = numbers.map((number) => itemOf('publication', number, consents));
  return [...publications, ...(account ? [itemOf('notices', null, consents)] : [])];
}

function itemOf(purpose: Consent['purpose'], number: string | null, consents: readonly Told[]): ConsentItem {
  const own = consents.filter((consent) => consent.purpose === purpose && consent.number === number);
  const title = m[`rights_purpose_${purpose}`]();
  return {
    purpose,
    number,
    title: number ? `${number} · ${title}` : title,
    text: m[`rights_purpose_${purpose}_text`](),
    lines: own.length > 0 ? own.flatMap(({ lines }) => lines) : [m.rights_consent_never()],
    stands: own.some(({ withdrawnAt }) => withdrawnAt === null),
  };
}
