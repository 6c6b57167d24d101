import { numberOf } from '#foundation/text/yearly-number.ts';
import { sql } from 'kysely';
import { isId } from '#foundation/ids.ts';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '../viewer.ts';

/**
 * One look at what is kept of somebody. `by` null: the system, which sent a message; `own`: they themselves. `fields`:
 * what was looked at. `purpose`: the code given before looking. `number`: the voice it was about.
 */
export type SeenLook = {
  at: Date;
  by: string | null;
  role: string;
  own: boolean;
  fields: string[];
  purpose: string;
  number: string | null;
};

/**
 * Who looked at what is kept of whoever asks, newest first, at most 200: of a signed-in person over all their voices here
 * and their sign-in, of the holder of number and code for that voice. In the same moment in which it was looked at [law
 * PIPL 44, 51]. `only`: of one voice. Empty for anybody else.
 */
export async function findLooks(viewer: Viewer, communityId: number, only?: string): Promise<SeenLook[]> {
  const held = viewer.holds?.communityId === communityId ? viewer.holds.voiceId : null;
  const { personId } = viewer;
  if (!personId && !held) return [];
  const voiceId = held ?? only ?? null;
  if (voiceId !== null && !isId(voiceId)) return [];
  const { rows } = await sql<Row>`
    with own as (
      select voices.id as voice_id, reporters.id as reporter_id, voices.year, voices.serial
      from voices join reporters on reporters.community_id = voices.community_id and reporters.id = voices.reporter_id
      where voices.community_id = ${communityId} and (${held}::uuid is not null or reporters.person_id = ${personId})
        and (${voiceId}::uuid is null or voices.id = ${voiceId})
    )
    select looks.at, people.name as by, case looks.reader_role when 'clock' then 'system' else looks.reader_role end as role, looks.reader_id = ${personId} as own, looks.fields, looks.purpose,
      own.year, own.serial
    from access_records looks
    left join own on own.reporter_id = looks.subject_id
    left join people on people.id = looks.reader_id
    where looks.community_id = ${communityId}
      and (own.voice_id is not null or (${voiceId}::uuid is null and looks.subject_id = ${personId}))
    union all
    select coalesce(sent.done_at, sent.at), null, 'system', false, array[case sent.way when 'sms' then 'phone' else 'email' end], 'message',
      own.year, own.serial
    from deliveries sent join own on own.voice_id = sent.subject_id
    where sent.community_id = ${communityId} and sent.way in ('sms', 'mail') and sent.done_at is not null
      -- What was sent before the machine's own looks were written down.
      and not exists (select from access_records sending where sending.community_id = sent.community_id
        and sending.subject_id = own.reporter_id and sending.reader_id is null and sending.purpose = 'message')
    order by 1 desc limit 200`.execute(database());
  return rows.map(({ year, serial, own, ...look }) => ({ ...look, own: own === true, number: numberOf(year, serial) }));
}

type Row = Omit<SeenLook, 'own' | 'number'> & { own: boolean | null; year: number | null; serial: number | null };
