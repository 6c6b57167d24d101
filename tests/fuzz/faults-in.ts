// What no answer may ever be, whatever was asked.

export type Given = { status: number; text: string; ms: number };
export const longest = 2000;

/** Empty when all is well. A stack trace, a path of the machine or a database's own words never leave the house. */
export function faultsIn({ status, text, ms }: Given, patience = longest): string[] {
  return [
    ...(status >= 500 ? [`status ${status}: ${text.slice(0, 300)}`] : []),
    ...(ms > patience ? [`took ${Math.round(ms)} ms`] : []),
    ...(trace.test(text) ? [`tells of its insides: ${trace.exec(text)?.[0]}`] : []),
  ];
}

const trace = /\n\s+at \S+ \(?(?:file:|node:|\/)|node:internal\/|node_modules\/|SQLSTATE|syntax error at or near|violates \w+ constraint/;
