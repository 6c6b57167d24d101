import dns from 'node:dns';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { HttpSmsSettings } from './http-sms.ts';
import { openHttpSms } from './http-sms.ts';
import { USUAL_SMS_FIELDS } from './sms-fields.ts';
import { Undelivered } from './undelivered.ts';

const message = { to: '00013800000', text: '您的验证码 123456 "{to}" $&', template: 'sign-in', vars: { code: '123456' } };

let carrier: Server;
let url: string;
let calls: { incoming: IncomingMessage; body: string }[];
let reply: (answer: ServerResponse) => void;

beforeEach(async () => {
  calls = [];
  reply = (answer) => answer.end('{"code":0}');
  carrier = createServer((incoming, answer) => void take(incoming, answer)).listen(0, '127.0.0.1');
  await once(carrier, 'listening');
  const address = carrier.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/send?key=k`;
});
afterEach(() => {
  carrier.closeAllConnections();
  carrier.close();
});

async function take(incoming: IncomingMessage, answer: ServerResponse): Promise<void> {
  let body = '';
  for await (const piece of incoming.setEncoding('utf8')) body += piece;
  calls.push({ incoming, body });
  reply(answer);
}

function gateway(changes: Partial<HttpSmsSettings> = {}) {
  return openHttpSms({ url, body: 'json', fields: USUAL_SMS_FIELDS, allowPrivate: true, ...changes });
}

test('JSON with a bearer token', async () => {
  await gateway({ token: 'secret-token' }).send(message);
  expect(calls).toHaveLength(1);
  const { method, url: path, headers } = calls[0]!.incoming;
  expect([method, path, headers['content-type'], headers.authorization]).toEqual([
    'POST',
    '/send?key=k',
    'application/json',
    'Bearer secret-token',
  ]);
  expect(JSON.parse(calls[0]!.body)).toEqual({ to: message.to, text: message.text, template: 'sign-in', vars: '{"code":"123456"}' });
});

test('a form with the names the carrier expects, without token', async () => {
  await gateway({ body: 'form', fields: { mobile: '+{to}', content: '[{template}] {text}', kind: 'fixed {other}' } }).send(message);
  expect(calls[0]!.incoming.headers['content-type']).toBe('application/x-www-form-urlencoded');
  expect(calls[0]!.incoming.headers.authorization).toBeUndefined();
  expect(Object.fromEntries(new URLSearchParams(calls[0]!.body))).toEqual({
    mobile: `+${message.to}`,
    content: `[sign-in] ${message.text}`,
    kind: 'fixed {other}',
  });
});

test.each([301, 302, 303, 307, 308])('a redirect (%i) is refused and not followed', async (status) => {
  reply = (answer) => answer.writeHead(status, { location: `${url}&followed` }).end();
  await expect(gateway().send(message)).rejects.toThrow(`redirect refused (${status})`);
  expect(calls).toHaveLength(1);
});

test('errors of the carrier are reported without number, text, token or URL', async () => {
  reply = (answer) => answer.writeHead(500).end(`cannot send ${message.to}`);
  const error: unknown = await gateway({ token: 'secret-token' })
    .send(message)
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Undelivered);
  expect(error).toMatchObject({ message: 'sms: refused (500)' });
  expect(error).not.toHaveProperty('cause');
});

test('a 200 without the expected words is a refusal', async () => {
  await expect(gateway({ accepted: '"code":0' }).send(message)).resolves.toBeUndefined();
  reply = (answer) => answer.end('{"code":7,"message":"no balance"}');
  await expect(gateway({ accepted: '"code":0' }).send(message)).rejects.toThrow('did not accept');
});

test('silence, a stalled answer, an endless answer and a dead port all end', async () => {
  reply = () => undefined;
  await expect(gateway({ patienceMs: 150 }).send(message)).rejects.toThrow('sms: no answer in time');
  reply = (answer) => answer.writeHead(200).write('half');
  await expect(gateway({ patienceMs: 150 }).send(message)).rejects.toThrow('sms: no answer in time');
  reply = (answer) => answer.end('x'.repeat(70_000));
  await expect(gateway().send(message)).rejects.toThrow(Undelivered);
  reply = (answer) => answer.writeHead(200, { 'content-length': 10 }).write('cut', () => answer.destroy());
  await expect(gateway().send(message)).rejects.toThrow('sms: ECONNRESET');
  carrier.closeAllConnections();
  await new Promise((closed) => carrier.close(closed));
  await expect(gateway().send(message)).rejects.toThrow('sms: ECONNREFUSED');
});

test('S8: without leave no connection to this machine is made, however it is spelled', async () => {
  const port = new URL(url).port;
  for (const host of ['127.0.0.1', 'localhost', '0x7f.1', '2130706433', '[::1]', '[::ffff:127.0.0.1]', '0']) {
    await expect(gateway({ url: `http://${host}:${port}/`, allowPrivate: false }).send(message)).rejects.toThrow('private network');
  }
  expect(calls).toHaveLength(0);
});

test('S8: the connection uses the address that was judged and never asks for the name again', async () => {
  const asked = vi.spyOn(dns, 'lookup');
  try {
    // `localhost` may lead to ::1 first, where nobody listens: only the questions are counted here.
    await gateway({ url: url.replace('127.0.0.1', 'localhost') })
      .send(message)
      .catch(() => undefined);
    expect(asked).not.toHaveBeenCalled();
  } finally {
    asked.mockRestore();
  }
});

test.each(['', 'nonsense', 'file:///etc/passwd', 'ftp://carrier.invalid/', 'http://user:pass@carrier.invalid/'])(
  '%j is no gateway address',
  (wrong) => {
    expect(() => gateway({ url: wrong })).toThrow('must be an http(s) URL');
  },
);
