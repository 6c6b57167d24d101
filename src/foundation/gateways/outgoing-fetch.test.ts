import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { outgoingFetch } from './outgoing-fetch.ts';
import { Undelivered } from './undelivered.ts';

let machine: Server;
let url: string;
let asked = 0;

beforeAll(async () => {
  machine = createServer((incoming, answer) => {
    asked += 1;
    if (incoming.url === '/away') answer.writeHead(302, { location: '/' }).end();
    else if (incoming.url === '/long') answer.end('x'.repeat(2000));
    else answer.writeHead(incoming.method === 'POST' ? 409 : 200, { 'Content-Type': 'text/x.tlog.size' }).end('17\n');
  }).listen(0, '127.0.0.1');
  await once(machine, 'listening');
  const address = machine.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterAll(() => machine.close());

test('an answer comes with status, headers and bytes, whatever the status', async () => {
  const answer = await outgoingFetch({ url, method: 'POST', body: 'old 17\n', allowPrivate: true });
  expect(answer).toMatchObject({ status: 409, headers: { 'content-type': 'text/x.tlog.size' } });
  expect(answer.body.toString()).toBe('17\n');
});

test('no redirect is followed, and no answer is read without end', async () => {
  const before = asked;
  await expect(outgoingFetch({ url: `${url}/away`, allowPrivate: true })).rejects.toThrow('redirect refused (302)');
  expect(asked).toBe(before + 1);
  await expect(outgoingFetch({ url: `${url}/long`, allowPrivate: true, longestAnswer: 1000 })).rejects.toThrow(Undelivered);
});

test('S8: nothing inside is reached without leave, and nothing but http(s) at all', async () => {
  const before = asked;
  const port = new URL(url).port;
  const inside = ['127.0.0.1', '0x7f.1', '0177.0.0.1', '2130706433', '[::1]', '[::ffff:7f00:1]', '[64:ff9b::7f00:1]', '[::]', 'localhost'];
  for (const host of inside) {
    await expect(outgoingFetch({ url: `http://${host}:${port}/`, allowPrivate: false }), host).rejects.toThrow('private network');
  }
  for (const host of ['169.254.169.254', '10.0.0.1', '192.168.1.1', '100.64.0.1', '[fd00::1]', '[fe80::1]']) {
    await expect(outgoingFetch({ url: `http://${host}/`, allowPrivate: false }), host).rejects.toThrow('private network');
  }
  for (const wrong of ['file:///etc/passwd', 'gopher://127.0.0.1/', `http://user:pass@127.0.0.1:${port}/`]) {
    await expect(outgoingFetch({ url: wrong, allowPrivate: true }), wrong).rejects.toThrow('must be an http(s) URL');
  }
  expect(asked).toBe(before);
});
