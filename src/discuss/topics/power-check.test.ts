import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { aTopic } from '#tests/topics.ts';
import { makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { listMatters } from './find-matters.ts';
import { loadTopic } from './load-topic.ts';
import { dutiesOf, isOfOwners, needsAuthority, whyNotBind, whyNotPower } from './power-check.ts';
import { screenTopic } from './screen-topic.ts';
import { bodies, effects } from './topic.ts';

useDatabase();
const ofResidents = ['residents_meeting', 'representatives_meeting', 'residents_committee'];

describe('the power check', () => {
  it('[law CC 278] whatever is asked of it, an owners’ matter never binds by a vote of residents', async () => {
    const matters = await listMatters();
    fc.assert(
      fc.property(
        fc.constantFrom(...matters),
        fc.constantFrom(...bodies),
        fc.constantFrom(...effects),
        fc.option(fc.constant('2026-3'), { nil: null }),
        (matter, body, effect, authority) => {
          const why = whyNotPower({ matter, body, effect, authority });
          if (isOfOwners(matter) && effect === 'binding') expect(why).toBe('topic.owners-decide');
          if (why !== null) return;
          if (effect === 'binding') expect(ofResidents).toContain(body);
          if (isOfOwners(matter)) expect(effect).toBe('advisory');
          expect(matter.bodies.includes(body) || (needsAuthority(matter, body) && authority !== null)).toBe(true);
          for (const kind of ['residents_meeting', 'representatives_meeting', 'deliberative_council', 'open_talk'])
            if (effect !== 'binding' || !ofResidents.includes(kind)) expect(whyNotBind({ body, effect }, kind)).not.toBeNull();
        },
      ),
      { numRuns: 500 },
    );
  });

  it('[law RC 30] the representatives decide by statute, or by authority of the residents’ meeting', async () => {
    const matters = new Map((await listMatters()).map((matter) => [matter.code, matter]));
    const ask = (code: string, authority: string | null) => {
      const matter = matters.get(code);
      return matter && whyNotPower({ matter, body: 'representatives_meeting', effect: 'binding', authority });
    };
    expect(ask('vacancies', null)).toBeNull();
    expect(ask('important_matter', null)).toBe('topic.authority-needed');
    expect(ask('important_matter', 'Residents’ meeting 2026-4')).toBeNull();
    expect(ask('undo_representatives', 'Residents’ meeting 2026-4')).toBe('topic.wrong-body');
    expect(whyNotBind({ body: 'representatives_meeting', effect: 'binding' }, 'residents_meeting')).toBeNull();
    expect(whyNotBind({ body: 'residents_meeting', effect: 'binding' }, 'representatives_meeting')).toBe('topic.wrong-body');
  });

  it('[law RC 30, RC 32] what must be studied, and what must be talked about first', async () => {
    const [charter] = await listMatters();
    const matter = { ...charter, mustConsult: false } as NonNullable<typeof charter>;
    expect(dutiesOf({ matter, body: 'residents_meeting', vitalInterest: true })).toEqual({ mustStudy: true, mustConsult: true });
    expect(dutiesOf({ matter, body: 'residents_committee', vitalInterest: false })).toEqual({ mustStudy: false, mustConsult: false });
  });

  it('is held by the database, too', async () => {
    const world = await makeWorld();
    const ref = await aTopic(world);
    await expect(screenTopic(world.secretary, ref, { matter: 'property_company', effect: 'binding', reason: 'x' })).rejects.toThrow(
      'topic.owners-decide',
    );
    await screenTopic(world.secretary, ref, { matter: 'property_company', effect: 'advisory', reason: 'Owners decide' });
    expect(await loadTopic(database(), ref)).toMatchObject({
      stage: 'screened',
      screening: { body: 'owners_assembly', effect: 'advisory' },
    });
    const forged = database().updateTable('topic_screenings').set({ effect: 'binding' }).where('topic_id', '=', ref.id).execute();
    await expect(forged).rejects.toThrow('topic_screenings_check');
  });
});
