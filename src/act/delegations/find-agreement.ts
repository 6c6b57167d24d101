import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Delegation } from './delegation.ts';

export type Money = { item: string; cents: number };
export type Agreement = {
  id: string;
  organizationId: string;
  mentorId: string;
  mentor: string;
  startsOn: string;
  endsOn: string;
  scope: string;
  notInScope: string;
  placeWords: string;
  timeWords: string;
  money: Money[];
  safety: string;
  insurance: string;
  dataRules: string;
  stopRule: string;
  offeredAt: Date;
  offeredBy: string;
  signedAt: Date | null;
  signedBy: string | null;
};

/** The text that counts: the newest. Who signs for the office and the group is public by their function. */
export async function findAgreement(
  db: Kysely<DB>,
  { communityId, id }: Pick<Delegation, 'communityId' | 'id'>,
): Promise<Agreement | null> {
  const row = await db
    .selectFrom('delegation_agreements as agreement')
    .innerJoin('people as mentor', 'mentor.id', 'agreement.mentor_id')
    .innerJoin('people as secretary', 'secretary.id', 'agreement.offered_by')
    .leftJoin('people as leader', 'leader.id', 'agreement.signed_by')
    .select([
      'agreement.id',
      'agreement.organization_id as organizationId',
      'mentor_id as mentorId',
      'mentor.name as mentor',
      sql<string>`to_char(starts_on, 'YYYY-MM-DD')`.as('startsOn'),
      sql<string>`to_char(ends_on, 'YYYY-MM-DD')`.as('endsOn'),
      'scope',
      'not_in_scope as notInScope',
      'place_words as placeWords',
      'time_words as timeWords',
      'money',
      'safety',
      'insurance',
      'data_rules as dataRules',
      'stop_rule as stopRule',
      'offered_at as offeredAt',
      'secretary.name as offeredBy',
      'signed_at as signedAt',
      'leader.name as signedBy',
    ])
    .$narrowType<{ money: Money[] }>()
    .where('agreement.community_id', '=', communityId)
    .where('delegation_id', '=', id)
    .orderBy('offered_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  return { ...row, mentor: row.mentor ?? '', offeredBy: row.offeredBy ?? '' };
}
