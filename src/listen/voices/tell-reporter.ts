import { sql } from 'kysely';
import { z } from 'zod';
import { m } from '#words';
import { database } from '#foundation/server/database.ts';
import { perform } from '#foundation/server/perform.ts';
import { readPersonalData, theClock } from '#community/people/index.ts';
import { installation } from '#foundation/server/installation.ts';
import { byHand, templates, type Template } from './templates.ts';
import { formatNumber, type Privacy, type ResponseMethod } from './voice.ts';

/** The job as it was enqueued. `deliveryId` was fixed in the transaction of the step: the same job is the same delivery. */
const tellReporterJob = z.object({ communityId: z.number(), voiceId: z.uuid(), template: z.enum(templates), deliveryId: z.uuid() });
type Job = z.infer<typeof tellReporterJob>;
type Told = Awaited<ReturnType<typeof findTold>>;
type Way = 'sms' | 'mail' | 'page' | 'call_duty' | 'visit_duty' | 'paper_duty';

/**
 * Lets the one who spoke hear of a step in the way and language they chose: a message that never repeats what was said,
 * or a call, visit or letter on the office's list. Rejects when the gateway does, so that the job is tried again.
 */
export async function tellReporter(data: unknown): Promise<void> {
  const told = tellReporterJob.parse(data);
  const reporter = await findTold(told);
  const way = wayFor(reporter, told.template);
  if (!(await claim(told, way))) return;
  if (way !== 'sms' && way !== 'mail') return;
  try {
    await send(way, await findAddress(way, told, reporter), reporter, told.template);
  } catch (error) {
    await mark(told, 'failed_at');
    throw error;
  }
  await mark(told, 'done_at');
}

function findTold({ communityId, voiceId }: Job) {
  return database()
    .selectFrom('voices')
    .innerJoin('reporters', (join) =>
      join.onRef('reporters.community_id', '=', 'voices.community_id').onRef('reporters.id', '=', 'voices.reporter_id'),
    )
    .innerJoin('communities', 'communities.id', 'voices.community_id')
    .select([
      'voices.year',
      'voices.serial',
      'voices.privacy',
      'voices.response_method',
      'voices.reporter_id',
      sql<boolean>`reporters.phone_sealed is not null`.as('phone'),
      sql<boolean>`reporters.email_sealed is not null`.as('email'),
      'reporters.locale',
      'communities.name',
      'communities.name_en',
    ])
    .$narrowType<{ privacy: Privacy; response_method: ResponseMethod; locale: 'zh-CN' | 'en' }>()
    .where('voices.community_id', '=', communityId)
    .where('voices.id', '=', voiceId)
    .executeTakeFirstOrThrow();
}

/** Whoever wished to stay unknown is never written to; what can't be sent waits on the page. */
function wayFor(told: Told, template: Template): Way {
  if (told.privacy === 'anonymous') return 'page';
  switch (told.response_method) {
    case 'sms':
      return told.phone ? 'sms' : 'page';
    case 'mail':
      return told.email ? 'mail' : 'page';
    case 'phone':
      return byHand.includes(template) && told.phone ? 'call_duty' : 'page';
    case 'visit':
      return byHand.includes(template) ? 'visit_duty' : 'page';
    case 'paper':
      return byHand.includes(template) ? 'paper_duty' : 'page';
    case 'page':
      return 'page';
  }
}

/**
 * Whether this run is the one that tells. A second run of the same job finds the row and leaves it; only a failed try,
 * or one that died half-way (the job's own time limit has passed), may be taken up again.
 */
async function claim({ communityId, voiceId, template, deliveryId }: Job, way: Way): Promise<boolean> {
  const row = await database()
    .insertInto('deliveries')
    .values({
      community_id: communityId,
      id: deliveryId,
      at: sql`clock_timestamp()`,
      subject_id: voiceId,
      way,
      template,
      done_at: way === 'page' ? sql`clock_timestamp()` : null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['community_id', 'id'])
        .doUpdateSet({ at: sql`clock_timestamp()`, failed_at: null })
        .where('deliveries.done_at', 'is', null)
        .where('deliveries.way', 'in', ['sms', 'mail'])
        .where(sql<boolean>`deliveries.failed_at is not null or deliveries.at < clock_timestamp() - interval '5 minutes'`),
    )
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The machine looks, too: the number or address is read at the one door, and the reporter can see that it was. */
async function findAddress(way: 'sms' | 'mail', { communityId, voiceId }: Job, { reporter_id: id }: Told): Promise<string> {
  const field = way === 'sms' ? 'phone' : 'email';
  return perform({ actor: 'clock', verb: 'voice.tell', input: null }, undefined, async (act) => {
    const look = { communityId, table: 'reporters', ids: [id], fields: [field], purpose: 'message', voiceId } as const;
    return (await readPersonalData(act, theClock, look)).get(id)?.[field] ?? '';
  });
}

async function send(way: 'sms' | 'mail', to: string, told: Told, template: Template): Promise<void> {
  const { locale } = told;
  const vars = { number: formatNumber(told.year, told.serial), community: locale === 'en' ? (told.name_en ?? told.name) : told.name };
  const text = m[`voices_tell_${template}`](vars, { locale });
  const { sms, mail } = installation().gateways;
  if (way === 'sms') return sms.send({ to, text, template: `voice_${template}`, vars });
  return mail.send({ to, subject: m.voices_tell_subject(vars, { locale }), text });
}

async function mark({ communityId, deliveryId }: Job, when: 'done_at' | 'failed_at'): Promise<void> {
  await database()
    .updateTable('deliveries')
    .set(when, sql<Date>`clock_timestamp()`)
    .where('community_id', '=', communityId)
    .where('id', '=', deliveryId)
    .execute();
}
