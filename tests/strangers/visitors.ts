import { inject } from 'vitest';
import { cast } from '#demo/cast.ts';
import { knock } from './knock.ts';

// Who comes to a door: one of every kind, played by the cast of the demo town.

export const visitors = [
  'nobody',
  'resident',
  'holder',
  'speaker',
  'worker',
  'walled',
  'secretary',
  'supervisory',
  'manager',
  'chief',
  'liaison',
  'administrator',
  'street',
  'district',
  'workerElsewhere',
] as const;
export type Visitor = (typeof visitors)[number];

/** The part each of the staff plays. `walled` is a worker about whom the complaint speaks. */
export const parts = {
  worker: 'chenxiaohe',
  walled: 'qinzhiyuan',
  secretary: 'fangjingyi',
  supervisory: 'songtingfang',
  manager: 'luohaifeng',
  chief: 'zhaozhenshan',
  liaison: 'zhouguilan',
  administrator: 'tangyiming',
  street: 'zhengwenlan',
  district: 'jiangyuanhang',
  workerElsewhere: 'panhuimin',
} as const satisfies Partial<Record<Visitor, string>>;
export type Part = keyof typeof parts;

export const community = 'liuhuali';
/** A worker of the same community who visits nothing, only is there. */
export const colleague = 'heyuqing';

/** Signs in as one of the cast with the one click only a demo town offers; returns the cookie. */
export async function signIn(key: string): Promise<string> {
  const answer = await knock('/staff/sign-in?/play', { form: { person: await personIdOf(key) } });
  return cookieOf(answer.cookies);
}

/** A resident of the community, the same way. */
export async function signInResident(): Promise<string> {
  const answer = await knock(`${residentDoor}?/play`, { form: { person: await residentIdOf() } });
  return cookieOf(answer.cookies);
}

const residentDoor = `/c/${community}/sign-in`;

export async function residentIdOf(): Promise<string> {
  const { text } = await knock(residentDoor);
  return /name="person" value="([\w-]+)"/.exec(text)?.[1] ?? '';
}

export async function personIdOf(key: string): Promise<string> {
  const name = cast.find((member) => member.key === key)?.name ?? '';
  const { text } = await knock('/staff/sign-in');
  const id = new RegExp(`name="person" value="([\\w-]+)"[^>]*>\\s*<b[^>]*>${name}<`).exec(text)?.[1];
  if (!id) throw new Error(`${key} does not play in the town at ${inject('town')}`);
  return id;
}

/** The session cookie out of what an answer sets. */
export function cookieOf(set: readonly string[]): string {
  const session = set.find((cookie) => /^(__Host-)?huiyin=./.test(cookie));
  if (!session) throw new Error('nobody was signed in');
  return session.split(';')[0] ?? '';
}
