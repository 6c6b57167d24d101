import { findDecisions } from '#listen/blog/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { sayDay } from '../../../../say-when.ts';
import type { PageServerLoad } from './$types';

/** Every decision to hide a comment, and what came of the appeal. */
export const load: PageServerLoad = async ({ parent, url }) => {
  const { id, slug } = (await parent()).community;
  const wanted = Number(url.searchParams.get('page') ?? 1);
  const page = Number.isInteger(wanted) && wanted > 0 && wanted <= 1000 ? wanted : 1;
  const { rows, more } = await findDecisions(id, page);
  return {
    newer: page > 1 ? paths.blogDecisions(slug, page - 1) : null,
    older: more ? paths.blogDecisions(slug, page + 1) : null,
    decisions: rows.map(({ id: row, at, rule, rulesVersion, appealed, outcome }) => ({
      id: row,
      day: sayDay(at),
      rule: m.blog_decision_rule_of({ rule, version: rulesVersion }),
      href: `${paths.blogRules(slug)}?version=${rulesVersion}#rule-${rule}`,
      appeal: outcome ? m[`blog_decision_appeal_${outcome}`]() : appealed ? m.blog_decision_appeal_open() : m.blog_decision_appeal_none(),
    })),
  };
};
