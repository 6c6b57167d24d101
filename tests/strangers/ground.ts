import sharp from 'sharp';
import { knock, type Fields } from './knock.ts';
import {
  colleague,
  community,
  cookieOf,
  parts,
  personIdOf,
  residentIdOf,
  signIn,
  signInResident,
  type Part,
  type Visitor,
} from './visitors.ts';

// What the doors are tried on: a complaint about one of the workers, everyday matters beside it, a colleague to manage.

/** Nobody writes these words anywhere else: whoever reads them has read the complaint. */
export const secret = { words: 'quince lantern seventeen', phone: '00098765432' };

export type Ground = {
  cookies: Record<Visitor, string | undefined>;
  complaint: { number: string; photo: string };
  everyday: { number: string; photo: string };
  ids: {
    street: string;
    district: string;
    walled: string;
    colleague: string;
    resident: string;
    newcomer: string;
    role: string;
    card: string;
    session: string;
  };
};

export async function prepareGround(): Promise<Ground> {
  const [walled, helper] = [await personIdOf(parts.walled), await personIdOf(colleague)];
  const cookies = { nobody: undefined, resident: await signInResident(), ...(await staffCookies()) };
  const complaint = await speak({
    kind: 'complaint',
    words: `He shouted: ${secret.words}`,
    accusedIds: walled,
    phone: secret.phone,
    photos: await picture(),
  });
  const another = await speak({ kind: 'question', words: 'When does the library open?' });
  const everyday = await enter(cookies.worker);
  const { newcomer, role } = await invite(cookies.secretary);
  return {
    cookies: { ...cookies, speaker: complaint.cookie, holder: another.cookie },
    complaint: { number: complaint.number, photo: await photoAt(`/c/${community}/voices/${complaint.number}`, complaint.cookie) },
    everyday: { number: everyday, photo: await photoAt(`/staff/c/${community}/voices/${everyday}`, cookies.worker) },
    ids: {
      walled,
      colleague: helper,
      resident: await residentIdOf(),
      newcomer,
      role,
      street: await lastPart(cookies.street),
      district: await lastPart(cookies.district),
      card: await printCard(cookies.secretary),
      session: await sessionOf(colleague),
    },
  };
}

/** Everybody once more, to be signed out again: whoever holds a number and its code holds that of some other matter. */
export async function spareCookies(): Promise<Ground['cookies']> {
  const [holder, speaker] = [await speak({ words: 'A word' }), await speak({ words: 'Another word' })];
  return { nobody: undefined, resident: await signInResident(), ...(await staffCookies()), holder: holder.cookie, speaker: speaker.cookie };
}

/** Everybody who serves, signed in anew. */
export async function staffCookies(): Promise<Record<Part, string>> {
  const cookies = Object.entries(parts).map(async ([part, key]) => [part, await signIn(key)] as const);
  return { ...parts, ...Object.fromEntries(await Promise.all(cookies)) };
}

export async function picture(): Promise<File> {
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a12f26' } })
    .png()
    .toBuffer();
  return new File([new Uint8Array(bytes)], 'picture.png', { type: 'image/png' });
}

async function speak(said: Fields): Promise<{ number: string; cookie: string }> {
  const answer = await knock(`/c/${community}/voices/new`, {
    form: { go: 'send', placeWords: 'Building 3', privacy: 'confidential', ...said },
  });
  return { number: numberIn(answer.to), cookie: cookieOf(answer.cookies) };
}

/** Written down by the worker for somebody on the telephone. */
async function enter(cookie: string): Promise<string> {
  const said = { kind: 'help_request', channel: 'telephone', words: 'The bench is broken', placeWords: 'Garden', photos: await picture() };
  return numberIn((await knock(`/staff/c/${community}/voices/new`, { cookie, form: said })).to);
}

/** A newcomer with two roles, so that one of them can be ended. */
async function invite(cookie: string): Promise<{ newcomer: string; role: string }> {
  const people = `/staff/c/${community}/people`;
  const username = `newcomer${Date.now()}`;
  await knock(`${people}/new`, { cookie, form: { name: 'Newcomer', username, role: 'community_worker' } });
  const list = (await knock(people, { cookie })).text;
  const newcomer = new RegExp(`people/([\\w-]{36})"[^>]*>(?:(?!people/)[\\s\\S])*?${username}`).exec(list)?.[1] ?? '';
  await knock(`${people}/${newcomer}?/give`, { cookie, form: { role: 'property_manager', unitName: 'Gardeners' } });
  const page = (await knock(`${people}/${newcomer}`, { cookie })).text;
  return { newcomer: found('newcomer', newcomer), role: found('role', /name="roleId" value="([\w-]+)"/.exec(page)?.[1]) };
}

async function printCard(cookie: string): Promise<string> {
  const cards = `/staff/c/${community}/people/cards`;
  await knock(`${cards}?/print`, { cookie, form: { name: 'Granny Gu' } });
  return found('card', /name="card" value="([\w-]+)"/.exec((await knock(cards, { cookie })).text)?.[1]);
}

/** A session of somebody else's, as they see it on another of their devices. */
async function sessionOf(key: string): Promise<string> {
  await signIn(key);
  const cookie = await signIn(key);
  return found('session', /name="session" value="([\w-]+)"/.exec((await knock('/staff/account', { cookie })).text)?.[1]);
}

async function photoAt(page: string, cookie: string): Promise<string> {
  return found('photo', /photos\/([\w-]{36})\//.exec((await knock(page, { cookie })).text)?.[1]);
}

/** The street or district somebody's workbench begins with. */
async function lastPart(cookie: string): Promise<string> {
  return found('place', /\d+$/.exec((await knock('/staff', { cookie })).to ?? '')?.[0]);
}

function numberIn(address: string | null): string {
  return found('number', /\d{4}-\d{6}/.exec(address ?? '')?.[0]);
}

function found(what: string, text: string | undefined): string {
  if (!text) throw new Error(`the ground has no ${what}`);
  return text;
}
