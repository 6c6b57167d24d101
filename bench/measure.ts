// Small arithmetic of measurements.

export type Line = { what: string; measured: string; bar: string; met: boolean };

/** The value below which `share` of the samples lie. */
export function percentile(samples: number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

/** Runs `work` `count` times by `clients` at once; answers with runs per second. */
export async function throughput(clients: number, count: number, work: (at: number) => Promise<void>): Promise<number> {
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (next < count) await work(next++);
    }),
  );
  return count / ((performance.now() - began) / 1000);
}

/** Milliseconds of each of `count` runs, one after another. */
export async function timings(count: number, work: (at: number) => Promise<void>): Promise<number[]> {
  const samples: number[] = [];
  for (let at = 0; at < count; at++) {
    const began = performance.now();
    await work(at);
    samples.push(performance.now() - began);
  }
  return samples;
}

export function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}
