import { createServer } from 'node:http';
import { accessSync, constants, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { connect, disconnect } from '#foundation/server/database.ts';
import { startEmbeddedDatabase } from '#foundation/server/embedded-database.ts';
import { claimDataFolder } from '#foundation/server/data-folder-lock.ts';
import { assertTrustworthy } from '#foundation/server/boot-assertions.ts';
import { openKeysFolder } from '#foundation/server/keys-folder.ts';
import { migrate } from '#foundation/server/migrate.ts';
import { assertKeysFit } from '#foundation/personal/assert-keys-fit.ts';
import { logShipped } from '#ledger/index.ts';
import { frontDoor } from '#foundation/front-door.ts';
import { standLast } from '#foundation/server/stand-last.ts';
import { readSettings, SettingsError, type Settings } from '#foundation/settings.ts';
import { beforeOpening } from './before-opening.ts';
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
  const claim = async () => (cluster ? claimDataFolder(cluster.url, settings.HUIYIN_DATA) : async () => {});
  let release = await claim();
  const close = async () => {
    await release();
    await cluster?.stop();
  };
  try {
    await prepareSchema(settings, url);
    await beforeOpening(settings, url, say);
    if (settings.HUIYIN_DEMO) await plantTown(settings, url, settings.HUIYIN_DEMO_SIZE, { ifEmpty: true });
    await serve(settings, url, close);
    cluster?.guard(async () => void (release = await claim()));
  } catch (error) {
    await close();
    throw error;
  }
}

async function serve(settings: Settings, url: string, close: () => Promise<void>): Promise<void> {
  // What the built pages read: adapter-node's own settings, and the database this process has just prepared.
  Object.assign(process.env, { DATABASE_URL: url, BODY_SIZE_LIMIT: '90M', PROTOCOL_HEADER: 'x-forwarded-proto' });
  // The front door leaves exactly one address in it, whether a proxy is trusted or not.
  process.env['ADDRESS_HEADER'] = 'x-forwarded-for';
  const { handler } = await import(pathToFileURL(join(import.meta.dirname, '../build/handler.js')).href);
  const server = createServer(frontDoor(settings, handler));
  // Slow senders are cut off before they can hold every connection (slowloris).
  Object.assign(server, { requestTimeout: 120_000, headersTimeout: 20_000, keepAliveTimeout: 10_000, maxHeadersCount: 100 });
  await listen(server, settings);
  standLast();
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

async function prepareSchema(settings: Settings, url: string): Promise<void> {
  const keys = await openKeysFolder(settings);
  const db = connect(url, 2);
  try {
    await assertTrustworthy(db);
    const applied = await migrate(db, { keys });
    await assertKeysFit(db, keys.personal);
    if (applied.length > 0) say(`Brought the database up to date (${applied.length} steps)`);
    await logShipped(db, { root: join(import.meta.dirname, '..'), version: packageVersion() });
  } catch (error) {
    if (error instanceof SettingsError) throw error;
    throw new SettingsError(
      `The database at DATABASE_URL does not answer (${error instanceof Error ? error.message : String(error)}): see that it runs and lets Huiyin in.`,
    );
  } finally {
    await disconnect();
  }
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

function packageVersion(): string {
  const { version }: { version: string } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'));
  return version;
}
