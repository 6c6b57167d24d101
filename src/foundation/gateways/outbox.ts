/** The outbox: messages are laid down in a file on this machine, where no carrier is connected or one wants to watch. */
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { MailGateway } from './mail.ts';
import type { SmsGateway } from './sms.ts';
import type { WechatGateway } from './wechat.ts';

/** Where the files are, and whether each message is also printed to the console (for trying things out). */
export type OutboxSettings = { folder: string; echo: boolean };

/** Appends one JSON line a message to `sms.jsonl`: `{ at, to, text, template, vars }`, on disk before it resolves. */
export function openSmsOutbox(settings: OutboxSettings): SmsGateway {
  return { send: ({ to, text, template, vars }) => layDown(settings, 'sms', { to, text, template, vars }) };
}

/** Appends one JSON line a message to `wechat.jsonl`: `{ at, to, text, template, vars }`, on disk before it resolves. */
export function openWechatOutbox(settings: OutboxSettings): WechatGateway {
  return { send: ({ to, text, template, vars }) => layDown(settings, 'wechat', { to, text, template, vars }) };
}

/** Appends one JSON line a message to `mail.jsonl`: `{ at, to, subject, text, unsubscribe }`, on disk before it resolves. */
export function openMailOutbox(settings: OutboxSettings): MailGateway {
  return {
    send: ({ to, subject, text, unsubscribe }) => layDown(settings, 'mail', { to, subject, text, unsubscribe: unsubscribe ?? undefined }),
  };
}

async function layDown({ folder, echo }: OutboxSettings, kind: 'sms' | 'mail' | 'wechat', message: object): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const line = JSON.stringify({ at: new Date().toISOString(), ...message });
  // Opened for each message: the file may be moved away at any time. Appending keeps lines of two processes apart.
  const file = await open(join(folder, `${kind}.jsonl`), 'a', 0o600);
  try {
    await file.appendFile(`${line}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  if (echo) process.stdout.write(`${kind}: ${line}\n`);
}
