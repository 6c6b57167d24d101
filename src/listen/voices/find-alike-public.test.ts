import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { aVoice } from '#tests/voices.ts';
import { makeWorld } from '#tests/world.ts';
import { confirmVoice } from './confirm-voice.ts';
import { findAlikePublic } from './find-alike-public.ts';
import { publishVoice } from './publish-voice.ts';
import { takeDownVoice } from './take-down-voice.ts';

useDatabase();
const title = { title: '青柳苑东门的路灯不亮' };
const said = { words: '青柳苑东门路灯坏了，晚上看不见', placeWords: '青柳苑东门' };

describe('findAlikePublic', () => {
  it('shows what neighbours may read of the same matter, nothing that was not cleared', async () => {
    const world = await makeWorld();
    await aVoice(world, 'triaged', { words: said.words, mayPublish: true });
    expect(await findAlikePublic(world.communityId, said)).toEqual([]);
    const shown = await aVoice(world, 'triaged', { words: 'Lamp', mayPublish: true });
    await publishVoice(world.worker, shown, title);
    const other = await aVoice(world, 'triaged', { words: 'Bins', mayPublish: true });
    await publishVoice(world.worker, other, { title: '望梅里垃圾桶满了' });
    expect(await findAlikePublic(world.communityId, said)).toEqual([{ number: shown.number, title: title.title, stage: 'triaged' }]);
    expect(await findAlikePublic((await makeWorld()).communityId, said)).toEqual([]);
    await takeDownVoice(world.worker, shown, {});
    expect(await findAlikePublic(world.communityId, said)).toEqual([]);
  });

  it('leaves out what is closed, and has nothing for words that say nothing', async () => {
    const world = await makeWorld();
    const closed = await aVoice(world, 'answered', { mayPublish: true });
    await publishVoice(world.worker, closed, title);
    await confirmVoice(closed.speaker, closed, { rating: 5 });
    expect(await findAlikePublic(world.communityId, said)).toEqual([]);
    expect(await findAlikePublic(world.communityId, { words: '…' })).toEqual([]);
  });
});
