// The four ways Huiyin says no. A rule answers with a code; each door (page, API) turns the code into words once.

/** One thing wrong with one field; `code` has words in the catalogues (`refusal_…`). */
export type FieldProblem = { field: string; code: string; values?: Record<string, string> };

/** The input can't be understood or is incomplete: 422, every problem tied to a field. */
export class Invalid extends Error {
  readonly problems: FieldProblem[];
  constructor(problems: FieldProblem[]) {
    super(problems.map((problem) => `${problem.field}: ${problem.code}`).join(', '));
    this.problems = problems;
  }
}

/** A rule of the method stands against it: 409, with the code of the rule. */
export class Refused extends Error {
  readonly code: string;
  readonly values: Record<string, string>;
  constructor(code: string, values: Record<string, string> = {}) {
    super(code);
    this.code = code;
    this.values = values;
  }
}

/** Known who asks, and it is not theirs to do: 403. `sign-in.needed` becomes 401. */
export class Forbidden extends Error {
  readonly code: string;
  constructor(code = 'access.not-yours') {
    super(code);
    this.code = code;
  }
}

/** It isn't there, or its existence is nobody's business: 404 in both cases. */
export class Missing extends Error {
  readonly code: string;
  constructor(code = 'access.not-found') {
    super(code);
    this.code = code;
  }
}

/** Too many tries: 429, with the seconds to wait. */
export class TooMany extends Error {
  readonly code = 'access.too-many';
  readonly retryAfter: number;
  constructor(retryAfter: number) {
    super('access.too-many');
    this.retryAfter = retryAfter;
  }
}

/** Throws when a `whyNot…` question has an answer. */
export function refuseIf(code: string | null): void {
  if (code !== null) throw new Refused(code);
}
