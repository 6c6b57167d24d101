// An accident is written down so that it can be found again, and so that nobody's words, numbers or keys are in it.

const longest = 4000;

/**
 * Writes one line of JSON to the error output: time (UTC), the short number the visitor was told, what happened and where.
 * Values that may have come from outside are blanked (ASVS 5.0, 16.2.5 and 16.4.1).
 */
export function logUnforeseen(where: string, error: unknown, reference: string | null = null): void {
  console.error(JSON.stringify({ at: new Date().toISOString(), where, reference, ...described(error) }));
}

/** An error without anything a visitor may have typed: database errors by their code, others by their blanked words. */
function described(error: unknown): { what: string; frames?: string[] } {
  if (!(error instanceof Error)) return { what: 'not an error' };
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /u.test(line))
    .slice(0, 20)
    .map((line) => line.trim());
  return { what: fromDatabase(error) ?? `${error.name}: ${withoutValues(error.message)}`, frames };
}

/** The message and detail of PostgreSQL repeat the offending value; code, table and constraint are enough. */
function fromDatabase(error: Error): string | null {
  if (!('severity' in error && 'code' in error)) return null;
  const named = ['code', 'schema', 'table', 'column', 'constraint', 'routine'].flatMap((name) => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === 'string' ? [`${name}=${value}`] : [];
  });
  return `database: ${named.join(' ')}`;
}

/** Blanks what stands in quotes, long numbers, and long runs without a space such as keys and tokens. */
export function withoutValues(text: string): string {
  return text
    .replaceAll(/"[^"]*"|'[^']*'|`[^`]*`/gu, '"…"')
    .replaceAll(/[\w+/=-]{20,}/gu, '…')
    .replaceAll(/\d[\d\s-]{3,}\d/gu, '…')
    .replaceAll(/[\p{Cc}\u2028\u2029]/gu, ' ')
    .slice(0, longest);
}
