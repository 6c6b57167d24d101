/** Template messages through the server interface of WeChat service accounts (cgi-bin/stable_token, cgi-bin/message/template/send). */
import { z } from 'zod';
import { outgoingFetch, outgoingUrl } from './outgoing-fetch.ts';
import { fillSmsFields } from './sms-fields.ts';
import { Undelivered } from './undelivered.ts';
import type { WechatGateway, WechatMessage } from './wechat.ts';

/**
 * `url`: where WeChat answers, e.g. https://api.weixin.qq.com, or a relay of one's own. `templates`: our name of a message to
 * the id WeChat gave it; `*` stands for all others. `fields`: the fields of those templates, filled as for text messages.
 */
export type HttpWechatSettings = {
  url: string;
  appId: string;
  secret: string;
  templates: Record<string, string>;
  fields: Record<string, string>;
  allowPrivate: boolean;
  patienceMs?: number | undefined;
};

export const USUAL_WECHAT_FIELDS: Record<string, string> = { thing1: '{text}' };
/** WeChat refuses longer values in fields of this kind. */
const longestThing = 20;
/** 40001, 40014 and 42001: the token has ended before its time; a new one is asked for once. */
const staleToken: readonly number[] = [40001, 40014, 42001];

const tokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.number() });
const sendAnswer = z.object({ errcode: z.number() });

/**
 * A gateway that sends each message and resolves when WeChat answered errcode 0. The access token is fetched when it is needed
 * and kept until a minute before it ends. Throws at once when the URL is not http(s).
 */
export function openHttpWechat(settings: HttpWechatSettings): WechatGateway {
  const base = outgoingUrl(settings.url);
  let known: { token: string; until: number } | null = null;

  async function token(): Promise<string> {
    if (known && Date.now() < known.until) return known.token;
    const order = { grant_type: 'client_credential', appid: settings.appId, secret: settings.secret };
    const given = tokenAnswer.safeParse(await post(settings, new URL('/cgi-bin/stable_token', base), order));
    if (!given.success) throw new Undelivered('wechat: no access token');
    known = { token: given.data.access_token, until: Date.now() + (given.data.expires_in - 60) * 1000 };
    return known.token;
  }

  async function deliver(message: WechatMessage, again: boolean): Promise<void> {
    const url = new URL('/cgi-bin/message/template/send', base);
    url.searchParams.set('access_token', await token());
    const answer = sendAnswer.safeParse(await post(settings, url, orderOf(settings, message)));
    const code = answer.success ? answer.data.errcode : null;
    if (code === 0) return;
    if (again && code !== null && staleToken.includes(code)) {
      known = null;
      return deliver(message, false);
    }
    throw new Undelivered(`wechat: refused (${code ?? 'unreadable'})`);
  }

  return { send: (message) => deliver(message, true) };
}

function orderOf({ templates, fields }: HttpWechatSettings, message: WechatMessage): object {
  const templateId = templates[message.template] ?? templates['*'];
  if (!templateId) throw new Undelivered('wechat: this message has no template');
  const filled = Object.entries(fillSmsFields(fields, message));
  const data = Object.fromEntries(filled.map(([name, value]) => [name, { value: name.startsWith('thing') ? cut(value) : value }]));
  return { touser: message.to, template_id: templateId, data };
}

function cut(text: string): string {
  const signs = [...text];
  return signs.length <= longestThing ? text : `${signs.slice(0, longestThing - 1).join('')}…`;
}

async function post({ allowPrivate, patienceMs }: HttpWechatSettings, url: URL, order: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const sent = outgoingFetch({ url, method: 'POST', headers, body: JSON.stringify(order), allowPrivate, patienceMs });
  const { status, body } = await sent.catch((error: unknown) => {
    throw error instanceof Undelivered ? new Undelivered(`wechat: ${error.message}`) : error;
  });
  if (status !== 200) throw new Undelivered(`wechat: refused (${status})`);
  try {
    return JSON.parse(body.toString());
  } catch {
    return null;
  }
}
