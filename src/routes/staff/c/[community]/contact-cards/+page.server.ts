import { redirect } from '@sveltejs/kit';
import { isId } from '#foundation/ids.ts';
import { Forbidden } from '#foundation/refusal.ts';
import {
  acknowledgeWays,
  changeContacts,
  changeContactsInput,
  findCardCoverage,
  findContactCards,
  findContacts,
  handsOutCards,
  keepsCards,
  moveCard,
  moveCardInput,
  printContactCard,
  printContactCardInput,
  whyNotChangeContacts,
  whyNotStep,
} from '#listen/cards/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed } from '../../../../form-action.ts';
import { acknowledgeWord, cardStageWord } from '../../../../liaison-words.ts';
import { sayDay } from '../../../../say-date.ts';
import { voicesDeskAt, type Desk } from '../../../shell.ts';
import type { Actions, PageServerLoad } from './$types';

/** The register of cards, who has none, and what stands on them. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await cardsDeskAt(locals, params.community);
  const keeps = keepsCards(viewer, community.id);
  const asked = url.searchParams.get('building') ?? '';
  const building = isId(asked) ? asked : undefined;
  const [cards, coverage, contacts] = await Promise.all([
    findContactCards(viewer, community.id, { buildingId: building }),
    keeps ? findCardCoverage(community.id) : [],
    findContacts(community.id),
  ]);
  const without = coverage.filter((one) => one.without > 0);
  return {
    key: crypto.randomUUID(),
    slug: community.slug,
    keeps,
    maySet: whyNotChangeContacts(viewer, community.id) === null,
    building: building ?? '',
    buildings: coverage.map(({ buildingId: value, building: label }) => ({ value, label })),
    households: coverage.reduce((sum, one) => sum + one.households, 0),
    without: coverage.reduce((sum, one) => sum + one.without, 0),
    toRenew: coverage.reduce((sum, one) => sum + one.toRenew, 0),
    lacking: without
      .slice(0, 40)
      .map(({ buildingId, building: name, without: count, households }) => ({
        id: buildingId,
        href: paths.contactCards(community.slug, buildingId),
        words: m.card_building_without({ name, count, households }),
      })),
    cards: cards.map(({ id, number, building: house, household, stage, printedAt, renew }) => ({
      id,
      number,
      href: paths.contactCard(community.slug, id),
      whose: household ?? m.card_blank({ building: house }),
      stage: cardStageWord(stage),
      printed: sayDay(printedAt),
      renew,
      mayHandOver: whyNotStep(stage, 'hand_over') === null,
      mayAcknowledge: whyNotStep(stage, 'acknowledge') === null,
      mayReturn: whyNotStep(stage, 'return') === null,
    })),
    ways: acknowledgeWays.map((value) => ({ value, label: acknowledgeWord(value) })),
    contacts,
    done: url.searchParams.get('done') === null ? null : m.liaison_done(),
  };
};

export const actions: Actions = {
  contacts: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await cardsDeskAt(event.locals, event.params.community);
      await changeContacts(viewer, community.id, parsed(changeContactsInput.safeParse(form.values)), { key: form.key });
      redirect(303, `${paths.contactCards(community.slug)}?done=yes`);
    }),
  print: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await cardsDeskAt(event.locals, event.params.community);
      const input = parsed(printContactCardInput.safeParse(form.values));
      await printContactCard(viewer, community.id, input, { key: form.key });
      redirect(303, paths.contactCards(community.slug, input.buildingId));
    }),
  move: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await cardsDeskAt(event.locals, event.params.community);
      const ref = { communityId: community.id, id: form.values['card'] ?? '' };
      await moveCard(viewer, ref, parsed(moveCardInput.safeParse(form.values)), { key: form.key });
      redirect(303, paths.contactCards(community.slug, form.values['building']));
    }),
};

async function cardsDeskAt(locals: App.Locals, slug: string): Promise<Desk> {
  const desk = await voicesDeskAt(locals, slug);
  if (!handsOutCards(desk.viewer, desk.community.id)) throw new Forbidden();
  return desk;
}
