import { isUnanswered, type VoicePage } from '#listen/voices/index.ts';
import type { Fact } from '#ui/fact.ts';
import { m } from '#words';
import { paths } from '#paths';
import { sayDay, sayDistance, sayMoment } from '../../../../../say-date.ts';
import { channelWord, kindWord, privacyWord, responseWord, stageSeal, stageWord } from '../../../../../voice-words.ts';

/** The lines beside the story: what it is, where, who answers for it. */
export function factsOf(page: VoicePage, slug: string, category: string | null): Fact[] {
  const { desk } = page;
  const facts: (Fact | null)[] = [
    { term: m.staff_fact_owner(), text: ownerOf(page), strong: true },
    desk?.ownerId && !page.answerable.accepted ? { term: m.staff_fact_first_receiver(), text: desk.firstReceiver } : null,
    { term: m.staff_fact_kind(), text: [kindWord(page.kind), category].filter(Boolean).join(' · ') },
    page.place ? { term: m.staff_fact_place(), text: page.place } : null,
    {
      term: m.staff_fact_channel(),
      text: desk?.enteredBy
        ? m.staff_fact_entered({ channel: channelWord(page.channel), name: desk.enteredBy })
        : channelWord(page.channel),
    },
    { term: m.staff_fact_received(), text: sayMoment(page.receivedAt), iso: page.receivedAt.toISOString() },
    desk?.matterScope ? { term: m.staff_field_scope(), text: m[`voices_scope_${desk.matterScope}`]() } : null,
    page.referral
      ? {
          term: m.staff_fact_referral(),
          text: page.referral.acceptedAt
            ? m.staff_fact_referral_accepted({ receiver: page.referral.receiver, reference: page.referral.reference ?? '' })
            : m.staff_fact_referral_asked({ receiver: page.referral.receiver, day: sayDay(page.referral.askedAt) }),
        }
      : null,
    page.mergedInto ? { term: m.staff_fact_merged_into(), text: page.mergedInto, href: paths.staffVoice(slug, page.mergedInto) } : null,
    desk?.title ? { term: m.staff_fact_published(), text: desk.title, href: paths.voice(slug, page.number) } : null,
  ];
  return facts.filter((fact) => fact !== null);
}

function ownerOf({ answerable, desk }: VoicePage): string {
  if (answerable.accepted) return answerable.name;
  return desk?.ownerId ? m.staff_fact_not_accepted({ name: answerable.name }) : m.staff_with_nobody({ name: answerable.name });
}

/** How the one who spoke wants to be answered; the number itself stays closed until somebody says what for. */
export function speakerOf(page: VoicePage): Fact[] {
  const reach = page.desk?.reachable;
  const ways = [reach?.named && m.staff_reach_name(), reach?.phone && m.staff_reach_phone(), reach?.email && m.staff_reach_email()].filter(
    Boolean,
  );
  const facts: (Fact | null)[] = [
    { term: m.staff_fact_privacy(), text: privacyWord(page.privacy) },
    { term: m.staff_fact_response(), text: page.responseMethod === 'page' ? m.staff_response_page() : responseWord(page.responseMethod) },
    { term: m.staff_fact_left(), text: ways.length > 0 ? ways.join(m.staff_and()) : m.staff_reach_none() },
    reach?.contactHours ? { term: m.staff_fact_hours(), text: reach.contactHours } : null,
  ];
  return facts.filter((fact) => fact !== null);
}

export type Due = {
  light: VoicePage['light'];
  word: string;
  note: string;
  iso: string;
  history: { text: string; reason: string | null }[];
};

/** The date that counts now, and beneath it the first one and what moved it (V7). */
export function dueOf(page: VoicePage): Due {
  const moved = page.dueAt.getTime() !== page.originalDueAt.getTime();
  const burning = isUnanswered(page);
  return {
    light: page.light,
    word: burning ? sayDistance(page.dueAt) : stageWord(page.stage),
    note: burning ? m.staff_due_by({ day: sayDay(page.dueAt) }) : sayDay(page.closedAt ?? page.answeredAt ?? page.dueAt),
    iso: (burning ? page.dueAt : (page.closedAt ?? page.answeredAt ?? page.dueAt)).toISOString(),
    history: [
      ...(moved ? [{ text: m.staff_due_original({ day: sayDay(page.originalDueAt) }), reason: null }] : []),
      ...page.timeline.flatMap((item) => {
        if (item.event === 'extended' && item.dueAt)
          return [{ text: m.staff_due_extended({ day: sayDay(item.dueAt), at: sayDay(item.at) }), reason: item.said }];
        return item.event === 'scheduled' && item.day
          ? [{ text: m.staff_due_scheduled({ day: sayDay(item.day), at: sayDay(item.at) }), reason: item.said }]
          : [];
      }),
    ],
  };
}

/** Short words beside the number. */
export function tagsOf(page: VoicePage): { text: string; stage?: ReturnType<typeof stageSeal> }[] {
  const { desk } = page;
  return [
    { text: stageWord(page.stage), stage: stageSeal(page.stage) },
    ...(desk && desk.urgency !== 'ordinary' ? [{ text: m[`voices_urgency_${desk.urgency}`](), stage: 'evaluate' as const }] : []),
    ...(page.vitalInterest ? [{ text: m.staff_tag_vital() }] : []),
    ...(desk && desk.sealed !== 'none' ? [{ text: m.staff_tag_sealed() }] : []),
    ...(desk?.level === 'street' ? [{ text: m.staff_tag_street() }] : []),
    ...(page.round > 1 ? [{ text: m.staff_tag_round({ round: page.round }) }] : []),
    ...(page.merged.length > 0 ? [{ text: m.staff_tag_shared({ count: page.merged.length + 1 }) }] : []),
  ];
}
