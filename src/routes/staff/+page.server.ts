import { redirect } from '@sveltejs/kit';
import { firstPage, servedBy, staffOnly } from './shell.ts';
import type { PageServerLoad } from './$types';

/** Everybody begins where their own work lies. */
export const load: PageServerLoad = async ({ locals }) => {
  const viewer = staffOnly(locals);
  const first = firstPage(viewer, await servedBy(viewer));
  if (first) redirect(303, first);
};
