import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { makeTown, post, tell } from '#tests/open311.ts';
import { database } from '#foundation/server/database.ts';
import { findVoicePage, loadVoice, openByCode } from '#listen/voices/index.ts';

useDatabase();

const person = {
  first_name: 'Hui',
  last_name: 'Li',
  phone: '00012345678',
  email: 'li@example.org',
  device_id: 'd-123',
  account_id: 'a-123',
};

describe('posting a request', () => {
  it('gives a number at once, under which it is read at once', async () => {
    const town = await makeTown();
    const form = {
      jurisdiction_id: town.slug,
      api_key: town.key,
      service_code: 'water',
      description: 'Line one\r\nline <two> & 三',
      lat: '36.650001',
      long: '117.120001',
      address_string: 'East gate',
      media_url: 'https://elsewhere.example/p.jpg?a=1&b=2',
      ...person,
    };
    const posted = await tell('POST', '/requests.json', { form });
    expect(posted.status).toBe(200);
    const [answer] = JSON.parse(posted.text);
    expect(Object.keys(answer)).toEqual(['service_request_id', 'service_notice', 'account_id']);
    const told = await tell('GET', `/requests/${answer.service_request_id}.json?jurisdiction_id=${town.slug}`);
    expect(JSON.parse(told.text)).toMatchObject([
      {
        status: 'open',
        service_code: 'water',
        service_name: 'Water, drains and sewers',
        description: 'Line one\nline <two> & 三',
        address: 'East gate',
        lat: 36.650001,
        long: 117.120001,
        agency_responsible: town.slug,
        media_url: null,
      },
    ]);
    for (const secret of ['00012345678', 'li@example.org', 'Hui', 'd-123', 'a-123', 'elsewhere.example'])
      expect(told.text).not.toContain(secret);
  });

  it('keeps the speaker sealed like everybody else, and hands the code to follow it on', async () => {
    const town = await makeTown();
    const form = { jurisdiction_id: town.slug, api_key: town.key, service_code: 'water', address_string: 'Gate', ...person };
    const posted = await tell('POST', '/requests.xml', { form });
    const number = /<service_request_id>(.*)<\/service_request_id>/.exec(posted.text)?.[1] ?? '';
    const code = /query code (\d{8})/.exec(posted.text)?.[1] ?? '';
    expect(await openByCode(town.communityId, number, code, 'somewhere')).toMatchObject({ number });
    const reporter = await database()
      .selectFrom('reporters')
      .selectAll()
      .where('community_id', '=', town.communityId)
      .executeTakeFirstOrThrow();
    expect(reporter).toMatchObject({ name_sealed: expect.any(Buffer), phone_sealed: expect.any(Buffer), email_sealed: expect.any(Buffer) });
    expect(JSON.stringify(await database().selectFrom('voice_requests').selectAll().execute())).not.toContain('d-123');
    const consent = await database()
      .selectFrom('consents')
      .select(['purpose', 'given_way'])
      .where('community_id', '=', town.communityId)
      .execute();
    expect(consent).toEqual([{ purpose: 'publication', given_way: 'page' }]);
  });

  it('with answers keeps them, and shows them to those who work on it', async () => {
    const town = await makeTown();
    const answers = { 'attribute[spot]': 'b', 'attribute[height]': '1.5', 'attribute[seen_at]': '2026-11-01T08:00:00+08:00' };
    const asked = { service_code: 'facilities', media_url: 'https://elsewhere.example/p.jpg', ...answers };
    const number = await post(town, { ...asked, 'attribute[marks][]': 'a' });
    const row = await database()
      .selectFrom('voice_requests')
      .selectAll()
      .where('community_id', '=', town.communityId)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      service: 'facilities',
      answers: { spot: 'b', height: '1.5', seen_at: '2026-11-01T08:00:00+08:00', marks: ['a'] },
      media_url: 'https://elsewhere.example/p.jpg',
    });
    const page = await findVoicePage(town.secretary, { communityId: town.communityId, number });
    expect(JSON.stringify(page.timeline)).toContain('Where? Second');
    expect(JSON.stringify(page.timeline)).toContain('https://elsewhere.example/p.jpg');
  });

  it('without what must be answered, or with what cannot be, is refused at its field', async () => {
    const town = await makeTown();
    const form = { jurisdiction_id: town.slug, api_key: town.key, service_code: 'facilities', address_string: 'Gate' };
    const wrong: [string, Record<string, string>][] = [
      ['spot', {}],
      ['spot', { 'attribute[spot]': 'c' }],
      ['marks', { 'attribute[spot]': 'a', 'attribute[marks][]': 'c' }],
      ['height', { 'attribute[spot]': 'a', 'attribute[height]': 'tall' }],
      ['seen_at', { 'attribute[spot]': 'a', 'attribute[seen_at]': 'today' }],
      ['plate', { 'attribute[spot]': 'a', 'attribute[plate]': 'x'.repeat(501) }],
      ['read_this', { 'attribute[spot]': 'a', 'attribute[read_this]': 'x' }],
      ['nothing', { 'attribute[spot]': 'a', 'attribute[nothing]': 'x' }],
    ];
    for (const [field, answers] of wrong) {
      const told = await tell('POST', '/requests.json', { form: { ...form, ...answers } });
      expect(told, told.text).toMatchObject({ status: 400 });
      expect(told.text).toContain(`attribute[${field}]`);
    }
    const twice: [string, string][] = [...Object.entries(form), ['attribute[spot]', 'a'], ['attribute[spot]', 'b']];
    expect((await tell('POST', '/requests.json', { form: twice })).status).toBe(400);
  });

  it('twice with the same key is one intent; the same key for something else is refused', async () => {
    const town = await makeTown();
    const form = { jurisdiction_id: town.slug, api_key: town.key, service_code: 'water', address_string: 'Gate', description: 'A leak' };
    const headers = { 'idempotency-key': randomUUID() };
    const told = await Promise.all([1, 2, 3].map(() => tell('POST', '/requests.json', { form, headers })));
    expect(new Set(told.map(({ text }) => text)).size).toBe(1);
    expect((await tell('POST', '/requests.json', { form: { ...form, description: 'Other' }, headers })).status).toBe(400);
    expect((await tell('POST', '/requests.json', { form, headers: { 'idempotency-key': 'short' } })).status).toBe(400);
  });

  it('takes key and community from the address, too, and the form counts', async () => {
    const town = await makeTown();
    const [other, form] = [await makeTown(), { service_code: 'water', address_string: 'Gate' }];
    const at = `/requests.json?jurisdiction_id=${town.slug}&api_key=${town.key}`;
    expect((await tell('POST', at, { form })).status).toBe(200);
    expect((await tell('POST', at, { form: { ...form, jurisdiction_id: other.slug, api_key: other.key } })).status).toBe(200);
    expect((await tell('POST', at, { form: { ...form, jurisdiction_id: '', api_key: ' ' } })).status).toBe(200);
  });

  it('counts characters, not bytes; without words it is called after its service', async () => {
    const town = await makeTown();
    await post(town, { description: '🌙'.repeat(4000) });
    const number = await post(town, { description: '' });
    const voice = await loadVoice(database(), town.secretary, { communityId: town.communityId, number });
    expect(voice).toMatchObject({ channel: 'web', mayPublish: true, kind: 'help_request' });
    const told = await tell('GET', `/requests/${number}.json?jurisdiction_id=${town.slug}`);
    expect(JSON.parse(told.text)[0].description).toBe('Water, drains and sewers');
  });
});
