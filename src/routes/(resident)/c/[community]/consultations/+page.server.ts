import { findConsultations, type ConsultationRow } from '#listen/consultations/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { sayPromisedDay, sayDay } from '../../../say-when.ts';
import { communityAt } from '../community-at.ts';
import type { PageServerLoad } from './$types';

/** What is asked now, and what came of what was asked before. */
export const load: PageServerLoad = async ({ params, locals }) => {
  const { id, slug } = await communityAt(params.community);
  const rows = (await findConsultations(locals.viewer, id)).filter(({ stage }) => stage !== 'draft' && stage !== 'approved');
  return {
    open: rows.filter(({ stage }) => stage === 'open').map((row) => shown(slug, row)),
    past: rows.filter(({ stage }) => stage !== 'open').map((row) => shown(slug, row)),
  };
};

function shown(slug: string, { number, kind, title, closesOn, stage, soon }: ConsultationRow) {
  const when = stage === 'open' ? m.consult_until({ day: sayPromisedDay(closesOn) }) : m.consult_ended({ day: sayDay(closesOn) });
  return {
    href: paths.consultation(slug, number),
    title,
    about: [m[`consult_kind_${kind}`](), when].join(' · '),
    stage: m[`consult_stage_${stage}`](),
    soon: soon ? m.consult_soon({ day: sayPromisedDay(closesOn) }) : null,
  };
}
