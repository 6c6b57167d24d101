import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSmtp } from './smtp.ts';
import { Undelivered } from './undelivered.ts';

const letter = { to: 'shen@example.com', subject: '您的事有了答复', text: '第一行\n.\n一行只有一个点' };

let server: Server;
let port: number;
let heard: string[];
let refusal: string | null;

beforeEach(async () => {
  heard = [];
  refusal = null;
  server = createServer(converse).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterEach(() => server.close());

/** The least of RFC 5321: enough for one letter at a time. */
function converse(socket: Socket) {
  let buffer = '';
  let inData = false;
  const say = (line: string) => socket.write(`${line}\r\n`);
  say('220 test ESMTP');
  socket.on('error', () => undefined);
  socket.setEncoding('utf8').on('data', (piece: string) => {
    buffer += piece;
    for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
      const line = buffer.slice(0, end);
      buffer = buffer.slice(end + 2);
      heard.push(line);
      if (inData && line !== '.') continue;
      if (inData) say(refusal ?? '250 taken');
      else if (/^EHLO/iu.test(line)) socket.write('250-test\r\n250 AUTH PLAIN\r\n');
      else if (/^AUTH PLAIN/iu.test(line)) say('235 welcome');
      else if (/^DATA/iu.test(line)) say('354 go on');
      else if (/^STARTTLS/iu.test(line)) say('502 not here');
      else if (/^QUIT/iu.test(line)) socket.end('221 bye\r\n');
      else say('250 fine');
      inData = /^DATA/iu.test(line) && !inData;
    }
  });
}

test('a letter arrives with its addresses, subject and every line of its text', async () => {
  await openSmtp({ url: `smtp://127.0.0.1:${port}`, from: 'Huiyin <voice@example.org>' }).send(letter);
  expect(heard).toContain('MAIL FROM:<voice@example.org>');
  expect(heard.filter((line) => line.startsWith('RCPT'))).toEqual(['RCPT TO:<shen@example.com>']);
  const subject = heard.find((line) => line.startsWith('Subject: ')) ?? '';
  expect(decodedWord(subject)).toContain('您的事有了答复');
  const body = heard.slice(heard.indexOf('', heard.indexOf('DATA')) + 1, heard.lastIndexOf('.')).join('');
  expect(Buffer.from(body, 'base64').toString('utf8').replaceAll('\r\n', '\n').trim()).toBe(letter.text);
});

test('user name and password are sent when the server is on this machine', async () => {
  await openSmtp({ url: `smtp://voice%40example.org:p%3Ass@127.0.0.1:${port}`, from: 'voice@example.org' }).send(letter);
  const auth = heard.find((line) => line.startsWith('AUTH PLAIN ')) ?? '';
  expect(Buffer.from(auth.slice(11), 'base64').toString('utf8')).toBe('\0voice@example.org\0p:ss');
});

test('a server elsewhere gets no password without encryption', async () => {
  // 127.0.0.2 is this machine too, yet not spelled as one of the exceptions.
  server.close();
  server = createServer(converse).listen(port, '127.0.0.2');
  await once(server, 'listening');
  await expect(openSmtp({ url: `smtp://u:p@127.0.0.2:${port}`, from: 'voice@example.org' }).send(letter)).rejects.toThrow(Undelivered);
  expect(heard.some((line) => line.startsWith('AUTH'))).toBe(false);
  expect(heard.some((line) => line.startsWith('MAIL'))).toBe(false);
});

test('a refusal is reported by its codes alone', async () => {
  refusal = `554 5.7.1 not for ${letter.to}: ${letter.subject}`;
  const error: unknown = await openSmtp({ url: `smtp://127.0.0.1:${port}`, from: 'voice@example.org' })
    .send(letter)
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Undelivered);
  expect(error).toMatchObject({ message: 'mail: EMESSAGE DATA 554' });
});

test.each([
  'a@example.com, b@example.com',
  'a@example.com;b@example.com',
  'x <a@example.com>',
  'a@example.com\r\nBcc: b@example.com',
  'nobody',
  '',
])('%j is not one address', async (to) => {
  await expect(openSmtp({ url: `smtp://127.0.0.1:${port}`, from: 'voice@example.org' }).send({ ...letter, to })).rejects.toThrow(
    'not one e-mail address',
  );
  expect(heard).toEqual([]);
});

test('a subject cannot smuggle in another header', async () => {
  await openSmtp({ url: `smtp://127.0.0.1:${port}`, from: 'voice@example.org' }).send({ ...letter, subject: 'x\r\nBcc: b@example.com' });
  expect(heard.filter((line) => line.startsWith('RCPT'))).toHaveLength(1);
  expect(heard.some((line) => line.startsWith('Bcc:'))).toBe(false);
});

test.each(['', 'mail.example.org', 'http://mail.example.org', 'smtp://'])('%j is no mail server', (url) => {
  expect(() => openSmtp({ url, from: 'voice@example.org' })).toThrow('must look like');
});

test('nobody listening is an Undelivered', async () => {
  await new Promise((closed) => server.close(closed));
  await expect(openSmtp({ url: `smtp://127.0.0.1:${port}`, from: 'voice@example.org' }).send(letter)).rejects.toThrow(Undelivered);
});

function decodedWord(header: string): string {
  return header.replace(/=\?UTF-8\?B\?([^?]*)\?=/giu, (_, text: string) => Buffer.from(text, 'base64').toString('utf8'));
}
