import { findCalls, findCoverage } from '#listen/liaison/index.ts';
import { paths } from '#paths';
import { callStageWord, stageOfCall } from '../../../../liaison-words.ts';
import { sayDay } from '../../../say-when.ts';
import type { PageServerLoad } from './$types';

/** Who listens in which building, for everybody; `?building=` shows one. And the calls: who may still be nominated or heard. */
export const load: PageServerLoad = async ({ parent, url }) => {
  const { id, slug } = (await parent()).community;
  const [buildings, calls] = await Promise.all([findCoverage(id), findCalls(id)]);
  const asked = url.searchParams.get('building') ?? '';
  const found = buildings.find((one) => one.id === asked);
  return {
    options: buildings.map(({ id: value, name }) => ({ value, label: name })),
    asked: found?.id ?? '',
    shown: (found ? [found] : buildings).map(({ id: key, name, officers }) => ({
      key,
      name,
      officers: officers.map(({ name: who, phone, place }) => ({ who, phone, place: place === name ? null : place })),
    })),
    calls: calls
      .map((call) => ({ call, stage: stageOfCall(call) }))
      .filter(({ stage }) => stage !== 'past')
      .map(({ call, stage }) => ({
        href: paths.liaisonCall(slug, call.id),
        stage: callStageWord(stage),
        announcement: call.announcement,
        until: sayDay(call.until ?? call.closesOn),
      })),
  };
};
