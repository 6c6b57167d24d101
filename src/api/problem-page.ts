import { html } from 'hono/html';
import { refusalWords } from '#foundation/refusal-words.ts';
import type { Locale } from '#community/programs/index.ts';
import { paths } from '#paths';
import { m } from '#words';
import { pageFrame, type Html } from './page-frame.ts';

/** What the `type` of a problem leads to: its sentence, in the reader's language, with what stands for a value left open. */
export function problemPage(code: string, locale: Locale): Html {
  const open = new Proxy<Record<string, string>>({}, { get: () => '…' });
  return pageFrame(
    code,
    locale,
    html` <h1><code>${code}</code></h1>
      <p class="lead">${refusalWords(code, open, locale)}</p>
      <p><a href="${paths.api()}">${m.api_back({}, { locale })}</a></p>`,
  );
}
