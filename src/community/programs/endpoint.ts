import { z } from 'zod';
import { Invalid, type FieldProblem } from '#foundation/refusal.ts';
import type { TokenScope, Viewer } from '#community/people/index.ts';

// What a program may ask of a room, described once: the API serves it, limits it and lists it in its document.

export type Locale = 'zh-CN' | 'en';
/** A message function of the catalogues that needs no values. */
export type Said = (inputs?: Record<string, never>, options?: { locale?: Locale }) => string;

/** `scope`: what an access token must carry (null: any token). `orCode`: number and query code do as well. `orNobody`: no key at all. */
type Key = { scope: TokenScope | null; orCode?: true; orNobody?: true };

/** What a request brings along, before it is understood. `photos`: uploaded files, as they came. */
type Asking = {
  viewer: Viewer;
  scopes: TokenScope[];
  locale: Locale;
  params: Record<string, string>;
  query: Record<string, string>;
  body: unknown;
  photos: { bytes: Uint8Array }[];
  how: { key?: string };
};
type Asked<Query, Body> = Omit<Asking, 'query' | 'body'> & { query: Query; body: Body };

type Described<Query extends z.ZodObject, Body extends z.ZodObject, Answer extends z.ZodObject> = {
  /** The operationId: a verb and its noun, as in the code. */
  id: string;
  method: 'get' | 'post';
  path: string;
  tag: Said;
  summary: Said;
  key: Key;
  query?: Query;
  body?: Body;
  /** Whether photos may come along, as multipart/form-data with the rest as JSON in the part `voice`. */
  takesPhotos?: true;
  answer: Answer;
  run: (asked: Asked<z.output<Query>, z.output<Body>>) => Promise<z.input<Answer>>;
};

export type Endpoint = Omit<Described<z.ZodObject, z.ZodObject, z.ZodObject>, 'run'> & { run: (asking: Asking) => Promise<unknown> };

/**
 * Makes an endpoint. Fields nobody asked for are refused, not ignored: a misspelt name would otherwise pass unnoticed.
 * The answer is checked too, so that a field which isn't listed never leaves the house (it fails as a bug instead).
 */
export function endpoint<Answer extends z.ZodObject, Query extends z.ZodObject = Nothing, Body extends z.ZodObject = Nothing>(
  described: Described<Query, Body, Answer>,
): Endpoint {
  const { query, body, run, ...rest } = described;
  return {
    ...rest,
    ...(query && { query }),
    ...(body && { body }),
    run: async ({ query: askedQuery, body: askedBody, ...asking }) => {
      const answer = await run({ ...asking, query: read(query, askedQuery), body: read(body, askedBody) });
      return described.answer.parse(answer);
    },
  };
}

type Nothing = z.ZodObject<Record<string, never>>;

function read<Schema extends z.ZodObject>(schema: Schema | undefined, given: unknown): z.output<Schema>;
function read(schema: z.ZodObject | undefined, given: unknown): unknown {
  const result = (schema ?? z.object({})).strict().safeParse(given);
  if (result.success) return result.data;
  throw new Invalid(result.error.issues.flatMap(problemsOf));
}

/** Our own schemas say a refusal code; what zod itself has to say becomes the nearest one. */
function problemsOf(issue: z.core.$ZodIssue): FieldProblem[] {
  const at = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ field: [...at, key].join('.'), code: 'input.unknown-field' }));
  }
  return [{ field: at.join('.'), code: /^[a-z-]+\.[a-z-]+$/.test(issue.message) ? issue.message : 'input.not-usable' }];
}
