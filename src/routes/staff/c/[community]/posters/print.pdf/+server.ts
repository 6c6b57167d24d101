import { toString } from 'qrcode';
import { Missing } from '#foundation/refusal.ts';
import { makePaper } from '#foundation/papers/index.ts';
import { findBuildings } from '#community/places/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { download } from '../../../../../receipt-file.ts';
import { voicesDeskAt } from '../../../../shell.ts';
import type { RequestHandler } from './$types';

/** `?building=`: one of them; all without it. What the code holds is the address and the building, nothing of anybody. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { community } = await voicesDeskAt(locals, params.community);
  const wanted = url.searchParams.get('building');
  const buildings = (await findBuildings(community.id)).filter(({ id }) => wanted === null || id === wanted);
  if (buildings.length === 0) throw new Missing();
  const paper = {
    locale: locals.locale,
    title: m.desk_posters_title(),
    mark: m.site_seal(),
    office: locals.locale === 'en' ? (community.nameEn ?? community.name) : community.name,
    heading: m.desk_paper_heading(),
    scan: m.desk_paper_poster_scan(),
    ways: [
      ...(community.phone
        ? [{ term: m.desk_paper_phone(), text: [community.phone, community.officeHours].filter(Boolean).join(' · ') }]
        : []),
      { term: m.desk_paper_come(), text: m.desk_paper_come_text() },
      { term: m.desk_paper_web(), text: `${url.host}${paths.community(community.slug)}` },
    ],
    foot: m.desk_paper_foot(),
    buildings: await Promise.all(
      buildings.map(async ({ id, name }) => ({
        name,
        svg: await toString(`${url.origin}${paths.newVoiceAt(community.slug, id)}`, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' }),
      })),
    ),
  };
  return download(await makePaper('building-poster', paper), 'pdf', `posters-${community.slug}`);
};
