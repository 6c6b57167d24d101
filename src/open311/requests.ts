import type { Locale } from '#community/programs/index.ts';
import type { Community } from '#community/places/index.ts';
import { Invalid, Missing } from '#foundation/refusal.ts';
import { findRequests, findServices, type PublicRequest, type RequestFilter, type Span } from '#listen/requests/index.ts';
import { m } from '#words';
import type { Written } from './format.ts';
import { readMoment, writeMoment } from './moments.ts';
import type { Parameters } from './parameters.ts';
import { nameOf } from './services.ts';

const day = 86_400_000;
const longestSpan = 90 * day;
const most = 1000;

/** The requests asked for, newest first. Throws Invalid for a filter that can't be read, Missing for an unknown service. */
export async function requestList(community: Community, parameters: Parameters, locale: Locale, now: Date): Promise<Written> {
  const filter = await readFilter(community.id, parameters, now);
  return (await findRequests(community.id, filter)).map((request) => presentRequest(request, community, locale));
}

/** One request, as a list of one. Throws Missing, also when it is there but may not be read. */
export async function oneRequest(community: Community, id: string, locale: Locale): Promise<Written> {
  const [request] = await findRequests(community.id, { numbers: [id] });
  if (!request) throw new Missing('open311.request-unknown');
  return [presentRequest(request, community, locale)];
}

/** Every request has its number at once, so none ever waits behind a token; asked all the same, the number stands for one. */
export async function tokenAnswer(community: Community, token: string): Promise<Written> {
  const [request] = await findRequests(community.id, { numbers: [token] });
  if (!request) throw new Missing('open311.token-unknown');
  return [{ service_request_id: request.number, token }];
}

async function readFilter(communityId: number, parameters: Parameters, now: Date): Promise<RequestFilter> {
  const numbers = parameters.list('service_request_id');
  if (numbers.length > most) throw new Invalid([{ field: 'service_request_id', code: 'input.too-many' }]);
  if (numbers.length > 0) return { numbers };
  const services = parameters.list('service_code');
  const known = new Set((await findServices(communityId)).map(({ code }) => code));
  if (services.some((code) => !known.has(code))) throw new Missing('open311.service-unknown');
  const limit = Math.min(readCount(parameters, 'page_size') ?? most, most);
  const offset = ((readCount(parameters, 'page') ?? 1) - 1) * limit;
  return { services, open: readStatus(parameters), ...readSpans(parameters, now), offset, limit };
}

/** True: open, false: closed, null: both. */
function readStatus(parameters: Parameters): boolean | null {
  const asked = parameters.list('status').map((status) => status.toLowerCase());
  if (asked.some((status) => status !== 'open' && status !== 'closed')) {
    throw new Invalid([{ field: 'status', code: 'open311.status-unknown' }]);
  }
  return asked.length === 1 ? asked[0] === 'open' : null;
}

/** By when it came and by when it last changed. Asked for neither, the last 90 days it came in. */
function readSpans(parameters: Parameters, now: Date): { received: Span | null; updated: Span | null } {
  const received = readSpan(parameters, 'start_date', 'end_date', now);
  const updated = readSpan(parameters, 'updated_after', 'updated_before', now);
  return { received: received ?? (updated ? null : { from: new Date(now.getTime() - longestSpan), to: now }), updated };
}

/** At most 90 days: counted from the date that is given, and back from the end when both are. Null without either. */
function readSpan(parameters: Parameters, after: string, before: string, now: Date): Span | null {
  const [start, end] = [readDate(parameters, after), readDate(parameters, before)];
  if (!start && !end) return null;
  const to = end ?? (start ? new Date(start.getTime() + longestSpan) : now);
  const earliest = new Date(to.getTime() - longestSpan);
  return { from: start && start > earliest ? start : earliest, to };
}

function readDate(parameters: Parameters, name: string): Date | null {
  const text = parameters.get(name);
  if (text === undefined) return null;
  const at = readMoment(text);
  if (!at) throw new Invalid([{ field: name, code: 'open311.not-a-moment' }]);
  return at;
}

function readCount(parameters: Parameters, name: string): number | null {
  const text = parameters.get(name);
  if (text === undefined) return null;
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Invalid([{ field: name, code: 'open311.not-a-number' }]);
  return Number(text);
}

function presentRequest(request: PublicRequest, community: Community, locale: Locale): Written {
  return {
    service_request_id: request.number,
    status: request.open ? 'open' : 'closed',
    status_notes: request.outcome ?? stageWords(request, locale),
    service_name: nameOf(request.service, locale),
    service_code: request.service.code,
    description: request.words,
    agency_responsible: locale === 'en' ? (community.nameEn ?? community.name) : community.name,
    service_notice: null,
    requested_datetime: writeMoment(request.requestedAt),
    updated_datetime: writeMoment(request.updatedAt),
    expected_datetime: request.expectedAt && writeMoment(request.expectedAt),
    address: request.address,
    address_id: request.placeId,
    zipcode: null,
    lat: request.point?.latitude ?? null,
    long: request.point?.longitude ?? null,
    // Photos are cleared by nobody yet, so none leaves the house.
    media_url: null,
  };
}

/** "Closed" isn't "solved": where it ended otherwise, or waits for others, that is said. */
function stageWords({ stage }: PublicRequest, locale: Locale): string | null {
  const words: Partial<Record<PublicRequest['stage'], typeof m.open311_stage_merged>> = {
    merged: m.open311_stage_merged,
    referred_out: m.open311_stage_referred_out,
    withdrawn: m.open311_stage_withdrawn,
    closed_documented: m.open311_stage_closed_documented,
    waiting_external: m.open311_stage_waiting_external,
  };
  return words[stage]?.({}, { locale }) ?? null;
}
