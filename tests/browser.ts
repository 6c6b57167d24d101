import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from '@playwright/test';

// The browser the journeys run in: one that is installed, else the one that came with the packages.

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--lang=en',
];

export async function openBrowser(): Promise<Browser> {
  const given = process.env['HUIYIN_TEST_BROWSER'];
  const found = given ?? (process.env['HUIYIN_TEST_BROWSER_FROM_PACKAGES'] ? undefined : installed.find((path) => existsSync(path)));
  if (found) return chromium.launch({ executablePath: found, args: flags });
  return fromPackages();
}

// All in one process it knows no service workers, and a page that closes may take all others with it.
const together = ['--single-process', '--no-zygote', '--in-process-gpu'];

/** The packaged browser brings the system libraries it needs along, but unpacks them only when it believes to be in a cloud. */
async function fromPackages(): Promise<Browser> {
  process.env['CODEBUILD_BUILD_IMAGE'] ??= 'nodejs22';
  const { default: packaged } = await import('@sparticuz/chromium');
  packaged.setGraphicsMode = false;
  const executablePath = await packaged.executablePath();
  const libraries = [join(tmpdir(), 'al2023', 'lib'), process.env['LD_LIBRARY_PATH'] ?? ''].filter(Boolean).join(':');
  return chromium.launch({
    executablePath,
    args: [...packaged.args.filter((flag) => !flag.startsWith('--headless') && !together.includes(flag)), ...flags],
    env: { ...process.env, LD_LIBRARY_PATH: libraries },
  });
}
