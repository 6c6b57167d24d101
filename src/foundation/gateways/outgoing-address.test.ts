import { createServer, request } from 'node:http';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { chosenAddress, isPublicAddress, pinnedLookup, resolveOutgoing } from './outgoing-address.ts';
import { Undelivered } from './undelivered.ts';

test.each([
  ['8.8.8.8', true],
  ['1.1.1.1', true],
  ['114.114.114.114', true],
  ['223.5.5.5', true],
  ['172.32.0.1', true],
  ['172.15.255.255', true],
  ['100.63.255.255', true],
  ['100.128.0.0', true],
  ['169.253.0.1', true],
  ['223.255.255.255', true],
  ['2400:3200::1', true],
  ['2606:4700:4700::1111', true],
  ['::ffff:8.8.8.8', true],
  ['64:ff9b::8.8.8.8', true],
  ['0.0.0.0', false],
  ['0.1.2.3', false],
  ['10.0.0.1', false],
  ['10.255.255.255', false],
  ['100.64.0.1', false],
  ['100.127.255.255', false],
  ['127.0.0.1', false],
  ['127.255.255.254', false],
  ['169.254.169.254', false],
  ['172.16.0.1', false],
  ['172.31.255.255', false],
  ['192.0.0.8', false],
  ['192.0.2.1', false],
  ['192.88.99.1', false],
  ['192.168.1.1', false],
  ['198.18.0.1', false],
  ['198.19.255.255', false],
  ['198.51.100.7', false],
  ['203.0.113.7', false],
  ['224.0.0.1', false],
  ['240.0.0.1', false],
  ['255.255.255.255', false],
  ['::', false],
  ['::1', false],
  ['fe80::1', false],
  ['fe80::1%eth0', false],
  ['fc00::1', false],
  ['fd12:3456::1', false],
  ['ff02::1', false],
  ['2001:db8::1', false],
  ['3fff::1', false],
  ['2001::1', false],
  ['2002:7f00:1::', false],
  ['2002:808:808::', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:7f00:1', false],
  ['::ffff:10.0.0.1', false],
  ['::ffff:a9fe:a9fe', false],
  ['0:0:0:0:0:ffff:192.168.0.1', false],
  ['::127.0.0.1', false],
  ['64:ff9b::127.0.0.1', false],
  ['64:ff9b::a00:1', false],
  ['64:ff9b:1::1', false],
  ['100::1', false],
  ['', false],
  ['localhost', false],
  ['0x7f.1', false],
  ['2130706433', false],
  ['1.1.1', false],
])('%s is public: %s', (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected);
});

test.each([
  'http://127.0.0.1/',
  'http://127.1/',
  'http://0x7f.1/',
  'http://0x7f000001/',
  'http://2130706433/',
  'http://017700000001/',
  'http://0/',
  'http://10.1.2.3:8080/',
  'http://192.168.0.1/',
  'http://169.254.169.254/latest/',
  'http://0xa9fea9fe/',
  'http://[::1]/',
  'http://[::]/',
  'http://[fe80::1]/',
  'http://[fd00::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[0:0:0:0:0:ffff:0a00:0001]/',
  'http://[64:ff9b::7f00:1]/',
  'http://１２７.0.0.1/',
  'http://127.0.0.1./',
  'http://localhost/',
  'http://LOCALHOST:3000/',
  'https://localhost/',
])('%s is refused, and let through when private addresses are allowed', async (url) => {
  await expect(resolveOutgoing(new URL(url), false)).rejects.toThrow(new Undelivered('the address leads into a private network'));
  expect((await resolveOutgoing(new URL(url), true)).address).toMatch(/^[\d.:a-f]+$/);
});

test('a public literal is passed on as it is, a name without address is refused', async () => {
  expect(await resolveOutgoing(new URL('https://1.1.1.1/sms'), false)).toEqual({ address: '1.1.1.1', family: 4 });
  expect(await resolveOutgoing(new URL('https://[2400:3200::1]/sms'), false)).toEqual({ address: '2400:3200::1', family: 6 });
  await expect(resolveOutgoing(new URL('http://gateway.invalid/'), false)).rejects.toThrow(Undelivered);
});

test('one private address among those of a name is enough to refuse it', () => {
  expect(chosenAddress(['1.1.1.1', '2400:3200::1'], false)).toEqual({ address: '1.1.1.1', family: 4 });
  expect(() => chosenAddress(['1.1.1.1', '10.0.0.1'], false)).toThrow('private network');
  expect(() => chosenAddress(['::1', '1.1.1.1'], false)).toThrow('private network');
  expect(() => chosenAddress([], true)).toThrow('no address');
});

test('a connection with a pinned address asks no name server again', async () => {
  const server = createServer((incoming, answer) => answer.end(incoming.headers.host)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  try {
    const host = await new Promise((found, failed) => {
      // .invalid has no address anywhere (RFC 6761): only the pin can lead to the server.
      const lookup = pinnedLookup({ address: '127.0.0.1', family: 4 });
      request(`http://carrier.invalid:${port}/`, { lookup, agent: false }, (answer) => {
        answer.setEncoding('utf8').on('data', found);
      })
        .on('error', failed)
        .end();
    });
    expect(host).toBe(`carrier.invalid:${port}`);
  } finally {
    server.close();
  }
});
