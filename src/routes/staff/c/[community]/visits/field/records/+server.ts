import { json } from '@sveltejs/kit';
import { recordVisit } from '#listen/visits/index.ts';
import { Refused } from '#foundation/refusal.ts';
import { readForm } from '../../../../../../form-action.ts';
import { noteRefusal } from '../../../../../../note-refusal.ts';
import { refusalOf } from '../../../../../../refusal-words.ts';
import { readRecord } from '../../record-form.ts';
import { photosOf, visitsDeskAt } from '../../visits-desk.ts';
import type { RequestHandler } from './$types';

/** A record from a telephone: the same form and the same command as at the desk. A refusal comes back in words, with its code. */
export const POST: RequestHandler = async (event) => {
  const { viewer, community } = await visitsDeskAt(event.locals, event.params.community);
  try {
    const form = await readForm(event);
    const input = readRecord(form, form.values['householdId'] ?? '');
    const answer = await recordVisit(viewer, community.id, input, await photosOf(form), { key: form.key });
    return json(answer, { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    noteRefusal(event, refusal.status);
    const code = error instanceof Refused ? error.code : null;
    return json({ code, message: refusal.errors.map(({ message }) => message).join(' ') }, { status: refusal.status });
  }
};
