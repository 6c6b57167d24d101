import { paths } from '#paths';
import { recordChoices } from '../record-form.ts';
import { visitsDeskAt } from '../visits-desk.ts';
import type { PageServerLoad } from './$types';

/** The telephone page of those who visit. It is kept on the device, so nothing about anybody may be in it. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const { community } = await visitsDeskAt(locals, params.community);
  const { slug } = community;
  return {
    slug,
    choices: recordChoices(),
    addresses: {
      page: paths.visitsField(slug),
      list: paths.visitsFieldList(slug),
      records: paths.visitsFieldRecords(slug),
      desk: paths.visits(slug),
      signIn: paths.signIn(),
      worker: paths.visitsFieldWorker(),
    },
  };
};
