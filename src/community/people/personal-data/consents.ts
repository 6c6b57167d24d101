import { newId } from '#foundation/ids.ts';
import { openSubjectKey } from '#foundation/personal/index.ts';
import type { Act } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';

// The consent ledger: who agreed to what, to which wording of it, how, and when they took it back [law PIPL 14, 15, 25].
// Every line is also a leaf of the public ledger, under the person's own key.

export const purposes = ['publication', 'notices'] as const;
export type Purpose = (typeof purposes)[number];
export const consentWays = ['page', 'phone', 'desk', 'paper'] as const;
export type ConsentWay = (typeof consentWays)[number];

/** The wording now in use (`rights_purpose_<purpose>_text`). Whoever changes it adds one. */
export const textVersions: Record<Purpose, number> = { publication: 1, notices: 1 };

/** About a voice or about a person; `subjectId` is whose key the leaf is made under: a reporter's or a person's. */
export type ConsentOf = { communityId: number; purpose: Purpose; about: { voiceId: string; reporterId: string } | { personId: string } };
/** `notedBy`: the person of the office who wrote it down for somebody; null when they did it themselves. */
export type Given = { way: ConsentWay; actorId: string | null; actorRole: string; notedBy: string | null };

/** Within a command: writes down a consent. Quiet when it stands already. */
export async function keepConsent(act: Act, of: ConsentOf, given: Given): Promise<void> {
  const kept = await act.trx
    .insertInto('consents')
    .values({
      community_id: of.communityId,
      id: newId(act.now),
      purpose: of.purpose,
      voice_id: 'voiceId' in of.about ? of.about.voiceId : null,
      person_id: 'personId' in of.about ? of.about.personId : null,
      text_version: textVersions[of.purpose],
      given_at: act.now,
      given_way: given.way,
      given_noted_by: given.notedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (kept) await record(act, of, given, 'consent.given', textVersions[of.purpose]);
}

/** Within a command: ends a consent. False when there was none. */
export async function endConsent(act: Act, of: ConsentOf, given: Given): Promise<boolean> {
  const { about } = of;
  const ended = await act.trx
    .updateTable('consents')
    .set({ withdrawn_at: act.now, withdrawn_way: given.way, withdrawn_noted_by: given.notedBy })
    .where('community_id', '=', of.communityId)
    .where('purpose', '=', of.purpose)
    .where('withdrawn_at', 'is', null)
    .$call((query) => ('voiceId' in about ? query.where('voice_id', '=', about.voiceId) : query.where('person_id', '=', about.personId)))
    .returning('text_version')
    .executeTakeFirst();
  if (ended) await record(act, of, given, 'consent.withdrawn', ended.text_version);
  return ended !== undefined;
}

/** Within an erasure: ends all that stood about a voice or a person. No line of its own: the line of the erasure says it. */
export async function dropConsents(
  { trx, now }: Act,
  notedBy: string | null,
  communityId: number,
  about: { voiceId: string } | { personId: string },
): Promise<void> {
  await trx
    .updateTable('consents')
    .set({ withdrawn_at: now, withdrawn_way: notedBy ? 'desk' : 'page', withdrawn_noted_by: notedBy })
    .where('community_id', '=', communityId)
    .$call((query) => ('voiceId' in about ? query.where('voice_id', '=', about.voiceId) : query.where('person_id', '=', about.personId)))
    .where('withdrawn_at', 'is', null)
    .execute();
}

async function record(act: Act, of: ConsentOf, given: Given, name: string, version: number): Promise<void> {
  const { communityId, purpose, about } = of;
  const subject = 'voiceId' in about ? { communityId, id: about.reporterId } : { communityId: 0, id: about.personId };
  await recordEvent(
    act,
    {
      communityId,
      name,
      subjectId: 'voiceId' in about ? about.voiceId : about.personId,
      actorId: given.actorId,
      actorRole: given.actorRole,
      data: { purpose, version, way: given.way },
    },
    { content: { purpose, version, way: given.way }, under: await openSubjectKey(act.trx, subject) },
  );
}
