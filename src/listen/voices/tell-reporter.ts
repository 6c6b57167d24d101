import { sql } from 'kysely';
import { z } from 'zod';
import { m } from '#words';
import { database } from '#foundation/server/database.ts';
import { sendOut, type SendingWay } from '#community/notices/index.ts';
import { byHand, templates, type Template } from './templates.ts';
import { formatNumber, type Privacy, type ResponseMethod } from './voice.ts';

/** The job as it was enqueued. `deliveryId` was fixed in the transaction of the step: the same job is the same delivery. */
const tellReporterJob = z.object({ communityId: z.number(), voiceId: z.uuid(), template: z.enum(templates), deliveryId: z.uuid() });
type Job = z.infer<typeof tellReporterJob>;
type Told = Awaited<ReturnType<typeof findTold>>;

/**
 * Lets the one who spoke hear of a step in the way and language they chose: a message that never repeats what was said,
 * or a call, visit or letter on the office's list. Rejects when the gateway does, so that the job is tried again; what
 * can't be sent in the end becomes a call or a letter of the office.
 */
export async function tellReporter(data: unknown): Promise<void> {
  const job = tellReporterJob.parse(data);
  const told = await findTold(job);
  await sendOut({
    communityId: job.communityId,
    deliveryId: job.deliveryId,
    about: 'voice',
    subjectId: job.voiceId,
    to: { table: 'reporters', id: told.reporter_id },
    personId: told.person_id,
    template: job.template,
    ways: waysFor(told, job.template),
    letter: () => letterOf(told, job.template),
  });
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
      'reporters.person_id',
      sql<boolean>`reporters.phone_sealed is not null`.as('phone'),
      sql<boolean>`reporters.email_sealed is not null`.as('email'),
      sql<boolean>`exists (select from notice_stops stop where stop.community_id = voices.community_id
        and stop.reporter_id = voices.reporter_id)`.as('stopped'),
      'reporters.locale',
      'communities.name',
      'communities.name_en',
    ])
    .$narrowType<{ privacy: Privacy; response_method: ResponseMethod; locale: 'zh-CN' | 'en' }>()
    .where('voices.community_id', '=', communityId)
    .where('voices.id', '=', voiceId)
    .executeTakeFirstOrThrow();
}

/** Whoever wished to stay unknown, or wants no more messages, is never written to; what can't be sent waits on the page. */
function waysFor(told: Told, template: Template): SendingWay[] {
  if (told.privacy === 'anonymous' || told.stopped) return ['page'];
  const { phone, email } = told;
  const human = phone ? 'call_duty' : 'paper_duty';
  switch (told.response_method) {
    case 'sms':
      return phone ? ['sms', ...(email ? (['mail'] as const) : []), human] : ['page'];
    case 'mail':
      return email ? ['mail', ...(phone ? (['sms'] as const) : []), human] : ['page'];
    case 'phone':
      return [byHand.includes(template) && phone ? 'call_duty' : 'page'];
    case 'visit':
      return [byHand.includes(template) ? 'visit_duty' : 'page'];
    case 'paper':
      return [byHand.includes(template) ? 'paper_duty' : 'page'];
    case 'page':
      return ['page'];
  }
}

function letterOf(told: Told, template: Template) {
  const { locale } = told;
  const vars = { number: formatNumber(told.year, told.serial), community: locale === 'en' ? (told.name_en ?? told.name) : told.name };
  const text = m[`voices_tell_${template}`](vars, { locale });
  return { subject: m.voices_tell_subject(vars, { locale }), text, template: `voice_${template}`, vars };
}
