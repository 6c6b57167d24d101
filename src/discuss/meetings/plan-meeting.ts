import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import { shanghaiYear } from '#foundation/calendar/index.ts';
import { newId } from '#foundation/ids.ts';
import { Invalid, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { isPartyModuleOn } from '#community/organizations/index.ts';
import { words } from '#listen/voices/index.ts';
import { stepOfTrack } from './begin-track.ts';
import { findMeetingKind } from './find-meeting-kinds.ts';
import { id, moment } from './meeting-inputs.ts';
import { allowsBasis, type MeetingKind } from './meeting-kind.ts';
import { bases } from './meeting.ts';
import { takeStep } from './record-meeting.ts';
import { whyNotPlan } from './why-not-meet.ts';

/**
 * `basis`: one of the kind's; without it the kind's first. `organizationId`: whose seats are counted (council).
 * `registered`: adults by the voters' register, for a meeting on the basis of persons.
 */
export const planMeetingInput = z
  .object({
    kind: z.string('input.choose').min(1, 'input.choose').max(40),
    title: words(120),
    placeWords: words(120),
    startsAt: moment,
    endsAt: moment,
    basis: z.enum(bases, 'input.choose').optional(),
    organizationId: id.optional(),
    buildingId: id.optional(),
    registered: z.coerce.number('input.not-usable').int('input.not-usable').min(1, 'input.not-usable').max(100_000).optional(),
    chairId: id.optional(),
    demandId: id.optional(),
    trackId: id.optional(),
  })
  .refine(({ startsAt, endsAt }) => endsAt > startsAt, { path: ['endsAt'], message: 'meeting.ends-first' });
export type PlanMeeting = z.infer<typeof planMeetingInput>;
export type PlannedMeeting = { id: string; number: string };

/** A meeting is planned; nobody is told before its notice. Throws Refused by `whyNotPlan`, Invalid. */
export async function planMeeting(viewer: Viewer, communityId: number, input: PlanMeeting, how?: How): Promise<PlannedMeeting> {
  return perform({ actor: actorKey(viewer), verb: 'meeting.plan', input: [communityId, input] }, how, async (act) => {
    const kind = await findMeetingKind(act.trx, communityId, input.kind);
    if (!kind) throw new Invalid([{ field: 'kind', code: 'input.choose' }]);
    refuseIf(whyNotPlan(viewer, communityId, kind, await isPartyModuleOn(act.trx, communityId)));
    await refuseDetails(act, communityId, input, kind);
    return insertMeeting(act, viewer, communityId, input, kind);
  });
}

/** Within a command, also for a second call. `secondCallOf`: the meeting whose quorum was missed. */
export async function insertMeeting(
  act: Act,
  viewer: Viewer,
  communityId: number,
  input: PlanMeeting,
  kind: MeetingKind,
  secondCallOf: string | null = null,
): Promise<PlannedMeeting> {
  const trackStep = input.trackId === undefined ? null : await stepOfTrack(act, communityId, input.trackId, kind.code);
  const meetingId = newId(act.now);
  const year = shanghaiYear(act.now);
  const serial = await nextSerial(act, communityId, year);
  const number = `${year}-${serial}`;
  await act.trx
    .insertInto('meetings')
    .values({
      community_id: communityId,
      id: meetingId,
      year,
      serial,
      kind: kind.code,
      stage: 'planned',
      title: input.title,
      place_words: input.placeWords,
      starts_at: input.startsAt,
      ends_at: input.endsAt,
      basis: input.basis ?? kind.rules.bases[0] ?? 'none',
      organization_id: input.organizationId ?? null,
      building_id: input.buildingId ?? null,
      second_call_of: secondCallOf,
      convened_by: viewer.personId ?? '',
      chair_id: input.chairId ?? viewer.personId,
      registered: input.registered ?? null,
      check_in_code: String(randomInt(1_000_000)).padStart(6, '0'),
      track_id: input.trackId ?? null,
      track_step: trackStep,
      demand_id: input.demandId ?? null,
      planned_at: act.now,
      changed_at: act.now,
    })
    .execute();
  await takeStep(act, viewer, { communityId, id: meetingId, number }, 'planned', { data: { kind: kind.code } });
  return { id: meetingId, number };
}

async function refuseDetails({ trx }: Act, communityId: number, input: PlanMeeting, kind: MeetingKind): Promise<void> {
  if (input.basis && !allowsBasis(kind, input.basis)) throw new Invalid([{ field: 'basis', code: 'meeting.basis-not-allowed' }]);
  if (kind.rules.roll === 'seats' && !input.organizationId) throw new Invalid([{ field: 'organizationId', code: 'input.choose' }]);
  if (input.basis === 'persons' && !input.registered) throw new Invalid([{ field: 'registered', code: 'input.needed' }]);
  const { rows } = await sql<{ organization: boolean; building: boolean; demand: boolean; track: boolean; chair: boolean }>`select
    (${input.organizationId ?? null}::uuid is null or exists (select from organizations where community_id = ${communityId} and id = ${input.organizationId ?? null}::uuid)) as organization,
    (${input.buildingId ?? null}::uuid is null or exists (select from places where community_id = ${communityId} and id = ${input.buildingId ?? null}::uuid and level = 'building')) as building,
    (${input.demandId ?? null}::uuid is null or exists (select from meeting_demands where community_id = ${communityId} and id = ${input.demandId ?? null}::uuid and kind = ${kind.code})) as demand,
    (${input.trackId ?? null}::uuid is null or exists (select from decision_tracks where community_id = ${communityId} and id = ${input.trackId ?? null}::uuid)) as track,
    (${input.chairId ?? null}::uuid is null or exists (select from roles r where r.person_id = ${input.chairId ?? null}::uuid
      and (r.community_id = ${communityId} or r.street_id = (select street_id from communities where id = ${communityId})))) as chair`.execute(
    trx,
  );
  const fields = {
    organization: 'organizationId',
    building: 'buildingId',
    demand: 'demandId',
    track: 'trackId',
    chair: 'chairId',
  } as const;
  const wrong = Object.entries(rows[0] ?? {}).flatMap(([name, known]) => (known ? [] : [name]));
  if (wrong.length > 0) throw new Invalid(wrong.map((name) => ({ field: Reflect.get(fields, name) ?? name, code: 'input.not-usable' })));
}

async function nextSerial({ trx }: Act, communityId: number, year: number): Promise<number> {
  const { last } = await trx
    .insertInto('meeting_counters')
    .values({ community_id: communityId, year, last: 1 })
    .onConflict((conflict) => conflict.columns(['community_id', 'year']).doUpdateSet({ last: sql`meeting_counters.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}
