import { shiftDay } from '#foundation/calendar/index.ts';
import type { Act } from '#foundation/server/perform.ts';
import { changeContacts, moveCard, printContactCard } from '#listen/cards/index.ts';
import { acceptLink, noteContact, proposeLink } from '#listen/contacts/index.ts';
import { atMinute } from '../office-hours.ts';
import type { Ground, Town } from '../town.ts';
import { liaisonTexts } from './texts.ts';

/** Contact cards of two buildings, on their way to the doors; and the households one officer keeps in touch with. */
export async function plantCards({ trx, today }: Ground, town: Town): Promise<void> {
  const { id, secretary, workers, buildings } = town.communities.A;
  const worker = workers[0] ?? secretary;
  const on = (days: number, minute: number): Act => ({ trx, now: atMinute(shiftDay(today, days), minute), quiet: true });
  const contacts = {
    policeName: liaisonTexts.police,
    policePhone: '00010008110',
    propertyName: liaisonTexts.property,
    propertyPhone: '00010008400',
    complaintPhone: '00010008289',
  };
  await changeContacts(secretary.viewer, id, contacts, { within: on(-90, 560) });
  const [, , third, fourth] = buildings;
  for (const [at, building] of [third, fourth].entries()) {
    if (!building) continue;
    const printing = { buildingId: building.id, which: 'missing' as const, count: 1 };
    const { cardIds } = await printContactCard(worker.viewer, id, printing, { within: on(at === 0 ? -60 : -8, 590) });
    for (const [nth, card] of cardIds.entries()) {
      const ref = { communityId: id, id: card };
      if (nth % 5 === 4 || (at === 1 && nth % 2 === 0)) continue;
      await moveCard(worker.viewer, ref, { step: 'hand_over' }, { within: on(-6, 610 + (nth % 90)) });
      if (nth % 3 !== 2)
        await moveCard(worker.viewer, ref, { step: 'acknowledge', way: nth % 2 ? 'signed' : 'spoken' }, { within: on(-5, 640) });
    }
  }
  if (fourth) await printContactCard(worker.viewer, id, { buildingId: fourth.id, which: 'blank', count: 4 }, { within: on(-2, 600) });

  const officer = town.person('zhouguilan');
  const wang = town.person('wangxiuzhen');
  const others = third?.units.flatMap(({ flats }) => flats).filter((flat) => flat.id !== wang.home?.flatId) ?? [];
  const homes = [wang.home?.flatId, others[0]?.id, others[3]?.id].filter((home) => home !== undefined);
  for (const [at, householdId] of homes.entries()) {
    const { linkId } = await proposeLink(officer.viewer, id, { householdId }, { within: on(-70 + at, 900) });
    const link = { communityId: id, id: linkId };
    if (at === 2) continue;
    if (at === 0) await acceptLink(wang.viewer, link, { way: 'page' }, { within: on(-68, 1140) });
    else await acceptLink(worker.viewer, link, { way: 'phone' }, { within: on(-67, 640) });
    for (const days of [-52, -21]) {
      const way = days === -52 ? ('visit' as const) : ('met' as const);
      await noteContact(officer.viewer, link, { contactedOn: shiftDay(today, days), way }, { within: on(days, 1080) });
    }
  }
}
