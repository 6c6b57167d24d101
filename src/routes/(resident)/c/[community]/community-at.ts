import { findCommunity, type Community } from '#community/places/index.ts';
import { Missing } from '#foundation/refusal.ts';
import { remembered } from '#foundation/remembered.ts';

const known = remembered(10, found);

/** The community of the address; throws Missing. */
export function communityAt(slug: string): Promise<Community> {
  return known(slug);
}

async function found(slug: string): Promise<Community> {
  const community = await findCommunity(slug);
  if (!community) throw new Missing();
  return community;
}

export function shownName(community: Community, locale: 'zh-CN' | 'en'): string {
  return locale === 'en' ? (community.nameEn ?? community.name) : community.name;
}
