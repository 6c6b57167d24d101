import type { Life } from '../life.ts';
import type { Community, Town } from '../town.ts';
import { clusters } from './clusters.ts';
import { complaints } from './complaints.ts';
import { endings } from './endings.ts';
import { neighbours } from './neighbours.ts';
import { openMatters } from './open-matters.ts';
import { ownData } from './own-data.ts';

/** The hand-written lives of a community: what must not be left to chance. */
export function storiesOf(town: Town, community: Community): Life[] {
  const { key } = community.shape;
  if (key === 'A')
    return [
      ...neighbours(town, community),
      ...complaints(town, community),
      ...endings(town, community),
      ...openMatters(town, community),
      ...clusters(town, community),
      ...ownData(town, community),
    ];
  return clusters(town, community);
}
