import { findBlogRules } from '#listen/blog/index.ts';
import { sayDay } from '../../../../say-when.ts';
import type { PageServerLoad } from './$types';

/** The rules for comments as they are, or in the earlier wording a decision cites (?version=). */
export const load: PageServerLoad = async ({ parent, url, locals }) => {
  const { id } = (await parent()).community;
  const asked = Number(url.searchParams.get('version') ?? 0);
  const version = Number.isInteger(asked) && asked > 0 && asked < 30_000 ? asked : undefined;
  const rules = await findBlogRules(id, version);
  return {
    rules: rules && { version: rules.version, day: sayDay(rules.publishedAt), lines: locals.locale === 'en' ? rules.en : rules.zh },
  };
};
