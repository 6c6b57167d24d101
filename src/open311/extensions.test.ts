import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { makeTown, numbersIn, post, tell, type Town } from '#tests/open311.ts';
import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import { findVoicePage } from '#listen/voices/index.ts';
import { open311 } from './app.ts';

useDatabase();

// What other servers offer beside the specification, and programs ask for.

const list = (town: Town, query: string) => tell('GET', `/requests.json?jurisdiction_id=${town.slug}${query}`);

async function changedOn(town: Town, number: string, received: string, changed: string): Promise<void> {
  await sql`update voices set received_at = ${new Date(received)}, changed_at = ${new Date(changed)}
    where community_id = ${town.communityId} and serial = ${Number(number.split('-')[1])}`.execute(database());
  await sql`update voice_requests set received_at = ${new Date(received)} where community_id = ${town.communityId}
    and voice_id in (select id from voices where community_id = ${town.communityId} and serial = ${Number(number.split('-')[1])})`.execute(
    database(),
  );
}

describe('updated_after and updated_before', () => {
  it('ask by when something last changed, however long ago it came; at most 90 days', async () => {
    const town = await makeTown();
    const [old, recent] = [await post(town), await post(town)];
    await changedOn(town, old, '2026-01-05T02:00:00Z', '2026-11-02T02:00:00Z');
    await changedOn(town, recent, '2026-10-01T02:00:00Z', '2026-10-02T02:00:00Z');
    expect(numbersIn(await list(town, '&updated_after=2026-11-01T00:00:00Z'))).toEqual([old]);
    expect(numbersIn(await list(town, '&updated_before=2026-11-01T00:00:00Z'))).toEqual([recent]);
    expect(numbersIn(await list(town, '&updated_after=2026-10-01T00:00:00Z&updated_before=2026-11-03T00:00:00Z'))).toEqual([recent, old]);
    expect(numbersIn(await list(town, '&updated_after=2026-01-01T00:00:00Z&updated_before=2026-11-30T00:00:00Z'))).toEqual([recent, old]);
    expect(numbersIn(await list(town, '&updated_after=2026-11-01T00:00:00Z&start_date=2026-09-20T00:00:00Z'))).toEqual([]);
    expect((await list(town, '&updated_after=yesterday')).status).toBe(400);
  });
});

describe('pictures', () => {
  async function send(town: Town, media: [string, Blob][]): Promise<Response> {
    const form = new FormData();
    const said = { jurisdiction_id: town.slug, api_key: town.key, service_code: 'water', description: 'A leak', address_string: 'Gate' };
    for (const [name, value] of Object.entries(said)) form.append(name, value);
    for (const [name, file] of media) form.append(name, file, 'picture.jpg');
    return open311.request('/open311/v2/requests.json', { method: 'POST', body: form }, { address: randomUUID() });
  }

  it('come along in parts, are kept for those who work on it, and shown to nobody else', async () => {
    const town = await makeTown();
    const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'teal' } })
      .jpeg()
      .toBuffer();
    const picture = new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' });
    const answer = await send(town, [
      ['media[]', picture],
      ['media', picture],
    ]);
    expect(answer.status).toBe(200);
    const [{ service_request_id: number }] = JSON.parse(await answer.text());
    const page = await findVoicePage(town.worker, { communityId: town.communityId, number });
    expect(page.photos).toHaveLength(2);
    const told = await tell('GET', `/requests/${number}.json?jurisdiction_id=${town.slug}`);
    expect(JSON.parse(told.text)).toMatchObject([{ media_url: null }]);
  });

  it('that are none, or too many, are refused at their field and keep nothing', async () => {
    const town = await makeTown();
    const text = new Blob(['GIF89a/*<script>*/'], { type: 'image/gif' });
    const answer = await send(town, [['media[]', text]]);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('media[]');
    expect((await send(town, [['attachment', text]])).status).toBe(400);
    expect(numbersIn(await list(town, ''))).toEqual([]);
  });
});
