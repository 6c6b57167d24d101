import { ask, cookieIn, formTo } from '../torture/ask.ts';
import type { Form, Found } from './page-cases.ts';

// Walks from link to link as somebody of the demo town and writes down every form and address there is.

/** Those who play in the demo town, signed in anew, each with what they find; the first one is nobody. */
export async function walkAll(origin: string, most: number, pages = 40): Promise<Found[]> {
  const door = await get(origin, '/staff/sign-in', '');
  const people = [...door.matchAll(/name="person" value="([\w-]+)"/g)].map((match) => match[1] ?? '');
  const found = [await walk(origin, '', pages)];
  for (const person of spread(people, most)) {
    found.push(await walk(origin, cookieIn(await ask(origin, formTo('/staff/sign-in?/play', { person }))), pages));
  }
  return found;
}

/** Some of them, from the beginning to the end of the list: the roles stand in order. */
function spread(people: string[], most: number): string[] {
  return Array.from({ length: Math.min(most, people.length) }, (_, at) => people[Math.floor((at * people.length) / most)] ?? '');
}

async function walk(origin: string, cookie: string, most: number): Promise<Found> {
  const waiting = cookie ? ['/staff', '/staff/account', '/c/liuhuali'] : ['/', '/c/liuhuali', '/staff/sign-in', '/c/liuhuali/sign-in'];
  const seen = new Map<string, string>();
  const forms = new Map<string, Form>();
  while (waiting.length > 0 && seen.size < most) {
    const page = waiting.shift() ?? '/';
    // One of a kind is enough: 30 voices have the same page.
    const kind = page.replaceAll(/\d{4}-\d{6}|[\da-f]{8}-[\da-f-]{27}|\d+/g, '#').split('?')[0] ?? '';
    if (seen.has(kind)) continue;
    seen.set(kind, page);
    const html = await get(origin, page, cookie);
    for (const form of formsIn(html, page))
      forms.set(`${kind} ${form.action.split('?')[1]} ${Object.keys(form.fields).join()} ${form.fields['verb']?.join()}`, form);
    for (const [, href = ''] of html.matchAll(/href="(\/[^"#]*)/g))
      if (!/sign-out|\.(css|js|svg|png|ico)$/.test(href)) waiting.push(unescaped(href));
  }
  return { cookie, forms: [...forms.values()].filter(isLasting), addresses: [...seen.values()] };
}

/** After these nobody is signed in any more, and the rest would only meet the door. */
function isLasting({ action }: Form): boolean {
  return !/sign-out|\?\/(sessions?|replace)$/.test(action);
}

function formsIn(html: string, page: string): Form[] {
  return [...html.matchAll(/<form[^>]*method="post"[^>]*>[\s\S]*?<\/form>/gi)].map(([form]) => {
    const action = unescaped(/<form[^>]*\saction="([^"]*)"/i.exec(form)?.[1] ?? '');
    const fields: Record<string, string[]> = {};
    for (const [tag] of form.matchAll(/<(input|textarea|select|button)[^>]*>/g)) {
      const name = attribute(tag, 'name');
      if (name) fields[name] = [...(fields[name] ?? []), ...[attribute(tag, 'value') ?? []].flat()];
    }
    for (const [select, inside = ''] of form.matchAll(/<select[^>]*>([\s\S]*?)<\/select>/g)) {
      const name = attribute(select, 'name');
      if (name) fields[name] = [...inside.matchAll(/<option[^>]*value="([^"]*)"/g)].map((match) => unescaped(match[1] ?? ''));
    }
    return { page, action: action.startsWith('/') ? action : `${page.split('?')[0]}${action}`, fields };
  });
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : unescaped(value);
}

function unescaped(text: string): string {
  return text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<');
}

async function get(origin: string, path: string, cookie: string): Promise<string> {
  const headers = { accept: 'text/html', 'accept-language': 'en', ...(cookie && { cookie }) };
  const heard = await ask(origin, { method: 'GET', path, headers, body: '' });
  return heard?.status === 303 && heard.to?.startsWith('/') ? get(origin, heard.to, cookie) : (heard?.text ?? '');
}
