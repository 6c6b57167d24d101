export { communityOf, communityServedBy } from './community-of.ts';
export { countCall } from './count-call.ts';
export { endpoint, type Endpoint, type Locale, type Said } from './endpoint.ts';
export { findCallLimits } from './find-call-limits.ts';
