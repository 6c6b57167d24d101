import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { makeWorld } from '#tests/world.ts';
import { nobody } from '#community/people/index.ts';
import { dropFilter, findFilters, mostFilters, saveFilter, saveFilterInput } from './index.ts';

useDatabase();
const filter = (name: string, query = 'tab=overdue&kind=complaint') => saveFilterInput.parse({ name, query });

describe('saveFilter', () => {
  it('keeps a view for its owner alone, and the same name again replaces it', async () => {
    const { communityId, worker, colleague } = await makeWorld();
    await saveFilter(worker, communityId, filter('Morning'));
    await saveFilter(worker, communityId, filter('Morning', 'tab=mine&cursor=abc'));
    expect(await findFilters(worker, communityId)).toMatchObject([{ name: 'Morning', query: 'tab=mine' }]);
    expect(await findFilters(colleague, communityId)).toEqual([]);
    expect(await findFilters(nobody, communityId)).toEqual([]);
  });

  it('is refused to strangers and beyond a handful', async () => {
    const { communityId, worker } = await makeWorld();
    const { worker: stranger } = await makeWorld();
    await expect(saveFilter(stranger, communityId, filter('Mine'))).rejects.toThrow('access.not-yours');
    await expect(saveFilter(nobody, communityId, filter('Mine'))).rejects.toThrow('access.not-yours');
    for (let at = 0; at < mostFilters; at++) await saveFilter(worker, communityId, filter(`View ${at}`));
    await expect(saveFilter(worker, communityId, filter('One more'))).rejects.toThrow('filter.too-many');
    await expect(saveFilter(worker, communityId, filter('View 3', 'tab=all'))).resolves.toEqual({ name: 'View 3' });
  });

  it('needs a name', () => {
    expect(saveFilterInput.safeParse({ name: ' ', query: '' }).error?.issues.map((issue) => issue.message)).toEqual(['input.needed']);
  });
});

describe('dropFilter', () => {
  it('drops only what is one’s own', async () => {
    const { communityId, worker, colleague } = await makeWorld();
    await saveFilter(worker, communityId, filter('Morning'));
    const id = (await findFilters(worker, communityId))[0]?.id ?? '';
    await dropFilter(colleague, communityId, { id });
    expect(await findFilters(worker, communityId)).toHaveLength(1);
    await dropFilter(worker, communityId, { id });
    expect(await findFilters(worker, communityId)).toEqual([]);
  });
});
