import { createServer } from 'node:http';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { connect, disconnect } from '#foundation/server/database.ts';
import { startEmbeddedDatabase } from '#foundation/server/embedded-database.ts';
import { claimDataFolder } from '#foundation/server/data-folder-lock.ts';
import { assertTrustworthy } from '#foundation/server/boot-assertions.ts';
import { migrate } from '#foundation/server/migrate.ts';
import { plainHeaders } from '#foundation/plain-headers.ts';
import { readSettings, SettingsError, type Settings } from '#foundation/settings.ts';
import { plantTown } from './plant-demo-town.ts';

// npm start: the database, the schema, the pages, and one sentence when all is ready.

const say = (sentence: string) => console.log(`· ${sentence} …`);

try {
  await start(readSettings());
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exit(1);
}

async function start(settings: Settings): Promise<void> {
  openDataFolder(settings.HUIYIN_DATA);
  await portIsFree(settings);
  const cluster = settings.DATABASE_URL ? null : await startEmbeddedDatabase({ folder: settings.HUIYIN_DATA, say });
  const url = settings.DATABASE_URL ?? cluster?.url ?? '';
  const release = cluster ? await claimDataFolder(cluster.url, settings.HUIYIN_DATA) : async () => {};
  const close = async () => {
    await release();
    await cluster?.stop();
  };
  try {
    await prepareSchema(url);
    if (settings.HUIYIN_DEMO) await plantTown(settings, url, settings.HUIYIN_DEMO_SIZE, { ifEmpty: true });
    await serve(settings, url, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function serve(settings: Settings, url: string, close: () => Promise<void>): Promise<void> {
  // What the built pages read: adapter-node's own settings, and the database this process has just prepared.
  Object.assign(process.env, { DATABASE_URL: url, BODY_SIZE_LIMIT: '90M', PROTOCOL_HEADER: 'x-forwarded-proto' });
  process.env['ADDRESS_HEADER'] = settings.HUIYIN_TRUST_PROXY ? 'x-forwarded-for' : '';
  const { handler } = await import(pathToFileURL(join(import.meta.dirname, '../build/handler.js')).href);
  const server = createServer((request, response) => {
    setOrigin(request.headers, settings);
    // Files are sent before any hook of the pages runs.
    for (const [name, value] of Object.entries(plainHeaders)) response.setHeader(name, value);
    handler(request, response);
  });
  // Slow senders are cut off before they can hold every connection (slowloris).
  Object.assign(server, { requestTimeout: 120_000, headersTimeout: 20_000, keepAliveTimeout: 10_000, maxHeadersCount: 100 });
  await listen(server, settings);
  console.log(`Huiyin is ready at ${settings.ORIGIN ?? `http://localhost:${settings.PORT}`}`);
  stopInOrder(server, close);
}

/** Asked before anything is started, so that a taken port leaves nothing running. */
async function portIsFree(settings: Settings): Promise<void> {
  const probe = createServer();
  await listen(probe, settings);
  await new Promise((resolve) => probe.close(resolve));
}

function openDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch {
    throw new SettingsError(`The data folder ${folder} can't be written: give this user the right to write there, or set HUIYIN_DATA.`);
  }
}

async function prepareSchema(url: string): Promise<void> {
  const db = connect(url, 2);
  try {
    await assertTrustworthy(db);
    const applied = await migrate(db);
    if (applied.length > 0) say(`Brought the database up to date (${applied.length} steps)`);
  } catch (error) {
    if (error instanceof SettingsError) throw error;
    throw new SettingsError(
      `The database at DATABASE_URL does not answer (${error instanceof Error ? error.message : String(error)}): see that it runs and lets Huiyin in.`,
    );
  } finally {
    await disconnect();
  }
}

/** Where a request came in: by ORIGIN if set, by the proxy's header only if the operator trusts the proxy, else plain http. */
function setOrigin(headers: NodeJS.Dict<string | string[]>, settings: Settings): void {
  if (settings.ORIGIN) {
    const origin = new URL(settings.ORIGIN);
    headers['host'] = origin.host;
    headers['x-forwarded-proto'] = origin.protocol.replace(':', '');
  } else if (!settings.HUIYIN_TRUST_PROXY || !headers['x-forwarded-proto']) headers['x-forwarded-proto'] = 'http';
}

function listen(server: ReturnType<typeof createServer>, settings: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') return reject(error);
      reject(
        new SettingsError(`Port ${settings.PORT} is taken by another program: stop it, or start with PORT=${settings.PORT + 1} npm start.`),
      );
    });
    server.listen(settings.PORT, settings.HOST, resolve);
  });
}

/** Ctrl-C: answer what is under way, finish the work in hand, then stop the database. A second Ctrl-C doesn't wait. */
function stopInOrder(server: ReturnType<typeof createServer>, last: () => Promise<void>): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    console.log('· Stopping …');
    server.close();
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 3000).unref();
    const done = () => void last().then(() => process.exit(0));
    if (!process.emit('huiyin:stop' as 'exit', done as unknown as number)) done();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
