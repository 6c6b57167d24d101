import type { Locale } from '#community/programs/index.ts';
import { findInstallation } from '#community/people/index.ts';
import { paths } from '#paths';
import { m } from '#words';
import { contentTypes, type Written } from './format.ts';

/** When what is offered here last changed. */
const changeset = '2026-11-23T00:00:00+08:00';

/** What is offered here, and where a program finds it. `origin`: the address of this installation as the caller knows it. */
export async function discovery(origin: string, locale: Locale): Promise<Written> {
  const demo = (await findInstallation())?.kind === 'demo';
  return {
    changeset,
    contact: m.open311_contact({ url: `${origin}${paths.home()}` }, { locale }),
    key_service: m.open311_key_service({ url: `${origin}${paths.home()}` }, { locale }),
    endpoints: [
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url: `${origin}${paths.open311()}`,
        changeset,
        type: demo ? 'test' : 'production',
        formats: [contentTypes.xml, contentTypes.json].map((type) => type.split(';')[0] ?? type),
      },
    ],
  };
}
