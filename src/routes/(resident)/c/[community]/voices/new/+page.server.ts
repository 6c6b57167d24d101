import { redirect } from '@sveltejs/kit';
import { isId } from '#foundation/ids.ts';
import { openHolderSession } from '#community/people/index.ts';
import {
  countIntake,
  findAlikePublic,
  findPublicVoice,
  isOpen,
  joinVoice,
  mostPhotos,
  readPhotos,
  submitVoice,
} from '#listen/voices/index.ts';
import { paths } from '#paths';
import { formAction } from '../../../../../form-action.ts';
import { writeSessionCookie } from '../../../../../session-cookie.ts';
import { communityAt } from '../../community-at.ts';
import { buildingsOf, servingAt } from '../../notice-board.ts';
import { nameWithPlace, servingByRole } from '../../serving-by-role.ts';
import { readVoice, refuseAbout } from './read-voice.ts';
import type { Actions, PageServerLoad } from './$types';

/** In two steps: what it is about, then how to answer. Everything typed travels in the form; nothing is kept before it is handed in. */
export const load: PageServerLoad = async ({ parent, url }) => {
  const { id } = (await parent()).community;
  const into = url.searchParams.get('into');
  const [buildings, serving, same] = await Promise.all([buildingsOf(id), servingAt(id), into ? findPublicVoice(id, into) : null]);
  const groups = servingByRole(serving).map(({ role, word, people }) => ({
    nextDoor: role === 'liaison_officer' || role === 'building_chief',
    people: people.map((person) => ({ value: person.personId, label: nameWithPlace(person), hint: word })),
  }));
  const office = groups.filter((group) => !group.nextDoor).flatMap(({ people }) => people);
  // From the code on a poster: a building of this community, or nothing.
  const place = url.searchParams.get('place');
  return {
    placed: buildings.find(({ id: building }) => building === place)?.id ?? null,
    key: crypto.randomUUID(),
    mostPhotos,
    // "Me too": said on the page of a published voice.
    joins: same && isOpen(same) ? { number: same.number, title: same.title } : null,
    buildings: buildings.map((building) => ({ value: building.id, label: building.name })),
    office: office.filter((one, at) => office.findIndex(({ value }) => value === one.value) === at),
    nextDoor: groups
      .filter((group) => group.nextDoor)
      .flatMap(({ people }) => people)
      .map(({ value, label, hint }) => ({ value, label: `${hint} ${label}` })),
  };
};

export const actions: Actions = {
  default: (event) =>
    formAction(event, async (form) => {
      const community = await communityAt(event.params.community);
      const { viewer, locale } = event.locals;
      const photos = form.files['photos'] ?? [];
      form.values['key'] = form.key ?? crypto.randomUUID();
      if (photos.length > 0) form.values['hadPhotos'] = 'yes';
      const going = form.values['go'];
      if (going === 'begin' || going === 'back') return { step: 'about', values: form.values, lists: form.lists, errors: [] };
      refuseAbout(form, locale);
      if (going !== 'send') {
        const { words = '', placeId, placeWords } = form.values;
        const alike = await findAlikePublic(community.id, { words, placeId: isId(placeId ?? '') ? placeId : undefined, placeWords });
        const { into } = form.values;
        const chosen = into && !alike.some(({ number }) => number === into) ? await findPublicVoice(community.id, into) : null;
        return { step: 'you', values: form.values, lists: form.lists, errors: [], alike: chosen ? [chosen, ...alike] : alike };
      }
      const input = readVoice(form, locale);
      await countIntake(viewer);
      const pictures = await readPhotos(await Promise.all(photos.map(async (file) => ({ bytes: await file.bytes() }))));
      const { into } = form.values;
      const { voiceId, number } = into
        ? await joinVoice(viewer, community.id, { ...input, into }, pictures, { key: form.key })
        : await submitVoice(viewer, community.id, input, pictures, { key: form.key });
      // Somebody signed in finds the voice among their own; without a name, nothing may tie the two together.
      if (!viewer.personId || input.privacy === 'anonymous') {
        const device = event.request.headers.get('user-agent') ?? '';
        writeSessionCookie(event.cookies, event.url, await openHolderSession({ communityId: community.id, voiceId }, device));
      }
      redirect(303, paths.voice(community.slug, number));
    }),
};
