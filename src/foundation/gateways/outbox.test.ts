import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openMailOutbox, openSmsOutbox } from './outbox.ts';

let parent: string;
let folder: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'huiyin-outbox-'));
  folder = join(parent, 'data', 'outbox');
});
afterEach(() => rm(parent, { recursive: true }));

test('each message is one line, readable by the owner only', async () => {
  const sms = { to: '00013800000', text: '两行\n文字', template: 'sign-in', vars: { code: '123456' } };
  const mail = { to: 'shen@example.com', subject: '答复', text: '您好' };
  await openSmsOutbox({ folder, echo: false }).send(sms);
  await openMailOutbox({ folder, echo: false }).send(mail);
  expect(await lines('sms')).toEqual([{ at: expect.stringMatching(/^\d{4}-.*Z$/), ...sms }]);
  expect(await lines('mail')).toEqual([{ at: expect.stringMatching(/^\d{4}-.*Z$/), ...mail }]);
  expect((await stat(join(folder, 'sms.jsonl'))).mode & 0o777).toBe(0o600);
});

test('messages sent at the same time never mix', async () => {
  const outbox = openSmsOutbox({ folder, echo: false });
  const text = '长'.repeat(5000);
  await Promise.all(Array.from({ length: 50 }, (_, n) => outbox.send({ to: `000${n}`, text, template: 't', vars: {} })));
  const all = await lines('sms');
  expect(new Set(all.map((line) => line['to'])).size).toBe(50);
  expect(all.every((line) => line['text'] === text)).toBe(true);
});

test('nothing is printed unless asked for', async () => {
  const printed = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    await openMailOutbox({ folder, echo: false }).send({ to: 'a@example.com', subject: 's', text: 'quiet' });
    expect(printed.mock.calls.flat().join('')).not.toContain('quiet');
    await openMailOutbox({ folder, echo: true }).send({ to: 'a@example.com', subject: 's', text: 'aloud' });
    expect(printed.mock.calls.flat().join('')).toContain('aloud');
  } finally {
    printed.mockRestore();
  }
});

async function lines(kind: string): Promise<Record<string, unknown>[]> {
  const text = await readFile(join(folder, `${kind}.jsonl`), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}
