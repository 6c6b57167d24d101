import { all, desk, deskHere, type Door } from './rows.ts';
import type { Visitor } from './visitors.ts';

// Who may come in where. Default deny: a page, a form or an endpoint that has no row here makes the tests fail. Where a
// voice is meant, it is a complaint about the worker `walled`, spoken by `speaker`; everyday matters have rows of their own.

const workers: Visitor[] = ['worker', 'walled'];
const office: Visitor[] = [...workers, 'secretary'];
const managing: Visitor[] = ['secretary', 'administrator'];
const entering: Visitor[] = [...office, 'chief', 'liaison', 'street'];
/** Who serves is no secret to those who work beside them; giving roles is for the leadership. */
const onlyReading: Visitor[] = [...workers, 'supervisory', 'street', 'district'];
const reading: Visitor[] = [...managing, ...onlyReading];

/** The complaint: the leadership and those who check on it. Workers don't even learn that it exists. */
const reachComplaint: Visitor[] = ['secretary', 'supervisory'];
/** What several people of the office share: everybody of it, and those who check on it. */
const reachEveryday: Visitor[] = [...office, 'supervisory'];

export const doors: Record<string, Door> = {
  // For everybody
  '/': { load: all('open') },
  '/display': { load: all('open'), actions: { default: all('open') } },
  '/healthz': { load: all('open') },
  '/setup': { load: all('missing'), actions: { install: all('missing'), demo: all('missing') } },
  '/api/[...path]': { load: all('open') },

  // For residents
  '/c/[community]': { load: all('open') },
  '/c/[community]/method': { load: all('open') },
  '/c/[community]/rights': { load: all('open') },
  '/c/[community]/privacy': { load: all('open') },
  '/c/[community]/follow': { load: all('open'), actions: { default: all('missing') } },
  '/c/[community]/mine': { load: all('open', { 'sign-in': ['nobody', 'holder', 'speaker'] }) },
  // Whoever is signed in is led on to their own voices.
  '/c/[community]/sign-in': {
    load: all('open'),
    actions: {
      send: all('incomplete', { open: ['resident'] }),
      code: all('incomplete', { open: ['resident'] }),
      card: all('incomplete', { open: ['resident'] }),
      play: all('forbidden', { open: ['resident'] }),
    },
  },
  '/c/[community]/sign-out': { load: all('open'), actions: { default: all('open') } },
  '/c/[community]/voices': { load: all('open') },
  '/c/[community]/voices/new': { load: all('open'), actions: { default: all('open') } },
  '/c/[community]/voices/[number]/photos/[photo]/[size]': { load: all('missing', { open: ['speaker', ...reachComplaint] }) },

  // The door of the workbench
  '/staff/sign-in': {
    load: all('home', { open: ['nobody', 'resident', 'holder', 'speaker'] }),
    actions: {
      password: all('home', { incomplete: ['nobody', 'resident', 'holder', 'speaker'] }),
      play: all('home', { forbidden: ['nobody', 'resident', 'holder', 'speaker'] }),
    },
  },
  '/staff/sign-in/code': { load: desk('home'), actions: { default: desk('home') } },
  '/staff/sign-in/enrol': { load: desk('home'), actions: { default: all('forbidden') } },
  '/staff/sign-in/password': { load: desk('home'), actions: { default: desk('home') } },
  '/staff/sign-out': { load: desk('home'), actions: { default: all('sign-in') } },
  '/staff/step-up': { load: desk('open'), actions: { default: desk('open') } },

  // For everybody who serves
  '/staff': { load: desk('open') },
  '/staff/account': {
    load: desk('open'),
    actions: {
      password: desk('incomplete'),
      session: desk('missing'),
      sessions: desk('open'),
      recovery: desk('open'),
      replace: desk('open'),
      token: desk('open'),
      endToken: desk('missing'),
    },
  },

  // Voices
  '/staff/c/[community]/voices': {
    load: deskHere('open', { forbidden: ['administrator'] }),
    actions: { save: deskHere('open', { forbidden: ['administrator'] }), drop: deskHere('open', { forbidden: ['administrator'] }) },
  },
  '/staff/c/[community]/voices/new': {
    load: deskHere('forbidden', { open: entering }),
    actions: { default: deskHere('forbidden', { incomplete: entering }) },
  },
  '/staff/c/[community]/voices/[number]': {
    load: deskHere('missing', { forbidden: ['administrator'], open: reachComplaint }),
    actions: {
      deed: deskHere('missing', { forbidden: ['administrator'], open: reachComplaint }),
      contact: deskHere('missing', { forbidden: ['administrator'], open: ['secretary'], refused: ['supervisory'] }),
    },
  },
  '/staff/c/[community]/voices/[number]/photos/[photo]/[size]': {
    load: desk('missing', { forbidden: ['administrator'], open: reachComplaint }),
  },
  '/staff/c/[community]/voices/[number]/receipt': { load: deskHere('missing', { forbidden: ['administrator'] }) },
  '/staff/c/[community]/follow-ups': {
    load: deskHere('open', { forbidden: ['administrator'] }),
    actions: { done: deskHere('missing', { forbidden: ['administrator'] }) },
  },

  // After those who work on it, because here the speaker takes it back
  '/c/[community]/voices/[number]': {
    load: all('missing', { open: ['speaker'] }),
    actions: {
      add: all('missing', { open: ['speaker'] }),
      confirm: all('missing', { refused: ['speaker'] }),
      reopen: all('missing', { refused: ['speaker'] }),
      withdraw: all('missing', { open: ['speaker'] }),
    },
  },

  // Numbers
  '/staff/c/[community]/board': { load: deskHere('forbidden', { open: reachEveryday }) },
  '/staff/c/[community]/board/export.[format]': {
    load: desk('forbidden', { open: reachEveryday, missing: ['district', 'workerElsewhere'] }),
  },
  '/staff/street/[street]': { load: desk('forbidden', { open: ['street'] }) },
  '/staff/district/[district]': { load: desk('forbidden', { open: ['district'] }) },

  // People
  '/staff/c/[community]/people': { load: desk('forbidden', { open: reading, missing: ['workerElsewhere'] }) },
  '/staff/c/[community]/people/new': {
    load: desk('forbidden', { open: [...managing, 'street', 'district'], missing: ['workerElsewhere'] }),
    actions: { default: desk('forbidden', { incomplete: managing, refused: ['street', 'district'], missing: ['workerElsewhere'] }) },
  },
  '/staff/c/[community]/people/[person]': {
    load: desk('forbidden', { open: reading, missing: ['workerElsewhere'] }),
    actions: {
      end: desk('forbidden', { open: managing, refused: onlyReading, missing: ['workerElsewhere'] }),
      give: desk('forbidden', { incomplete: managing, refused: onlyReading, missing: ['workerElsewhere'] }),
      renew: desk('forbidden', { open: managing, refused: onlyReading, missing: ['workerElsewhere'] }),
      close: desk('forbidden', { open: managing, refused: onlyReading, missing: ['workerElsewhere'] }),
      open: desk('forbidden', { open: ['administrator'], refused: ['secretary', ...onlyReading], missing: ['workerElsewhere'] }),
    },
  },
  '/staff/c/[community]/people/cards': {
    load: desk('forbidden', { open: ['administrator', ...office], missing: ['workerElsewhere'] }),
    actions: {
      print: desk('forbidden', { open: ['administrator', ...office], missing: ['workerElsewhere'] }),
      revoke: desk('forbidden', { open: ['administrator', ...office], missing: ['workerElsewhere'] }),
    },
  },

  // Places, calendar, installation
  '/staff/c/[community]/places': {
    load: deskHere('forbidden', { open: [...managing, ...workers] }),
    actions: {
      add: deskHere('forbidden', { incomplete: managing }),
      rename: deskHere('forbidden', { missing: managing }),
      end: deskHere('forbidden', { missing: managing }),
      community: deskHere('forbidden', { incomplete: ['administrator'] }),
      import: deskHere('forbidden', { incomplete: managing }),
    },
  },
  '/staff/c/[community]/places/template.[format]': {
    load: desk('forbidden', { open: managing, missing: ['district', 'workerElsewhere'] }),
  },
  '/staff/administration': {
    load: desk('forbidden', { open: ['administrator', 'street', 'district'] }),
    actions: {
      community: desk('forbidden', { incomplete: ['administrator'] }),
      street: desk('forbidden', { incomplete: ['administrator'] }),
      district: desk('forbidden', { incomplete: ['administrator'] }),
    },
  },
  '/staff/administration/calendar': {
    load: desk('forbidden', { open: ['administrator'] }),
    actions: {
      change: desk('forbidden', { open: ['administrator'] }),
      remove: desk('forbidden', { open: ['administrator'] }),
      import: desk('forbidden', { incomplete: ['administrator'] }),
    },
  },
};

/** The doors of voices once more, for an everyday matter that `worker` wrote down. */
export const everydayDoors: Record<string, Door> = {
  '/c/[community]/voices/[number]': {
    load: all('missing'),
    actions: { add: all('missing'), confirm: all('missing'), reopen: all('missing'), withdraw: all('missing') },
  },
  '/c/[community]/voices/[number]/photos/[photo]/[size]': { load: all('missing', { open: reachEveryday }) },
  '/staff/c/[community]/voices/[number]': {
    load: deskHere('missing', { forbidden: ['administrator'], open: reachEveryday }),
    actions: {
      deed: deskHere('missing', { forbidden: ['administrator'], open: reachEveryday }),
      contact: deskHere('missing', { forbidden: ['administrator'], open: reachEveryday }),
    },
  },
  '/staff/c/[community]/voices/[number]/photos/[photo]/[size]': {
    load: desk('missing', { forbidden: ['administrator'], open: reachEveryday }),
  },
  '/staff/c/[community]/voices/[number]/receipt': { load: deskHere('missing', { forbidden: ['administrator'], open: ['worker'] }) },
};

/** Those who may read what the complaint says; to nobody else may any door show a word of it. */
export const mayReadComplaint: Visitor[] = ['speaker', ...reachComplaint];
