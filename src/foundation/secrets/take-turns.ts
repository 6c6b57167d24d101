/** A small turnstile: lets a fixed number of costly pieces of work run at once, the rest wait in order. */

/**
 * Makes a turnstile for `places` pieces of work at a time. The returned function runs the work
 * when a place is free and passes its result or error on; a failure frees the place as well.
 */
export function takeTurns(places: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = places;
  const waiting: (() => void)[] = [];

  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((enter) => waiting.push(enter));
    try {
      return await work();
    } finally {
      // The place is handed over directly, so that a newcomer cannot slip in before the queue.
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
