import { sql } from 'kysely';
import { z } from 'zod';
import { addWorkingDays } from '#foundation/calendar/index.ts';
import { newId } from '#foundation/ids.ts';
import { Forbidden, Invalid, refuseIf } from '#foundation/refusal.ts';
import { currentCalendar } from '#foundation/server/current-calendar.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, spokenBy, type Viewer } from '#community/people/index.ts';
import { isOpen, loadVoice, openStages, words, type Voice, type VoiceRef } from '#listen/voices/index.ts';
import { requestDays, requestKinds, requestWays, type RequestKind } from './data-request.ts';
import { worksOnRequests } from './request-access.ts';
import { whyNotAsk } from './why-not-request.ts';

/** `number`: about one voice; without it about everything under one's own sign-in. `wish`: what exactly, in their words. */
export const askDataRequestInput = z.object({
  kind: z.enum(requestKinds, 'input.choose'),
  way: z.enum(requestWays, 'input.choose').default('page'),
  number: z.string().trim().max(20).optional(),
  wish: words(1000).optional(),
  insists: z.boolean().default(false),
});
export type AskDataRequest = z.infer<typeof askDataRequestInput>;
export type AskedRequest = { requestId: string; dueAt: string };

/**
 * Somebody asks: by themselves on the page, or through the office, which writes down what came by telephone, at the desk
 * or on paper. The clock starts either way. Throws Refused by `whyNotAsk`, Invalid, Forbidden.
 */
export async function askDataRequest(viewer: Viewer, communityId: number, input: AskDataRequest, how?: How): Promise<AskedRequest> {
  return perform({ actor: actorKey(viewer), verb: 'data_request.ask', input: [communityId, input] }, how, async (act) => {
    if (input.kind === 'correct' && !input.wish) throw new Invalid([{ field: 'wish', code: 'input.needed' }]);
    const about =
      input.way === 'page' ? await ownSubject(act, viewer, communityId, input) : await subjectFor(act, viewer, communityId, input);
    const waiting = await isWaiting(act, communityId, input.kind, about);
    refuseIf(whyNotAsk({ kind: input.kind, insists: input.insists, waiting, ...about }));
    const id = newId(act.now);
    const dueAt = addWorkingDays(await currentCalendar(act.trx), act.now, requestDays);
    const { kind, way } = input;
    await act.trx
      .insertInto('data_requests')
      .values({
        community_id: communityId,
        id,
        kind,
        voice_id: about.voiceId,
        person_id: about.personId,
        way,
        wish: input.wish ?? null,
        insists: input.insists,
        asked_at: act.now,
        due_at: dueAt,
        entered_by: way === 'page' ? null : viewer.personId,
      })
      .execute();
    await recordEvent(act, {
      communityId,
      name: 'data_request.asked',
      subjectId: id,
      actorId: viewer.personId,
      actorRole: actingRole(viewer, communityId),
      dueAt,
      data: { kind, way },
    });
    return { requestId: id, dueAt: dueAt.toISOString() };
  });
}

type About = { voiceId: string | null; personId: string | null; open: boolean; erased: boolean };

/** On the page: the voice one holds or spoke, or everything under one's own sign-in. */
async function ownSubject(act: Act, viewer: Viewer, communityId: number, { number }: AskDataRequest): Promise<About> {
  const { holds, personId } = viewer;
  const held = holds?.communityId === communityId ? { communityId, id: holds.voiceId } : null;
  if (!held && !personId) throw new Forbidden('sign-in.needed');
  if (!held && !number) return { voiceId: null, personId, open: await hasOpen(act, communityId, personId ?? ''), erased: false };
  const voice = await voiceAt(act, viewer, held && !number ? held : { communityId, number: number ?? '' });
  if (held?.id !== voice.id && (personId === null || voice.reporterPersonId !== personId)) throw unknownNumber();
  return aboutVoice(voice);
}

/** For somebody else: any voice the office can reach. What names somebody is written down by the leadership. */
async function subjectFor(act: Act, viewer: Viewer, communityId: number, { number = '' }: AskDataRequest): Promise<About> {
  if (!worksOnRequests(viewer, communityId)) throw new Forbidden();
  return aboutVoice(await voiceAt(act, viewer, { communityId, number }));
}

async function voiceAt(act: Act, viewer: Viewer, ref: VoiceRef): Promise<Voice> {
  const voice = await loadVoice(act.trx, viewer, ref);
  if (!voice) throw unknownNumber();
  return voice;
}

function unknownNumber(): Invalid {
  return new Invalid([{ field: 'number', code: 'data-request.number-unknown' }]);
}

function aboutVoice(voice: Voice): About {
  return { voiceId: voice.id, personId: null, open: isOpen(voice), erased: voice.erased };
}

async function hasOpen(act: Act, communityId: number, personId: string): Promise<boolean> {
  const open = await spokenBy(act, communityId, personId).where('voices.stage', 'in', openStages).limit(1).executeTakeFirst();
  return open !== undefined;
}

async function isWaiting({ trx }: Act, communityId: number, kind: RequestKind, { voiceId, personId }: About): Promise<boolean> {
  const { rows } = await sql<{ waits: boolean }>`select exists (
    select from data_requests r where r.community_id = ${communityId} and r.kind = ${kind}
      and (r.voice_id = ${voiceId}::uuid or r.person_id = ${personId}::uuid)
      and not exists (select from data_request_decisions d where d.community_id = r.community_id and d.request_id = r.id)
  ) as waits`.execute(trx);
  return rows[0]?.waits ?? false;
}
