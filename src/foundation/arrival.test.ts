import { expect, it } from 'vitest';
import { settleArrival } from './arrival.ts';

const direct = { HUIYIN_TRUST_PROXY: false };
const proxied = { HUIYIN_TRUST_PROXY: true };

it('believes nobody unless a proxy is trusted', () => {
  const headers = { host: 'a.example', 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9', 'x-forwarded-host': 'evil.example' };
  expect(settleArrival(headers, '198.51.100.7', direct)).toBe(false);
  expect(headers).toEqual({ host: 'a.example', 'x-forwarded-proto': 'http', 'x-forwarded-for': '198.51.100.7' });
});

it('believes the last entry of a trusted proxy, and no entry a visitor put before it', () => {
  const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '10.0.0.1, 203.0.113.9' };
  expect(settleArrival(headers, '127.0.0.1', proxied)).toBe(true);
  expect(headers['x-forwarded-for']).toBe('203.0.113.9');
});

it.each(['', 'unknown', '203.0.113.9:4711', '203.0.113.9, <script>', 'x'.repeat(5000)])('falls back to the connection for %j', (said) => {
  const headers = { 'x-forwarded-for': said };
  settleArrival(headers, '127.0.0.1', proxied);
  expect(headers['x-forwarded-for']).toBe('127.0.0.1');
});

it('takes the public address from ORIGIN, whatever the visitor calls us', () => {
  const headers = { host: 'evil.example', 'x-forwarded-proto': 'http' };
  expect(settleArrival(headers, '::1', { ORIGIN: 'https://voices.example.org', ...direct })).toBe(true);
  expect(headers).toMatchObject({ host: 'voices.example.org', 'x-forwarded-proto': 'https' });
});
