import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openGateways } from './open-gateways.ts';

const sms = { to: '00013800000', text: 'x', template: 't', vars: {} };
let outboxFolder: string;
beforeEach(async () => {
  outboxFolder = await mkdtemp(join(tmpdir(), 'huiyin-gateways-'));
});
afterEach(() => rm(outboxFolder, { recursive: true }));

test('without settings, or with empty ones, everything goes to the outbox', async () => {
  for (const gateways of [openGateways({ outboxFolder }), openGateways({ outboxFolder, smtpUrl: '', smsUrl: '' })]) {
    await gateways.sms.send(sms);
    await gateways.mail.send({ to: 'a@example.com', subject: 's', text: 't' });
  }
  expect((await readdir(outboxFolder)).toSorted()).toEqual(['mail.jsonl', 'sms.jsonl']);
});

test('a configured carrier is used instead, and private addresses are refused unless allowed', async () => {
  const closed = 'http://127.0.0.1:1/';
  await expect(openGateways({ outboxFolder, smsUrl: closed }).sms.send(sms)).rejects.toThrow('private network');
  await expect(openGateways({ outboxFolder, smsUrl: closed, smsAllowPrivate: true }).sms.send(sms)).rejects.toThrow('sms: ECONNREFUSED');
  const { mail } = openGateways({ outboxFolder, smtpUrl: 'smtp://127.0.0.1:1', mailFrom: 'voice@example.org' });
  await expect(mail.send({ to: 'a@example.com', subject: 's', text: 't' })).rejects.toThrow('mail: ESOCKET');
  expect(await readdir(outboxFolder)).toEqual([]);
});

test('settings that cannot be right stop the start', () => {
  expect(() => openGateways({ outboxFolder, smtpUrl: 'smtp://127.0.0.1' })).toThrow('sender address');
  expect(() => openGateways({ outboxFolder, smsUrl: 'carrier' })).toThrow('http(s) URL');
  expect(() => openGateways({ outboxFolder, smtpUrl: 'mail', mailFrom: 'a@example.org' })).toThrow('must look like');
});
