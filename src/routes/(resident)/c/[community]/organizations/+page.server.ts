import { findMembers, findOrganizations, type OrganizationRow } from '#community/organizations/index.ts';
import { kindWord, officeWord, partOf, parts, partWord } from '../../../../organization-words.ts';
import type { PageServerLoad } from './$types';

/** Who acts for the neighbourhood, by name where it is a public office, and what one can join. */
export const load: PageServerLoad = async ({ parent, locals }) => {
  const { id } = (await parent()).community;
  const rows = await findOrganizations(id);
  const shown = await Promise.all(rows.map((row) => shownOf(id, row, locals.locale)));
  return {
    parts: parts
      .map((part) => ({ part, word: partWord(part), organizations: shown.filter(({ kind }) => partOf(kind) === part) }))
      .filter(({ organizations }) => organizations.length > 0),
  };
};

async function shownOf(communityId: number, row: OrganizationRow, locale: string) {
  const members = await findMembers(communityId, row.id);
  const named = members.filter(({ name }) => name !== null);
  return {
    id: row.id,
    kind: row.kind,
    kindWord: kindWord(row.kind),
    name: locale === 'en' ? (row.nameEn ?? row.name) : row.name,
    purpose: row.purpose,
    phone: row.phone,
    members: row.members,
    people: named.map(({ name, office }) => ({ name: name ?? '', office: office === 'member' ? null : officeWord(office) })),
  };
}
