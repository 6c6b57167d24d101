export { countCall } from './count-call.ts';
export { endpoint, type Asked, type Asking, type Endpoint, type Key, type Locale, type Said } from './endpoint.ts';
