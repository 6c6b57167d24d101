import { database } from '#foundation/server/database.ts';
import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { isPartyModuleOn } from '#community/organizations/index.ts';
import { readRules, type MeetingKind } from './meeting-kind.ts';

/** The kinds of meeting of a community with the rules that bind them there; kinds of a module that is off are not there. */
export async function findMeetingKinds(db: Kysely<DB>, communityId: number): Promise<MeetingKind[]> {
  const kinds = (await kindsOf(db, communityId).execute()).map(kindOf);
  const partyOn = await isPartyModuleOn(db, communityId);
  return kinds.filter(({ rules }) => rules.module === null || partyOn);
}

/** One kind by its code, whether its module is on or not: a meeting that was held keeps its rules. */
export async function findMeetingKind(db: Kysely<DB>, communityId: number, code: string): Promise<MeetingKind | null> {
  const row = await kindsOf(db, communityId).where('kinds.code', '=', code).executeTakeFirst();
  return row ? kindOf(row) : null;
}

function kindsOf(db: Kysely<DB>, communityId: number) {
  return db
    .selectFrom('meeting_kinds as kinds')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('meeting_kind_choices as chosen')
          .select(['chosen.notice_days as noticeDays', 'chosen.quorum_num as quorumNum', 'chosen.quorum_den as quorumDen'])
          .select('chosen.id as chosenId')
          .where('chosen.community_id', '=', communityId)
          .whereRef('chosen.kind', '=', 'kinds.code')
          .orderBy('chosen.chosen_at', 'desc')
          .orderBy('chosen.id', 'desc')
          .limit(1)
          .as('choice'),
      (join) => join.onTrue(),
    )
    .select([
      'kinds.code',
      'kinds.name_zh as nameZh',
      'kinds.name_en as nameEn',
      'kinds.statutory',
      'kinds.articles',
      'kinds.rules',
      'choice.chosenId',
      'choice.noticeDays',
      'choice.quorumNum',
      'choice.quorumDen',
    ])
    .where((eb) => eb.or([eb('kinds.community_id', 'is', null), eb('kinds.community_id', '=', communityId)]))
    .orderBy('kinds.sort')
    .orderBy('kinds.code');
}

type Row = Awaited<ReturnType<ReturnType<typeof kindsOf>['execute']>>[number];

function kindOf({ code, nameZh, nameEn, statutory, articles, rules, chosenId, ...choice }: Row): MeetingKind {
  const chosen = chosenId === null ? null : choice;
  return { code, nameZh, nameEn, statutory, articles, adjusted: chosen !== null && !statutory, rules: readRules(rules, statutory, chosen) };
}

/** The kind of a meeting that exists. */
export async function kindOfMeeting(db: Kysely<DB>, { communityId, kind }: { communityId: number; kind: string }): Promise<MeetingKind> {
  const found = await findMeetingKind(db, communityId, kind);
  if (!found) throw new Error(`the kind of a meeting is gone: ${kind}`);
  return found;
}

/** The same for the pages, which don't talk to the database. */
export function listMeetingKinds(communityId: number): ReturnType<typeof findMeetingKinds> {
  return findMeetingKinds(database(), communityId);
}
