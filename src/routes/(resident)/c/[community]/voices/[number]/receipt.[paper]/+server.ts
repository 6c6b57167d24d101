import { Missing } from '#foundation/refusal.ts';
import { formatReceipt, takeHome, type ProvenLine } from '#ledger/receipts/index.ts';
import { findWitnessKeys } from '#ledger/witness/index.ts';
import { codeOf, findOpenings, findReceivedEvent, findVoicePage, isOpen } from '#listen/voices/index.ts';
import { communityAt, shownName } from '../../../community-at.ts';
import { download, paperReceipt, proofFile, proofPicture } from '../../../../../../receipt-file.ts';
import { receiptPaper } from '../../../../../../receipt-paper.ts';
import { inGroups } from '../facts-of.ts';
import type { RequestEvent, RequestHandler } from './$types';

/** The receipt to take away: for the one who spoke. The proofs are Missing until the voice is recorded. */
export const GET: RequestHandler = async (event) => {
  const { community: slug, number, paper } = event.params;
  const { id: communityId } = await communityAt(slug);
  const ref = { communityId, number };
  const voice = await findVoicePage(event.locals.viewer, ref);
  if (!voice.asSpeaker) throw new Missing();
  const home = await takeHome(await findReceivedEvent(event.locals.viewer, ref));
  if (paper === 'pdf') return paperReceipt(await receiptPaper(await handed(event, voice), home), number);
  if (!home) throw new Missing();
  if (paper === 'tlog-proof') return proofFile(home, number);
  if (paper === 'svg') return proofPicture(home, event.url);
  if (paper !== 'json') throw new Missing();
  const lines = await provenLines(event, ref);
  return download(
    formatReceipt({ number, vkey: home.vkey, witnesses: (await findWitnessKeys()).vkeys, lines }),
    'json',
    `huiyin-${number}`,
  );
};

type Voice = Awaited<ReturnType<typeof findVoicePage>>;

async function handed({ params, locals, url }: RequestEvent, voice: Voice) {
  const community = await communityAt(params.community);
  return {
    locale: locals.locale,
    url,
    slug: community.slug,
    office: [shownName(community, locals.locale), community.phone].filter(Boolean).join(' · '),
    number: voice.number,
    code: inGroups(codeOf(community.id, voice.id)),
    receivedAt: voice.receivedAt,
    dueAt: isOpen(voice) && !voice.answeredAt ? voice.dueAt : null,
    answerable: voice.answerable.name,
  };
}

/** Every step the speaker may read that is recorded by now, with what its line seals. */
async function provenLines({ locals }: RequestEvent, ref: { communityId: number; number: string }): Promise<ProvenLine[]> {
  const lines: ProvenLine[] = [];
  for (const { eventId, content, salt } of await findOpenings(locals.viewer, ref)) {
    const home = await takeHome(eventId);
    if (home) lines.push({ ...home.proof, opening: { content, salt } });
  }
  return lines;
}
