import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { DB } from '#db/schema.ts';
import { Invalid, refuseIf } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { appendToLedger } from '#foundation/server/append-to-ledger.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words, signedIn } from '#listen/voices/index.ts';
import { whyNotSteer } from './why-not-post.ts';

/** The rules for comments in one wording: rule 1 is the first of each list. */
export type BlogRules = { version: number; zh: string[]; en: string[]; publishedAt: Date; by: string };

/** One rule a line, the same number of lines in both languages. */
export const publishRulesInput = z.object({ zh: words(4000), en: words(4000) });
export type PublishRules = z.infer<typeof publishRulesInput>;

/** The secretary publishes a new wording; earlier decisions keep citing theirs. Throws Invalid, Refused. */
export async function publishRules(viewer: Viewer, communityId: number, input: PublishRules, how?: How): Promise<{ version: number }> {
  return perform({ actor: actorKey(viewer), verb: 'blog.rules', input: [communityId, input] }, how, async (act) => {
    refuseIf(whyNotSteer(viewer, communityId));
    const [zh, en] = [linesOf(input.zh), linesOf(input.en)];
    if (zh.length !== en.length) throw new Invalid([{ field: 'en', code: 'blog.rules-uneven' }]);
    if (zh.length > 20) throw new Invalid([{ field: 'zh', code: 'blog.rules-many' }]);
    await act.trx.selectFrom('communities').select('id').where('id', '=', communityId).forUpdate().execute();
    const version = ((await findRules(act.trx, communityId))?.version ?? 0) + 1;
    await act.trx
      .insertInto('blog_rules')
      .values({ community_id: communityId, version, rules_zh: zh, rules_en: en, published_at: act.now, published_by: signedIn(viewer) })
      .execute();
    await appendToLedger(act, { type: 'blog.rules', communityId, plain: { version, rules: zh.length }, content: { zh, en } });
    return { version };
  });
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The rules in force, or in an earlier wording; null as long as none are published. */
export async function findRules(db: Kysely<DB>, communityId: number, version?: number): Promise<BlogRules | null> {
  const row = await db
    .selectFrom('blog_rules')
    .innerJoin('people', 'people.id', 'blog_rules.published_by')
    .select(['version', 'rules_zh as zh', 'rules_en as en', 'published_at as publishedAt', 'people.name as by'])
    .where('community_id', '=', communityId)
    .$if(version !== undefined, (query) => query.where('version', '=', version ?? 0))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { ...row, by: row.by ?? '' } : null;
}

/** The rules and the settings as everybody may know them. */
export async function findBlogRules(communityId: number, version?: number): Promise<BlogRules | null> {
  return findRules(database(), communityId, version);
}
