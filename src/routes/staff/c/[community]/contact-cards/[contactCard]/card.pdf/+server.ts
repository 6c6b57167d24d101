import { makePaper } from '#foundation/papers/index.ts';
import { findWhoServes } from '#community/people/index.ts';
import { findContactCard, findContacts } from '#listen/cards/index.ts';
import { findOfficersFor } from '#listen/liaison/index.ts';
import { contactCardPaper } from '../../../../../../contact-card-paper.ts';
import { download } from '../../../../../../receipt-file.ts';
import { voicesDeskAt } from '../../../../../shell.ts';
import type { RequestHandler } from './$types';

/** One card, both sides, as it stands today. Nothing on it is about the household. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { viewer, community } = await voicesDeskAt(locals, params.community);
  const card = await findContactCard(viewer, community.id, params.contactCard);
  const [officers, contacts, serving] = await Promise.all([
    findOfficersFor(community.id, card.householdId ?? card.buildingId),
    findContacts(community.id),
    findWhoServes(community.id),
  ]);
  const chief = serving.find(({ roles, place }) => roles.includes('building_chief') && place?.split(' · ').includes(card.building));
  const paper = await contactCardPaper({
    locale: locals.locale,
    url,
    slug: community.slug,
    office: locals.locale === 'en' ? (community.nameEn ?? community.name) : community.name,
    phone: community.phone,
    hours: community.officeHours,
    officer: officers[0] ?? null,
    chief: chief?.name ?? null,
    contacts,
    number: card.number,
  });
  return download(await makePaper('contact-card', paper), 'pdf', `huiyin-card-${card.number}`);
};
