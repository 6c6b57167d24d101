import { shanghaiDay } from '#foundation/calendar/index.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { notifyAll } from '#community/notices/index.ts';

/**
 * Once a month a quiet word to everybody who keeps in touch with households: the same for all, without numbers or names,
 * and by whatever way they chose. Returns how many were told; whoever was told this month isn't told again.
 */
export async function remindHolders(how?: How): Promise<number> {
  return perform({ actor: 'clock', verb: 'contact.remind', input: null }, how, async (act) => {
    const event = `contact-month/${shanghaiDay(act.now).slice(0, 7)}`;
    const holders = await act.trx
      .selectFrom('contact_links')
      .select(['community_id as communityId', 'holder_id as holderId'])
      .distinct()
      .where('accepted_at', 'is not', null)
      .where('ended_at', 'is', null)
      .execute();
    const communities = new Set(holders.map(({ communityId }) => communityId));
    let told = 0;
    for (const communityId of communities) {
      const people = holders.filter((one) => one.communityId === communityId).map(({ holderId }) => holderId);
      const notice = { communityId, topic: 'contact', template: 'contact.month', about: { kind: 'contact_links' }, event } as const;
      told += (await notifyAll(act, notice, people)).length;
    }
    return told;
  });
}
