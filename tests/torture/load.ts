import { createHash, randomInt, randomUUID } from 'node:crypto';
import { ask, formTo, type Asked } from './ask.ts';
import { outcomeOf, type Diary, type Outcome, type Wanted } from './diary.ts';
import { pause } from './installation.ts';
import type { People } from './people.ts';

// A neighbourhood that doesn't stop speaking, whatever happens to the server: voices by program, form and desk, and what follows them.

export type Load = { stop(): Promise<void>; counts: Record<Outcome['came'], number>; sent(): number };
type Known = { number: string; code: string; steps: Step[] };
type Step = { noun: string; event: string; by: 'worker' | 'colleague' | 'speaker'; body: (people: People) => Record<string, unknown> };

const steps: Step[] = [
  { noun: 'acknowledgement', event: 'acknowledged', by: 'colleague', body: () => ({}) },
  { noun: 'addition', event: 'added_to', by: 'speaker', body: () => ({ words: `And more: ${randomUUID()}` }) },
  {
    noun: 'triage',
    event: 'triaged',
    by: 'colleague',
    body: () => ({ kind: 'help_request', category: 'facilities', matterScope: 'community' }),
  },
  { noun: 'assignment', event: 'assigned', by: 'colleague', body: ({ worker }) => ({ ownerId: worker.id }) },
  { noun: 'acceptance', event: 'accepted', by: 'worker', body: () => ({}) },
  { noun: 'answer', event: 'answered', by: 'worker', body: () => ({ words: `Repaired: ${randomUUID()}` }) },
  { noun: 'confirmation', event: 'confirmed', by: 'speaker', body: () => ({ rating: 5 }) },
];

/** Sends until stopped, `clients` at once. `origin` may change (a proxy); every request stands in the diary before it leaves. */
export function startLoad(town: { origin: () => string; people: People; diary: Diary }, clients: number, photos = 0.03): Load {
  const known: Known[] = [];
  let stopping = false;
  let sent = 0;
  const load: Load = { counts: { ack: 0, refused: 0, unknown: 0 }, sent: () => sent, stop: async () => {} };
  const say = async (wanted: Wanted, asked: Asked): Promise<Outcome> => {
    sent++;
    const outcome = await intendAndAsk(town, wanted, asked);
    load.counts[outcome.came]++;
    // Nobody hammers at a closed door.
    if (outcome.came === 'unknown') await pause(150 + randomInt(250));
    return outcome;
  };
  const one = async (): Promise<void> => {
    const voice = Math.random() < 0.45 ? known.splice(randomInt(Math.max(1, known.length)), 1)[0] : undefined;
    if (voice) {
      const went = await goOn(town.people, voice, say);
      if (went && voice.steps.length > 0) known.push(voice);
    } else {
      const made = await speak(town.people, say, photos);
      if (made && known.length < 2000) known.push(made);
    }
  };
  const client = async (): Promise<void> => {
    for (;;) {
      if (stopping) return;
      await one();
    }
  };
  const all = Array.from({ length: clients }, client);
  load.stop = async () => {
    stopping = true;
    await Promise.all(all);
  };
  return load;
}

/** One request with its intent before and its outcome after it, both on disk. */
export async function intendAndAsk(
  town: { origin: () => string; diary: Diary },
  wanted: Wanted,
  asked: Asked,
  patience?: number,
): Promise<Outcome> {
  const id = randomUUID();
  await town.diary.intend({ id, wanted, asked, hash: createHash('sha256').update(asked.body).digest('base64') });
  const outcome = outcomeOf(id, await ask(town.origin(), asked, patience));
  await town.diary.settle(outcome);
  return outcome;
}

type Say = (wanted: Wanted, asked: Asked) => Promise<Outcome>;

async function speak(people: People, say: Say, photos: number): Promise<Known | null> {
  const words = `路灯不亮 ${randomUUID()} the lamp is dark`;
  const chance = Math.random();
  const by = chance < 0.65 ? 'program' : chance < 0.85 ? 'form' : 'desk';
  const outcome = await say({ what: 'voice', words, by }, by === 'form' ? byForm(people, words) : byProgram(people, words, by, photos));
  if (outcome.came !== 'ack' || !outcome.number || !outcome.code) return null;
  return { number: outcome.number, code: outcome.code, steps: by === 'desk' ? steps.slice(2) : [...steps] };
}

/** Takes the next step with a voice; false when it was not done, or nobody knows. Sometimes somebody looks up how to call back. */
async function goOn(people: People, voice: Known, say: Say): Promise<boolean> {
  const path = `/c/${people.slug}/voices/${voice.number}`;
  if (voice.steps.length === 2 && Math.random() < 0.3) {
    const asked = formTo(`/staff${path}?/contact`, { purpose: 'call' }, people.worker.cookie);
    await say({ what: 'contact', about: voice.number }, asked);
  }
  const step = voice.steps.shift();
  if (!step) return false;
  const body = step.body(people);
  const said = body['words'];
  const wanted: Wanted = { what: 'deed', about: voice.number, event: step.event, ...(typeof said === 'string' && { words: said }) };
  const shown = step.by === 'speaker' ? { 'x-voice-code': voice.code } : { authorization: `Bearer ${people[step.by].token}` };
  const asked = program(`/communities/${people.slug}/voices/${voice.number}/${step.noun}`, body, shown);
  return (await say(wanted, asked)).came === 'ack';
}

/** A voice sent by a program; a few bring a photo, so that the drawer of pictures is at risk too. */
export function byProgram(people: People, words: string, by: 'program' | 'desk', photos = 0): Asked {
  const path = `/communities/${people.slug}/voices`;
  const desk = by === 'desk' ? { authorization: `Bearer ${people.worker.token}` } : {};
  const body = { words, placeWords: '东门', ...(by === 'desk' && { channel: 'telephone' }), name: '灯下人', phone: '00012345678' };
  if (Math.random() >= photos) return program(path, body, desk);
  const boundary = `torture-${randomUUID()}`;
  const parts = [
    `--${boundary}\r\ncontent-disposition: form-data; name="voice"\r\n\r\n${JSON.stringify(body)}\r\n`,
    `--${boundary}\r\ncontent-disposition: form-data; name="photos"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n`,
  ];
  const bytes = Buffer.concat([Buffer.from(parts.join('')), Buffer.from(dot, 'base64'), Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const headers = { ...desk, 'content-type': `multipart/form-data; boundary=${boundary}`, 'idempotency-key': randomUUID() };
  return { method: 'POST', path: `/api/v1${path}`, headers, body: bytes.toString('base64'), base64: true };
}

/** The same by the resident's page, as it would be sent again by somebody who presses the button twice. */
export function byForm(people: People, words: string): Asked {
  const fields = { go: 'send', key: randomUUID(), words, kind: 'help_request', placeWords: '东门', privacy: 'confidential' };
  return formTo(`/c/${people.slug}/voices/new`, fields);
}

function program(path: string, body: object, shown: Record<string, string>): Asked {
  const headers = { ...shown, 'content-type': 'application/json', 'accept-language': 'en', 'idempotency-key': randomUUID() };
  return { method: 'POST', path: `/api/v1${path}`, headers, body: JSON.stringify(body) };
}

/** A picture of one pixel. */
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
