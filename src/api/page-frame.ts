import { html } from 'hono/html';
import type { Locale } from '#community/programs/index.ts';
import { paths } from '#paths';
import { m } from '#words';

export type Html = ReturnType<typeof html>;

/** The sheet around every readable page of the API: no script, one stylesheet of our own, the other language one link away. */
export function pageFrame(title: string, locale: Locale, inside: Html): Html {
  const other = locale === 'en' ? 'zh-CN' : 'en';
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · ${m.site_name({}, { locale })}</title>
        <link rel="icon" href="/seal.svg" />
        <link rel="stylesheet" href="${paths.api('/page.css')}" />
      </head>
      <body>
        <header>
          <a href="${paths.home()}">${m.site_name({}, { locale })}</a>
          <a href="?language=${other}" lang="${other}" hreflang="${other}">${m.site_other_language({}, { locale })}</a>
        </header>
        <main>${inside}</main>
      </body>
    </html>`;
}
