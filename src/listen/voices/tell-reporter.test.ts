import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { aVoice } from '#tests/voices.ts';
import { makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { installation } from '#foundation/server/installation.ts';
import { newId } from '#foundation/ids.ts';
import { finishDuty } from './finish-duty.ts';
import { findFollowUps } from './find-follow-ups.ts';
import { followUpVoice } from './follow-up-voice.ts';
import type { SubmitVoice } from './submit-voice.ts';
import { tellReporter } from './tell-reporter.ts';
import type { Template } from './templates.ts';

useDatabase();
const reachable = { name: 'Li', phone: '0001234567', email: 'li@example.org' };
let restore: (() => void) | null = null;
afterEach(() => restore?.());

async function told(voice: { communityId: number; id: string }, template: Template, times = 1) {
  const job = { communityId: voice.communityId, voiceId: voice.id, template, deliveryId: newId() };
  for (let run = 0; run < times; run++) await tellReporter(job);
  return database().selectFrom('deliveries').select(['way', 'done_at', 'failed_at']).where('id', '=', job.deliveryId).executeTakeFirst();
}

async function outbox(kind: 'sms' | 'mail', slug: string) {
  const text = await readFile(join(installation().settings.HUIYIN_DATA, 'outbox', `${kind}.jsonl`), 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line.includes(slug))
    .map((line) => JSON.parse(line));
}

describe('tellReporter', () => {
  it('takes the way that was asked for', async () => {
    const world = await makeWorld();
    const ways: [Partial<SubmitVoice>, Template, string, boolean][] = [
      [{ responseMethod: 'sms' }, 'answered', 'sms', true],
      [{ responseMethod: 'mail' }, 'answered', 'mail', true],
      [{ responseMethod: 'page' }, 'answered', 'page', true],
      [{ responseMethod: 'phone' }, 'answered', 'call_duty', false],
      [{ responseMethod: 'visit' }, 'answered', 'visit_duty', false],
      [{ responseMethod: 'paper' }, 'answered', 'paper_duty', false],
      [{ responseMethod: 'phone' }, 'escalated', 'page', true],
      [{ responseMethod: 'sms', privacy: 'anonymous' }, 'answered', 'page', true],
    ];
    for (const [input, template, way, done] of ways) {
      const row = await told(await aVoice(world, 'received', { ...reachable, ...input }), template);
      expect([row?.way, row?.done_at !== null], JSON.stringify(input)).toEqual([way, done]);
    }
  });

  it('writes in the reporter’s language, with the number and never with what was said', async () => {
    const world = await makeWorld();
    const zh = await aVoice(world, 'received', { ...reachable, responseMethod: 'sms' });
    const en = await aVoice(world, 'received', { ...reachable, responseMethod: 'mail', locale: 'en' });
    await told(zh, 'answered');
    await told(en, 'answered');
    const [sms] = await outbox('sms', world.slug);
    expect(sms).toMatchObject({ to: '0001234567', template: 'voice_answered', vars: { number: zh.number } });
    expect(sms.text).toMatch(/有答复了/);
    const [mail] = await outbox('mail', world.slug);
    expect(mail.text).toMatch(/There is an answer/);
    expect(JSON.stringify([sms, mail])).not.toContain('ceiling');
  });

  it('tells once, however often the job runs, also at the same time', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'received', { ...reachable, responseMethod: 'sms' });
    await told(voice, 'answered', 3);
    expect(await outbox('sms', world.slug)).toHaveLength(1);
    const job = { communityId: voice.communityId, voiceId: voice.id, template: 'reopened', deliveryId: newId() };
    await Promise.all([1, 2, 3, 4].map(() => tellReporter(job)));
    expect(await outbox('sms', world.slug)).toHaveLength(2);
  });

  it('tries again when the gateway refused, and then tells once', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'received', { ...reachable, responseMethod: 'sms' });
    const { sms } = installation().gateways;
    const { gateways } = installation();
    restore = () => {
      gateways.sms = sms;
    };
    gateways.sms = { send: () => Promise.reject(new Error('no signal')) };
    const job = { communityId: voice.communityId, voiceId: voice.id, template: 'answered', deliveryId: newId() };
    await expect(tellReporter(job)).rejects.toThrow('no signal');
    restore();
    await tellReporter(job);
    await tellReporter(job);
    expect(await outbox('sms', world.slug)).toHaveLength(1);
  });
});

describe('findFollowUps and finishDuty', () => {
  it('lists what others answered and what is to be told by hand, until it is done', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'answered', { ...reachable, responseMethod: 'phone' });
    await told(voice, 'answered');
    expect((await findFollowUps(world.worker, world.communityId)).followUps).toEqual([]);
    const { followUps, duties } = await findFollowUps(world.colleague, world.communityId);
    expect(followUps).toMatchObject([{ number: voice.number, ownerName: 'Worker', tries: 0, light: 'green' }]);
    expect(duties).toMatchObject([{ number: voice.number, way: 'call_duty', template: 'answered' }]);
    const deliveryId = duties[0]?.deliveryId ?? '';
    await expect(finishDuty((await makeWorld()).worker, world.communityId, { deliveryId })).rejects.toThrow('access.not-found');
    await finishDuty(world.colleague, world.communityId, { deliveryId });
    await finishDuty(world.colleague, world.communityId, { deliveryId });
    expect((await findFollowUps(world.colleague, world.communityId)).duties).toEqual([]);
    await told(voice, 'extended');
    await followUpVoice(world.colleague, voice, { way: 'phone', outcome: 'would_not_say' });
    expect(await findFollowUps(world.colleague, world.communityId)).toMatchObject({ followUps: [{ tries: 1 }], duties: [] });
  });
});
