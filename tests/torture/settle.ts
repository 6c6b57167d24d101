import { ask } from './ask.ts';
import { outcomeOf, readDiary, type Diary } from './diary.ts';

/** Sends everything whose outcome nobody knows once more, to the byte and with its own key, until all are known. Returns how many there were. */
export async function settleUnknown(file: string, diary: Diary, origin: string, tries = 40): Promise<number> {
  const first = readDiary(file).filter(({ outcome }) => outcome.came === 'unknown');
  let open = first.map(({ intent }) => intent);
  for (let round = 0; round < tries && open.length > 0; round++) {
    const left: typeof open = [];
    await eachOf(open, 8, async (intent) => {
      const outcome = outcomeOf(intent.id, await ask(origin, intent.asked));
      if (outcome.came === 'unknown') left.push(intent);
      else await diary.settle(outcome);
    });
    open = left;
    if (open.length > 0) await new Promise((resolve) => setTimeout(resolve, 250));
  }
  if (open.length > 0) throw new Error(`${open.length} requests never got an answer`);
  return first.length;
}

/** Does `work` on everything, `many` at once. */
export async function eachOf<T>(things: readonly T[], many: number, work: (thing: T) => Promise<void>): Promise<void> {
  const left = things.values();
  await Promise.all(
    Array.from({ length: many }, async () => {
      for (const thing of left) await work(thing);
    }),
  );
}
