// Every address of Huiyin, as typed functions. A link that isn't made here doesn't exist; a test compares this with the routes.

const home = (community: string) => `/c/${community}`;
const desk = (community: string) => `/staff/c/${community}`;

export const paths = {
  home: () => '/',
  setup: () => '/setup',
  display: () => '/display',
  health: () => '/healthz',

  // The public ledger, for people
  ledger: () => '/ledger',
  ledgerSheet: () => '/ledger/notice-board.pdf',
  ledgerGrowth: (from: string, to: string) => `/ledger/growth?from=${from}&to=${to}`,
  verify: () => '/verify',

  // For residents
  community: (community: string) => home(community),
  voices: (community: string) => `${home(community)}/voices`,
  newVoice: (community: string, into?: string) => `${home(community)}/voices/new${into ? `?into=${into}` : ''}`,
  newVoiceAt: (community: string, place: string) => `${home(community)}/voices/new?place=${place}`,
  slip: (community: string, slip?: string) => `${home(community)}/slips${slip ? `?slip=${slip}` : ''}`,
  voice: (community: string, number: string) => `${home(community)}/voices/${number}`,
  voicePhoto: (community: string, number: string, photo: string, size: 'full' | 'thumbnail') =>
    `${home(community)}/voices/${number}/photos/${photo}/${size}`,
  shownPhoto: (community: string, number: string, photo: string, size: 'full' | 'thumbnail') =>
    `${home(community)}/voices/${number}/shown/${photo}/${size}`,
  voicesFeed: (community: string, kind: 'rss' | 'atom') => `${home(community)}/voices/${kind}.xml`,
  feeds: (community: string) => `${home(community)}/mine/feeds`,
  voiceReceipt: (community: string, number: string, paper: 'pdf' | 'json' | 'tlog-proof' | 'svg') =>
    `${home(community)}/voices/${number}/receipt.${paper}`,
  map: (community: string) => `${home(community)}/map`,
  follow: (community: string, number?: string) => `${home(community)}/follow${number ? `?number=${number}` : ''}`,
  method: (community: string) => `${home(community)}/method`,
  actors: (community: string) => `${home(community)}/organizations`,
  rights: (community: string) => `${home(community)}/rights`,
  privacy: (community: string) => `${home(community)}/privacy`,
  privacyForm: (community: string) => `${home(community)}/privacy/form`,
  residentSignIn: (community: string) => `${home(community)}/sign-in`,
  mine: (community: string) => `${home(community)}/mine`,
  myData: (community: string) => `${home(community)}/mine/data`,
  myCopy: (community: string) => `${home(community)}/mine/data/copy`,
  myCopyJson: (community: string) => `${home(community)}/mine/data/copy.json`,
  myCopyPdf: (community: string) => `${home(community)}/mine/data/copy.pdf`,
  myVisits: (community: string) => `${home(community)}/mine/visits`,
  residentSignOut: (community: string) => `${home(community)}/sign-out`,

  // What people are told, and how they wish to hear
  notices: (community: string, after?: string) => `${home(community)}/mine/notices${after ? `?after=${after}` : ''}`,
  noticeWishes: (community: string) => `${home(community)}/mine/notices/wishes`,
  unsubscribe: (token: string) => `/unsubscribe/${token}`,
  staffNotices: (community: string, after?: string) => `${desk(community)}/notices${after ? `?after=${after}` : ''}`,
  staffNoticeWishes: (community: string) => `${desk(community)}/notices/wishes`,
  wishesFor: (community: string, person?: string) => `${desk(community)}/notices/for${person ? `?person=${person}` : ''}`,
  deliveries: (community: string, tab?: 'all') => `${desk(community)}/notices/sent${tab ? `?tab=${tab}` : ''}`,
  letters: (community: string) => `${desk(community)}/notices/letters`,
  lettersPdf: (community: string) => `${desk(community)}/notices/letters/print.pdf`,

  // The community's blog, for residents
  blog: (community: string, asked: { month?: string | undefined; page?: number | undefined } = {}) => {
    const query = new URLSearchParams({ ...(asked.month && { month: asked.month }), ...(asked.page && { page: String(asked.page) }) });
    return `${home(community)}/blog${query.size > 0 ? `?${query}` : ''}`;
  },
  blogFeed: (community: string, kind: 'rss' | 'atom', locale: 'zh-CN' | 'en' = 'zh-CN') =>
    `${home(community)}/blog/${kind}.xml?lang=${locale}`,
  blogRules: (community: string) => `${home(community)}/blog/rules`,
  blogDecisions: (community: string, page = 1) => `${home(community)}/blog/decisions${page > 1 ? `?page=${page}` : ''}`,
  blogPost: (community: string, post: number) => `${home(community)}/blog/${post}`,
  blogNotice: (community: string, post: number) => `${home(community)}/blog/${post}/notice.pdf`,
  blogPicture: (community: string, picture: string, size: 'full' | 'thumbnail') => `${home(community)}/blog/pictures/${picture}/${size}`,
  blogComment: (community: string, comment: string) => `${home(community)}/blog/comments/${comment}`,

  // Consultations
  consultations: (community: string) => `${home(community)}/consultations`,
  consultation: (community: string, number: string) => `${home(community)}/consultations/${number}`,
  consultationResults: (community: string, number: string, format: 'xlsx' | 'csv') =>
    `${home(community)}/consultations/${number}/results.${format}`,
  consultationsDesk: (community: string) => `${desk(community)}/consultations`,
  consultationDesk: (community: string, number: string) => `${desk(community)}/consultations/${number}`,
  consultationForms: (community: string, number: string, from: number, to: number) =>
    `${desk(community)}/consultations/${number}/forms.pdf?from=${from}&to=${to}`,
  consultationPaper: (community: string, number: string) => `${desk(community)}/consultations/${number}/paper`,

  // Meetings: for residents, then for staff
  // What residents do themselves, and who does what
  responsibilities: (community: string) => `${home(community)}/responsibilities`,
  delegations: (community: string) => `${home(community)}/delegations`,
  delegation: (community: string, delegation: string) => `${home(community)}/delegations/${delegation}`,
  delegationAgreement: (community: string, delegation: string) => `${home(community)}/delegations/${delegation}/agreement.pdf`,
  staffResponsibilities: (community: string) => `${desk(community)}/responsibilities`,
  staffDelegations: (community: string) => `${desk(community)}/delegations`,
  staffDelegation: (community: string, delegation: string) => `${desk(community)}/delegations/${delegation}`,

  meetings: (community: string) => `${home(community)}/meetings`,
  meeting: (community: string, meeting: string) => `${home(community)}/meetings/${meeting}`,
  meetingNotice: (community: string, meeting: string) => `${home(community)}/meetings/${meeting}/notice.pdf`,
  meetingCalendar: (community: string) => `${home(community)}/meetings/calendar.ics`,
  demands: (community: string) => `${home(community)}/meetings/demands`,
  staffMeetings: (community: string) => `${desk(community)}/meetings`,
  staffMeeting: (community: string, meeting: string) => `${desk(community)}/meetings/${meeting}`,
  roll: (community: string, meeting: string) => `${desk(community)}/meetings/${meeting}/roll`,
  meetingPack: (community: string, meeting: string) => `${desk(community)}/meetings/${meeting}/pack.pdf`,

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
  staffReceipt: (community: string, number: string, paper: 'pdf' | 'tlog-proof' | 'svg') =>
    `${desk(community)}/voices/${number}/receipt.${paper}`,
  staffVoice: (community: string, number: string) => `${desk(community)}/voices/${number}`,
  staffPhoto: (community: string, number: string, photo: string, size: 'full' | 'thumbnail') =>
    `${desk(community)}/voices/${number}/photos/${photo}/${size}`,
  // The telephone, the boxes, the chiefs, the posters, and the ways in beside each other
  calls: (community: string, call?: string) => `${desk(community)}/calls${call ? `?call=${call}` : ''}`,
  missedCalls: (community: string) => `${desk(community)}/calls/missed`,
  boxes: (community: string) => `${desk(community)}/boxes`,
  boxOpening: (community: string, opening: string) => `${desk(community)}/boxes/${opening}`,
  slipSheets: (community: string, print: string) => `${desk(community)}/boxes/prints/${print}`,
  chief: (community: string) => `${desk(community)}/chief`,
  posters: (community: string) => `${desk(community)}/posters`,
  posterSheets: (community: string, building?: string) => `${desk(community)}/posters/print.pdf${building ? `?building=${building}` : ''}`,
  channels: (community: string) => `${desk(community)}/channels`,
  channelsExport: (community: string, format: 'xlsx' | 'csv') => `${desk(community)}/channels/export.${format}`,
  clearing: (community: string, number: string) => `${desk(community)}/voices/${number}/clearing`,
  staffMap: (community: string) => `${desk(community)}/map`,
  followUps: (community: string) => `${desk(community)}/follow-ups`,
  dataRequests: (community: string, decided = false) => `${desk(community)}/data-requests${decided ? '?tab=decided' : ''}`,
  dataRequest: (community: string, request: string) => `${desk(community)}/data-requests/${request}`,
  blogDesk: (community: string) => `${desk(community)}/blog`,
  newPost: (community: string) => `${desk(community)}/blog/new`,
  postDesk: (community: string, post: number) => `${desk(community)}/blog/${post}`,
  blogSettings: (community: string) => `${desk(community)}/blog/settings`,
  commentsDesk: (community: string, tab?: string) => `${desk(community)}/comments${tab ? `?tab=${tab}` : ''}`,
  commentDesk: (community: string, comment: string) => `${desk(community)}/comments/${comment}`,
  // Tickets of the city's hotline
  hotline: (community: string, tab: 'unsigned' | 'open' | 'done' = 'unsigned') =>
    `${desk(community)}/hotline${tab === 'unsigned' ? '' : `?tab=${tab}`}`,
  hotlineImport: (community: string) => `${desk(community)}/hotline/import`,
  hotlineTicket: (community: string, ticket: string) => `${desk(community)}/hotline/${ticket}`,
  hotlineExport: (community: string, sent: string, format: 'xlsx' | 'csv') => `${desk(community)}/hotline/exports/${sent}.${format}`,

  // Visits to households
  visits: (community: string, tab?: 'open' | 'closed') => `${desk(community)}/visits${tab ? `?tab=${tab}` : ''}`,
  visit: (community: string, visit: string) => `${desk(community)}/visits/${visit}`,
  visitPdf: (community: string, visit: string) => `${desk(community)}/visits/${visit}/record.pdf`,
  visitedHome: (community: string, household: string) => `${desk(community)}/visits/at/${household}`,
  recordVisit: (community: string, household: string) => `${desk(community)}/visits/at/${household}/record`,
  visitsSheet: (community: string) => `${desk(community)}/visits/sheet`,
  visitsBlank: (community: string) => `${desk(community)}/visits/blank.pdf`,
  visitsField: (community: string) => `${desk(community)}/visits/field`,
  visitsFieldList: (community: string) => `${desk(community)}/visits/field/list`,
  visitsFieldWorker: () => '/visits-field-worker.js',
  visitsFieldRecords: (community: string) => `${desk(community)}/visits/field/records`,
  board: (community: string) => `${desk(community)}/board`,
  boardExport: (community: string, format: 'xlsx' | 'csv') => `${desk(community)}/board/export.${format}`,
  places: (community: string, place?: string) => `${desk(community)}/places${place ? `?place=${place}` : ''}`,
  placesTemplate: (community: string, format: 'xlsx' | 'csv') => `${desk(community)}/places/template.${format}`,
  organizations: (community: string) => `${desk(community)}/organizations`,
  organization: (community: string, organization: string) => `${desk(community)}/organizations/${organization}`,
  people: (community: string) => `${desk(community)}/people`,
  invite: (community: string) => `${desk(community)}/people/new`,
  cards: (community: string) => `${desk(community)}/people/cards`,
  programs: (community: string) => `${desk(community)}/programs`,
  programQuestions: (community: string, category?: string, code?: string) =>
    `${desk(community)}/programs/questions${category ? `?category=${category}&code=${code ?? ''}#keep` : ''}`,
  security: (community: string) => `${desk(community)}/security`,
  person: (community: string, person: string) => `${desk(community)}/people/${person}`,
  street: (street: number) => `/staff/street/${street}`,
  district: (district: number) => `/staff/district/${district}`,
  administration: () => '/staff/administration',
  calendar: (year?: number, day?: string) =>
    `/staff/administration/calendar${year ? `?year=${year}` : ''}${day ? `&day=${day}#change` : ''}`,

  // Liaison officers, contact cards and direct contact
  liaison: (community: string) => `${home(community)}/liaison`,
  liaisonCall: (community: string, call: string) => `${home(community)}/liaison/${call}`,
  myContact: (community: string) => `${home(community)}/mine/contact`,
  staffLiaison: (community: string) => `${desk(community)}/liaison`,
  staffLiaisonCall: (community: string, call: string) => `${desk(community)}/liaison/calls/${call}`,
  officer: (community: string, officer: string) => `${desk(community)}/liaison/${officer}`,
  officerLetter: (community: string, officer: string) => `${desk(community)}/liaison/${officer}/letter.pdf`,
  contactCards: (community: string, building?: string) => `${desk(community)}/contact-cards${building ? `?building=${building}` : ''}`,
  contactCard: (community: string, card: string) => `${desk(community)}/contact-cards/${card}/card.pdf`,
  contactLinks: (community: string) => `${desk(community)}/contact-links`,
  contactLink: (community: string, link: string) => `${desk(community)}/contact-links/${link}`,

  // For programs of others that report and read by Open311 (GeoReport v2)
  open311: () => '/open311/v2',

  // The public ledger, for programs that audit it (c2sp.org/tlog-tiles)
  ledgerCheckpoint: () => '/ledger/checkpoint',
  ledgerVkey: () => '/ledger/vkey',
  ledgerTile: (path: string) => `/ledger/tile/${path}`,
  ledgerEpochCheckpoint: (epoch: number) => `/ledger/epoch/${epoch}/checkpoint`,
  ledgerEpochTile: (epoch: number, path: string) => `/ledger/epoch/${epoch}/tile/${path}`,

  // Bearing witness for the ledgers of others (c2sp.org/tlog-witness)
  witnessAdd: () => '/ledger/witness/add-checkpoint',
  witnessed: (origin: string) => `/ledger/witness/${origin}/checkpoint`,

  // For programs
  api: (path = '') => `/api/v1${path}`,
} as const;
