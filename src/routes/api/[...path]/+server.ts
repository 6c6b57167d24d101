import { api } from '#api/app.ts';
import type { RequestHandler } from './$types';

/** Every method, as it came; what the API may know of the caller is the hash of the address. */
export const fallback: RequestHandler = ({ request, locals }) => api.fetch(request, { address: locals.viewer.address });
