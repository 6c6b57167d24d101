import { findReceipt, findReceivedEvent, findVoicePage } from '#listen/voices/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { recordedIn } from '../../../../../../recorded.ts';
import { sayDay, sayMoment } from '../../../../../../say-date.ts';
import { responseWord } from '../../../../../../voice-words.ts';
import { voicesDeskAt } from '../../../../../shell.ts';
import type { PageServerLoad } from './$types';
import { wordsOrErased } from '../../../../../../rights-words.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await voicesDeskAt(locals, params.community);
  const receipt = await findReceipt(viewer, { communityId: community.id, number: params.number });
  const openHere = await findVoicePage(viewer, { communityId: community.id, number: params.number }).then(
    () => true,
    () => false,
  );
  const due = sayDay(receipt.dueAt);
  // Walled off from the one who wrote it down, it is out of reach, and so is its proof.
  const recorded =
    receipt.code === null ? null : await recordedIn(await findReceivedEvent(viewer, { communityId: community.id, number: params.number }));
  return {
    recorded,
    slug: community.slug,
    number: receipt.number,
    openHere,
    code: receipt.code,
    codeGroups: receipt.code === null ? [] : groups(receipt.code, [4, 4]),
    readAloud:
      receipt.code === null
        ? null
        : m.staff_receipt_read({
            digits: [...receipt.number.replace('-', '')].join(' '),
            said: wordsOrErased(receipt.words).slice(0, 60),
            code: groups(receipt.code, [4, 4]).join(' '),
            name: receipt.receiverName,
            due,
            phone: community.phone ?? m.staff_receipt_the_office(),
          }),
    facts: [
      { term: m.staff_receipt_said(), text: wordsOrErased(receipt.words) },
      ...(receipt.place ? [{ term: m.staff_fact_place(), text: receipt.place }] : []),
      { term: m.staff_receipt_receiver(), text: receipt.receiverName },
      { term: m.staff_receipt_due(), text: due, iso: receipt.dueAt.toISOString(), strong: true },
      { term: m.staff_fact_response(), text: responseWord(receipt.responseMethod) },
      { term: m.staff_fact_received(), text: sayMoment(receipt.receivedAt), iso: receipt.receivedAt.toISOString() },
    ],
    office: [locals.locale === 'en' ? (community.nameEn ?? community.name) : community.name, community.phone].filter(Boolean).join(' · '),
    followAt: `${url.origin}${paths.follow(community.slug)}`,
  };
};

/** Digits as one reads them out: a few at a time. */
function groups(digits: string, sizes: number[]): string[] {
  let at = 0;
  const cut = sizes.map((size) => digits.slice(at, (at += size)));
  return [...cut, digits.slice(at)].filter((part) => part !== '');
}
