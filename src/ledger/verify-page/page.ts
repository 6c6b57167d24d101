/** The page on which residents check a receipt: one file, no server. What is pinned in it is written by whoever serves it. */
import './older-browsers.ts';
import { parseGrowth, type Growth } from '../receipts/growth.ts';
import { isRecord, readJson } from '../receipts/proof.ts';
import { fingerprint } from '../receipts/spoken-code.ts';
import { signedCheckpoint, type Pinned } from './check-claim.ts';
import { readClaim } from './claim.ts';
import { sha256 } from './crypto.ts';
import { link } from './memory.ts';
import { say, speak, spokenLocale, type Locale } from './say.ts';
import { element, shownHeading, shownVerdict } from './shown.ts';
import { keep, keepLocale, keptLocale, recall } from './storage.ts';
import { judge } from './verdict.ts';

const pinned = readPinned();
/** What is being shown, to show it again in the other language. */
let shown: () => Promise<void> = async () => {};

start();

function start(): void {
  turnTo(keptLocale() ?? (/lang=en/.test(location.search) || !navigator.language.startsWith('zh') ? 'en' : 'zh-CN'));
  at('language').addEventListener('click', () => {
    turnTo(spokenLocale() === 'en' ? 'zh-CN' : 'en');
    keepLocale(spokenLocale());
    void shown();
  });
  at('form').addEventListener('submit', (event) => {
    event.preventDefault();
    void show(typed());
  });
  // Otherwise the same file, changed meanwhile, could not be chosen again.
  field('file').addEventListener('click', () => (field('file').value = ''));
  field('file').addEventListener('change', () => void showFile(field('file').files?.[0]));
  for (const name of ['dragover', 'drop']) document.addEventListener(name, (event) => event.preventDefault());
  document.addEventListener('drop', (event) => void showFile(event.dataTransfer?.files[0]));
  addEventListener('hashchange', showAddress);
  showAddress();
}

/** What stands behind the # never leaves this device. */
function showAddress(): void {
  const given = location.hash.slice(1);
  if (given === '') return;
  const growth = parseGrowth(given);
  void (growth ? showGrowth(growth) : show(given));
}

async function showFile(file: File | undefined): Promise<void> {
  if (file) await show(file.size < 2_000_000 ? await file.text() : '');
}

async function show(text: string): Promise<void> {
  shown = async () => {
    const claim = await readClaim(text);
    if (!claim) return put([shownHeading('bad', 'verify_unreadable', 'verify_unreadable_text')]);
    const verdict = await judge(claim, pinned, recall);
    if (verdict.outcome === 'no_key' || verdict.outcome === 'stranger') {
      return put([shownHeading('open', `verify_${verdict.outcome}`, `verify_${verdict.outcome}_text`)]);
    }
    // A forgery must not be able to teach this browser anything.
    if (verdict.memory && (verdict.outcome === 'good' || verdict.outcome === 'open')) keep(verdict.origin, verdict.memory);
    put(shownVerdict(verdict, location.protocol === 'file:' ? null : (from, to) => `ledger/growth?from=${from}&to=${to}`));
    await showKey(verdict.vkey);
  };
  await shown();
}

/** Back from the ledger, with its proof that it only grew. */
async function showGrowth({ checkpoint, steps }: Growth): Promise<void> {
  const memory = pinned && recall(pinned.origin);
  const newest = await signedCheckpoint(checkpoint, pinned);
  const [next, { state }] = memory && newest ? await link(memory, newest, steps) : [null, { state: newest ? 'away' : 'fork' }];
  if (pinned && next && state === 'linked') keep(pinned.origin, next);
  const slots = { from: steps.map(({ first }) => String(first)).join(' / '), to: String(newest?.size ?? '') };
  shown = async () => {
    if (state === 'linked') put([shownHeading('good', 'verify_memory', 'verify_grown_good', slots)]);
    else if (state === 'fork') put([shownHeading('bad', 'verify_grown_bad', 'verify_fork_text')]);
    else put([shownHeading('open', 'verify_memory', 'verify_grown_unknown')]);
  };
  await shown();
}

/** The key of the page, or else the one the paper brought along. */
async function showKey(own: string | null): Promise<void> {
  const vkey = pinned?.vkey ?? own;
  at('key-title').textContent = say(pinned || !own ? 'verify_key' : 'verify_key_own');
  at('key-text').textContent = say(vkey ? 'verify_key_text' : 'verify_key_none');
  at('key').textContent = vkey ? await fingerprint(vkey, sha256) : '';
  at('vkey').textContent = vkey ?? '';
  at('vkey-fold').hidden = !vkey;
}

function put(parts: HTMLElement[]): void {
  const result = at('result');
  result.replaceChildren(...parts);
  result.hidden = false;
  result.focus();
}

function turnTo(locale: Locale): void {
  speak(locale);
  document.documentElement.lang = locale;
  document.title = say('verify_name');
  void showKey(null);
}

function readPinned(): Pinned | null {
  const read = readJson(at('pinned').textContent ?? '');
  if (!isRecord(read) || typeof read['origin'] !== 'string' || typeof read['vkey'] !== 'string') return null;
  const witnesses = Array.isArray(read['witnesses']) ? read['witnesses'].filter((one) => typeof one === 'string') : [];
  const policy = typeof read['policy'] === 'string' ? read['policy'] : null;
  return { origin: read['origin'], vkey: read['vkey'], witnesses, policy };
}

function at(id: string): HTMLElement {
  return document.getElementById(id) ?? element('div', '');
}

function typed(): string {
  const found = document.getElementById('text');
  return found instanceof HTMLTextAreaElement ? found.value : '';
}

function field(id: string): HTMLInputElement {
  const found = document.getElementById(id);
  return found instanceof HTMLInputElement ? found : document.createElement('input');
}
