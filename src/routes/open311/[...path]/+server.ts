import { open311 } from '#open311/app.ts';
import type { RequestHandler } from './$types';

/** Every method, as it came; what the door may know of the caller is the hash of the address. */
export const fallback: RequestHandler = ({ request, locals }) => open311.fetch(request, { address: locals.viewer.address });
