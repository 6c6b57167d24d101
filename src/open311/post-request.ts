import { countCall, type Locale } from '#community/programs/index.ts';
import { findProgramByKey } from '#community/people/index.ts';
import type { Community } from '#community/places/index.ts';
import { Forbidden, Invalid } from '#foundation/refusal.ts';
import { readAnswers, submitRequest, submitRequestInput, type Service, type SubmitRequest } from '#listen/requests/index.ts';
import { codeOf, readPhotos, type NewPhoto } from '#listen/voices/index.ts';
import { paths } from '#paths';
import { m } from '#words';
import type { Written } from './format.ts';
import type { Parameters } from './parameters.ts';
import { nameOf, serviceOf } from './services.ts';

export type Caller = { address: string; origin: string; locale: Locale; key: string | undefined };

/** Takes in a request. Throws Forbidden without a key of this community, Missing for an unknown service, Invalid. */
export async function postRequest(community: Community, parameters: Parameters, media: File[], caller: Caller): Promise<Written> {
  const program = await findProgramByKey(community.id, parameters.get('api_key') ?? '');
  await countCall(program ? `program:${program.keyId}` : `address:${caller.address}`, 'write');
  if (!program) throw new Forbidden('open311.key-not-valid');
  const code = parameters.get('service_code');
  if (code === undefined) throw new Invalid([{ field: 'service_code', code: 'input.needed' }]);
  const service = await serviceOf(community.id, code);
  const answers = readAnswers(service, parameters.attributes());
  const input = readInput(parameters, service, caller.locale);
  const brought = { keyId: program.keyId, service, answers, mediaUrl: readMediaUrl(parameters), photos: await readMedia(media) };
  const submitted = await submitRequest(caller, community.id, input, brought, caller.key ? { key: caller.key } : {});
  const { number, communityId, voiceId } = submitted;
  const url = `${caller.origin}${paths.follow(community.slug, number)}`;
  const notice = m.open311_notice({ number, code: codeOf(communityId, voiceId), url }, { locale: caller.locale });
  return [{ service_request_id: number, service_notice: notice, account_id: null }];
}

/** The parameters of Open311 as the fields of a voice. Account and device are asked for by nobody here, so they aren't kept. */
function readInput(parameters: Parameters, service: Service, locale: Locale): SubmitRequest {
  const point = readPoint(parameters);
  const placeWords = parameters.get('address_string');
  const placeId = parameters.get('address_id')?.toLowerCase();
  if (!point && !placeWords && !placeId) throw new Invalid([{ field: 'address_string', code: 'open311.location-needed' }]);
  const read = submitRequestInput.safeParse({
    words: parameters.get('description') ?? nameOf(service, locale),
    kind: kinds[service.code] ?? 'help_request',
    mayPublish: true,
    locale,
    ...(point && { point }),
    ...(placeWords && { placeWords }),
    ...(placeId && { placeId }),
    ...given('name', readName(parameters)),
    ...given('phone', parameters.get('phone')),
    ...given('email', parameters.get('email')),
  });
  if (read.success) return read.data;
  throw new Invalid(
    read.error.issues.map(({ path, message }) => ({ field: fieldNames[String(path[0])] ?? String(path[0]), code: message })),
  );
}

/** A complaint about people who work here is looked through for their names and walled off from them like any other. */
const kinds: Record<string, SubmitRequest['kind']> = { thanks: 'praise', conduct: 'complaint' };

const fieldNames: Record<string, string> = {
  words: 'description',
  placeWords: 'address_string',
  placeId: 'address_id',
  name: 'first_name',
  point: 'lat',
};

function given(name: string, value: string | undefined): Record<string, string> {
  return value === undefined ? {} : { [name]: value };
}

/** Chinese names begin with the family's. */
function readName(parameters: Parameters): string | undefined {
  const [first, last] = [parameters.get('first_name'), parameters.get('last_name')];
  if (!first || !last) return first ?? last;
  return /\p{Script=Han}/u.test(first + last) ? last + first : `${first} ${last}`;
}

/** WGS 84, as Open311 has it. */
function readPoint(parameters: Parameters): { latitude: number; longitude: number } | null {
  const [lat, long] = [parameters.get('lat'), parameters.get('long')];
  if (lat === undefined && long === undefined) return null;
  const read = (name: string, text: string | undefined, most: number) => {
    if (text === undefined) throw new Invalid([{ field: name, code: 'input.needed' }]);
    const value = /^[+-]?\d{1,3}(\.\d{1,20})?$/.test(text) ? Number(text) : Number.NaN;
    if (!(Math.abs(value) <= most)) throw new Invalid([{ field: name, code: 'open311.not-a-place' }]);
    return value;
  };
  return { latitude: read('lat', lat, 90), longitude: read('long', long, 180) };
}

/** Pictures come without place and camera, for those who work on it; the public sees none before a person has cleared it. */
async function readMedia(media: File[]): Promise<NewPhoto[]> {
  const files = await Promise.all(media.map(async (file) => ({ bytes: new Uint8Array(await file.arrayBuffer()) })));
  return readPhotos(files).catch((error: unknown) => {
    if (!(error instanceof Invalid)) throw error;
    throw new Invalid(error.problems.map((problem) => ({ ...problem, field: 'media[]' })));
  });
}

/** Kept as text for those who work on it. Nothing is fetched from there: whoever posts must not send this machine anywhere. */
function readMediaUrl(parameters: Parameters): string | null {
  const text = parameters.get('media_url');
  if (text === undefined) return null;
  const usable = text.length <= 500 && /^https?:\/\/[\x21-\x7e]+$/i.test(text) && URL.canParse(text);
  if (!usable) throw new Invalid([{ field: 'media_url', code: 'open311.not-an-address' }]);
  return text;
}
