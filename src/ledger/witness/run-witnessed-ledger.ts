import { setTimeout } from 'node:timers/promises';
import { database } from '#foundation/server/database.ts';
import type { Birth } from '../log/open-log.ts';
import { runLedger, type RunningLedger } from '../log/run-ledger.ts';
import { askWitnesses, type Round } from './ask-witnesses.ts';
import type { WitnessHouse } from './house.ts';
import { lookAtWitnesses } from './look-at-witness.ts';

// The ledger's clock, and beside it the witnesses': asked once before anything is signed, then every few seconds.

const every = 5_000;
/** A witness that does not answer must not hold up whoever ends the process. */
const longestFarewell = 2_000;

type Say = (sentence: string) => void;

/** Runs until stopped; with a house without policy just the ledger. */
export function runWitnessedLedger(birth: Birth, house: WitnessHouse, say: Say = (sentence) => console.error(sentence)): RunningLedger {
  const ending = new AbortController();
  let ledger: RunningLedger | null = null;
  const running = (async () => {
    await lookAtWitnesses(database(), house).catch(() => null);
    if (ending.signal.aborted) return;
    ledger = runLedger(birth, say);
    await askUntil(ending.signal, house, say);
  })();
  return {
    stop: async () => {
      ending.abort();
      await Promise.race([running, setTimeout(longestFarewell)]);
      await ledger?.stop();
    },
  };
}

async function askUntil(end: AbortSignal, house: WitnessHouse, say: Say): Promise<void> {
  let said = '';
  while (!end.aborted) {
    const sentence = await askWitnesses(database(), house).then(inWords, problemIn);
    // Loud, but once: the same trouble a moment later is no news.
    if (sentence !== null && sentence !== said && !end.aborted) say(sentence);
    said = sentence ?? said;
    await setTimeout(every, undefined, { ref: false, signal: end }).catch(() => null);
  }
}

/** Null when nobody was asked. */
function inWords({ asked, troubles }: Round): string | null {
  if (asked === 0) return null;
  if (troubles.length === 0) return 'The witnesses confirm the ledger.';
  const each = troubles.map(({ witness, trouble }) => `${witness} (${trouble})`).toSorted();
  return `Witnesses that do not confirm the ledger: ${each.join(', ')}.`;
}

function problemIn(error: unknown): string {
  return `The witnesses were not asked: ${error instanceof Error ? error.message : String(error)}`;
}
