import { askDataRequest } from '#listen/data-requests/index.ts';
import { submitVoice, submitVoiceInput } from '#listen/voices/index.ts';
import { nobody } from '#community/people/index.ts';
import type { About } from './columns.ts';
import type { Ground } from './ground.ts';

/** What somebody asks about an everyday voice of theirs, by number and code; another at every call. Returns its id. */
export async function plantRequest({ here, elsewhere }: Ground, about: About, door: string): Promise<string> {
  const { communityId } = (about === 'elsewhere' ? elsewhere : here).world;
  const said = submitVoiceInput.parse({ words: 'A gate creaks', placeWords: 'Gate', phone: '00098765432' });
  const { voiceId } = await submitVoice(nobody, communityId, said);
  const holder = { ...nobody, kind: 'holder' as const, holds: { communityId, voiceId } };
  const kind = door.endsWith('correct') ? ('correct' as const) : door.endsWith('copy') ? ('copy' as const) : ('object' as const);
  const asked = { kind, way: 'page' as const, insists: false, wish: 'Please' };
  return (await askDataRequest(holder, communityId, asked)).requestId;
}
