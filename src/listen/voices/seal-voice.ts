import type { Updateable } from 'kysely';
import type { Voices } from '#db/schema.ts';
import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import type { Act } from '#foundation/server/perform.ts';
import { findServing, type Viewer } from '#community/people/index.ts';
import { sealFor, type Accused } from './accused.ts';
import { hidePublication } from './end-publication.ts';
import { chooseFirstReceiver } from './first-receiver.ts';
import { splitChildren } from './split-from-case.ts';
import type { Voice } from './voice.ts';
import { whyNotOwner, whyNotUnname } from './why-not-handle.ts';

/** What the seal changes: new columns, whether the owner may not go on, and who was named or taken back (ids only). */
type Sealing = { set: Updateable<Voices>; ownerDropped: boolean; named: string[]; unnamed: string[] };

/**
 * Makes `accused` the people a voice complains about, and draws the consequences at once (V5, V6): another first
 * receiver, no owner who is named or may not know of it, nothing published, nobody else's voice merged into it.
 */
export async function sealVoice(act: Act, viewer: Viewer, voice: Voice, accused: Accused[]): Promise<Sealing> {
  const { named, unnamed } = await keepNames(act, viewer, voice, accused);
  const sealed = sealFor(accused);
  const accusedIds = accused.flatMap((one) => one.personId ?? []);
  const set: Updateable<Voices> = { sealed };
  if (sealed !== voice.sealed || accusedIds.includes(voice.firstReceiverId)) {
    const wanted = { communityId: voice.communityId, sealed, level: voice.level, accused, enteredBy: null, at: act.now };
    set.first_receiver_id = await chooseFirstReceiver(act.trx, wanted);
  }
  const ownerDropped = voice.ownerId !== null && !(await mayGoOn(act, { ...voice, sealed, accusedIds }, voice.ownerId));
  if (ownerDropped) Object.assign(set, { owner_id: null, answered_at: null });
  if (sealed !== 'none') {
    if (voice.published) await hidePublication(act, viewer, voice, 'named');
    await splitChildren(act, viewer, voice);
  }
  return { set, ownerDropped, named, unnamed };
}

async function keepNames({ trx, now }: Act, viewer: Viewer, voice: Voice, accused: Accused[]) {
  const before = await trx
    .selectFrom('voice_accused')
    .select(['id', 'person_id', 'description'])
    .where('community_id', '=', voice.communityId)
    .where('voice_id', '=', voice.id)
    .execute();
  const gone = before.filter((row) => !accused.some((one) => one.personId === row.person_id && one.description === row.description));
  const added = accused.filter((one) => !before.some((row) => one.personId === row.person_id && one.description === row.description));
  if (gone.length > 0) {
    refuseIf(whyNotUnname(voice, viewer));
    await trx
      .deleteFrom('voice_accused')
      .where('community_id', '=', voice.communityId)
      .where(
        'id',
        'in',
        gone.map((row) => row.id),
      )
      .execute();
  }
  for (const one of added) {
    await trx
      .insertInto('voice_accused')
      .values({
        community_id: voice.communityId,
        id: newId(now),
        voice_id: voice.id,
        person_id: one.personId,
        description: one.description,
        named_at: now,
        named_by: viewer.personId,
      })
      .execute();
  }
  return { named: added.map((one) => one.personId ?? 'described'), unnamed: gone.map((row) => row.person_id ?? 'described') };
}

async function mayGoOn({ trx, now }: Act, voice: Voice, ownerId: string): Promise<boolean> {
  const roles = (await findServing(trx, voice.communityId, now)).find((person) => person.personId === ownerId)?.roles ?? [];
  return whyNotOwner({ ...voice, stage: 'triaged', lastOwnerId: null }, { personId: ownerId, roles }) === null;
}
