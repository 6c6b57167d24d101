import { suggestCategory } from '#listen/categories/index.ts';
import type { VoicePage } from '#listen/voices/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import type { DeedOption, Offer } from './deed-form.ts';

/** What a voice nobody has sorted yet may be about, with the words that say so; null when nothing is known well enough. */
export async function offerFor(
  community: { id: number; slug: string },
  page: VoicePage,
  categories: readonly DeedOption[],
): Promise<Offer | null> {
  if (page.category !== null || categories.length === 0) return null;
  const named = page.desk?.accused.flatMap(({ name, description }) => [name ?? [], description ?? []].flat()) ?? [];
  const codes = categories.map(({ value }) => value);
  const suggested = await suggestCategory(community.id, page.words, codes, named);
  const label = categories.find(({ value }) => value === suggested?.category)?.label;
  if (!suggested || label === undefined) return null;
  const { category, because, voices, right, tried, taken, offered } = suggested;
  const basis = [m.staff_suggested_basis({ voices, right, tried })];
  if (offered > 0) basis.push(m.staff_suggested_taken({ taken, offered }));
  return {
    value: category,
    label,
    because: because.join(' · '),
    basis: basis.join(' '),
    href: `${paths.staffVoice(community.slug, page.number)}?take=${category}#triage-category`,
  };
}
