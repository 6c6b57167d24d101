import type { Outcome } from './knock.ts';

// Who may ask what of the API, about the complaint that names `walled`. `sign-in` is 401 here. What else the API says
// and when is tested beside each endpoint; this table only keeps anybody from forgetting a door.

export const callers = ['noToken', 'wrongCode', 'wrongScope', 'workerElsewhere', 'walled'] as const;
export type Caller = (typeof callers)[number];
export type ApiRow = Record<Caller, Outcome>;

const everybody: ApiRow = { noToken: 'open', wrongCode: 'open', wrongScope: 'open', workerElsewhere: 'open', walled: 'open' };
const nobodyElse: ApiRow = {
  noToken: 'sign-in',
  wrongCode: 'sign-in',
  wrongScope: 'forbidden',
  workerElsewhere: 'missing',
  walled: 'missing',
};
/** Number and code open it as well; a wrong code finds nothing. */
const orCode: ApiRow = { ...nobodyElse, wrongCode: 'missing' };
const voice = '/communities/{slug}/voices/{number}';

/** By method and path, as the OpenAPI document names them. */
export const apiDoors: Record<string, ApiRow> = {
  'get /communities': everybody,
  'get /communities/{slug}/public-voices': everybody,
  'get /me': { ...everybody, noToken: 'sign-in', wrongCode: 'sign-in' },
  'get /communities/{slug}/statistics': { ...nobodyElse, workerElsewhere: 'forbidden', walled: 'open' },
  'get /communities/{slug}/voices': { ...nobodyElse, workerElsewhere: 'forbidden', walled: 'open' },
  // Anybody may speak; a program that says whose it is must be allowed to speak for them.
  'post /communities/{slug}/voices': { ...everybody, wrongScope: 'forbidden' },
  [`get ${voice}`]: orCode,
  [`post ${voice}/acknowledgement`]: nobodyElse,
  [`post ${voice}/triage`]: nobodyElse,
  [`post ${voice}/assignment`]: nobodyElse,
  [`post ${voice}/acceptance`]: nobodyElse,
  [`post ${voice}/decline`]: nobodyElse,
  [`post ${voice}/answer`]: nobodyElse,
  [`post ${voice}/wait`]: nobodyElse,
  [`post ${voice}/schedule`]: nobodyElse,
  [`post ${voice}/resumption`]: nobodyElse,
  [`post ${voice}/extension`]: nobodyElse,
  [`post ${voice}/referral`]: nobodyElse,
  [`post ${voice}/referral-confirmation`]: nobodyElse,
  // A merge looks for the other number first, which a stranger doesn't find either.
  [`post ${voice}/merge`]: { ...nobodyElse, workerElsewhere: 'incomplete' },
  [`post ${voice}/split`]: nobodyElse,
  [`post ${voice}/escalation`]: nobodyElse,
  [`post ${voice}/follow-up`]: nobodyElse,
  [`post ${voice}/documented-closing`]: nobodyElse,
  [`post ${voice}/note`]: nobodyElse,
  [`post ${voice}/publication`]: nobodyElse,
  [`post ${voice}/take-down`]: nobodyElse,
  [`post ${voice}/confirmation`]: orCode,
  [`post ${voice}/reopening`]: orCode,
  [`post ${voice}/withdrawal`]: orCode,
  [`post ${voice}/addition`]: orCode,
};
