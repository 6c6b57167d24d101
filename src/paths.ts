// Every address of Huiyin, as typed functions. A link that isn't made here doesn't exist; a test compares this with the routes.

const home = (community: string) => `/c/${community}`;
const desk = (community: string) => `/staff/c/${community}`;

export const paths = {
  home: () => '/',
  setup: () => '/setup',
  display: () => '/display',
  health: () => '/healthz',

  // For residents
  community: (community: string) => home(community),
  voices: (community: string) => `${home(community)}/voices`,
  newVoice: (community: string) => `${home(community)}/voices/new`,
  voice: (community: string, number: string) => `${home(community)}/voices/${number}`,
  voicePhoto: (community: string, number: string, photo: string, size: 'full' | 'thumbnail') =>
    `${home(community)}/voices/${number}/photos/${photo}/${size}`,
  follow: (community: string, number?: string) => `${home(community)}/follow${number ? `?number=${number}` : ''}`,
  method: (community: string) => `${home(community)}/method`,
  rights: (community: string) => `${home(community)}/rights`,
  privacy: (community: string) => `${home(community)}/privacy`,
  residentSignIn: (community: string) => `${home(community)}/sign-in`,
  mine: (community: string) => `${home(community)}/mine`,
  residentSignOut: (community: string) => `${home(community)}/sign-out`,

  // For staff
  staff: () => '/staff',
  signIn: () => '/staff/sign-in',
  secondFactor: () => '/staff/sign-in/code',
  enrol: () => '/staff/sign-in/enrol',
  firstPassword: () => '/staff/sign-in/password',
  signOut: () => '/staff/sign-out',
  account: () => '/staff/account',
  stepUp: (back: string) => `/staff/step-up?back=${encodeURIComponent(back)}`,
  queue: (community: string) => `${desk(community)}/voices`,
  entry: (community: string) => `${desk(community)}/voices/new`,
  entryReceipt: (community: string, number: string) => `${desk(community)}/voices/${number}/receipt`,
  staffVoice: (community: string, number: string) => `${desk(community)}/voices/${number}`,
  staffPhoto: (community: string, number: string, photo: string, size: 'full' | 'thumbnail') =>
    `${desk(community)}/voices/${number}/photos/${photo}/${size}`,
  followUps: (community: string) => `${desk(community)}/follow-ups`,
  board: (community: string) => `${desk(community)}/board`,
  boardExport: (community: string, format: 'xlsx' | 'csv') => `${desk(community)}/board/export.${format}`,
  places: (community: string, place?: string) => `${desk(community)}/places${place ? `?place=${place}` : ''}`,
  placesTemplate: (community: string, format: 'xlsx' | 'csv') => `${desk(community)}/places/template.${format}`,
  people: (community: string) => `${desk(community)}/people`,
  invite: (community: string) => `${desk(community)}/people/new`,
  cards: (community: string) => `${desk(community)}/people/cards`,
  person: (community: string, person: string) => `${desk(community)}/people/${person}`,
  street: (street: number) => `/staff/street/${street}`,
  district: (district: number) => `/staff/district/${district}`,
  administration: () => '/staff/administration',
  calendar: (year?: number, day?: string) =>
    `/staff/administration/calendar${year ? `?year=${year}` : ''}${day ? `&day=${day}#change` : ''}`,

  // For programs
  api: (path = '') => `/api/v1${path}`,
} as const;
