import { findBackups } from '#foundation/backup/index.ts';
import { Forbidden } from '#foundation/refusal.ts';
import { enqueue } from '#foundation/server/jobs.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordSecurityEvent } from '../security-event.ts';
import { actorKey, type Viewer } from '../viewer.ts';

/**
 * Has a back-up made now, by the process that works the queues. Asked again while one waits or is being made, nothing more
 * happens. Throws Forbidden for everybody who does not run the installation.
 */
export async function askForBackup(viewer: Viewer, how?: How): Promise<{ asked: boolean }> {
  return perform({ actor: actorKey(viewer), verb: 'backup.ask', input: null }, how, async (act) => {
    if (!runsTheHouse(viewer) || viewer.personId === null) throw new Forbidden();
    const { asked, underWay } = await findBackups(act.trx);
    if (asked || underWay) return { asked: false };
    await enqueue(act, 'back-up', { asked: viewer.personId });
    await recordSecurityEvent(act, { name: 'backup.asked', actorId: viewer.personId });
    return { asked: true };
  });
}

/** The installation as a whole, and so its back-ups, is the administrators'. */
export function runsTheHouse(viewer: Viewer): boolean {
  return viewer.kind === 'staff' && viewer.grants.some(({ role }) => role === 'administrator');
}
