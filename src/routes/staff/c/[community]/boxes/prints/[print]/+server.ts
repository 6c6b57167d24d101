import { toString } from 'qrcode';
import { makePaper, type SlipSheetsPaper } from '#foundation/papers/index.ts';
import { findPrint, formatSerial } from '#listen/slips/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { download } from '../../../../../../receipt-file.ts';
import { voicesDeskAt } from '../../../../../shell.ts';
import type { RequestHandler } from './$types';

/** Sheets of slips, four on A4: the part to write on goes into the box, the strip with number and code is kept. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { viewer, community } = await voicesDeskAt(locals, params.community);
  const { boxName, slips } = await findPrint(viewer, { communityId: community.id, id: params.print });
  const paper: SlipSheetsPaper = {
    locale: locals.locale,
    title: m.desk_paper_slips({ box: boxName }),
    mark: m.site_seal(),
    office: [locals.locale === 'en' ? (community.nameEn ?? community.name) : community.name, community.phone].filter(Boolean).join(' · '),
    say: m.desk_paper_say(),
    where: m.desk_paper_where(),
    contact: m.desk_paper_contact(),
    keep: m.desk_paper_keep(),
    scan: m.desk_paper_scan({ address: `${url.host}${paths.slip(community.slug)}` }),
    number: m.desk_slip_number(),
    code: m.desk_paper_code(),
    slips: await Promise.all(
      slips.map(async ({ serial, code }) => ({
        number: formatSerial(serial),
        code: `${code.slice(0, 4)} ${code.slice(4)}`,
        svg: await toString(`${url.origin}${paths.slip(community.slug, formatSerial(serial))}`, {
          type: 'svg',
          margin: 0,
          errorCorrectionLevel: 'M',
        }),
      })),
    ),
  };
  return download(await makePaper('slips', paper), 'pdf', `slips-${community.slug}`);
};
