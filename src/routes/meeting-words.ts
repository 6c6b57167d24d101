import type { Basis, MeetingKind, MeetingStage, NoticeContent, Purpose, Share, Standing } from '#discuss/meetings/index.ts';
import { m } from '#words';
import type { Fact } from '#ui/fact.ts';
import type { Stage } from '#ui/stage.ts';
import { readingIn } from './display-choice.ts';
import { sayDay } from './say-date.ts';

// What a meeting, its rules and its roll are called, for residents and at the workbench.

export function stageOfMeeting(stage: MeetingStage): { text: string; stage: Stage | undefined } {
  return { text: m[`meetings_stage_${stage}`](), stage: tones[stage] };
}
const tones: Partial<Record<MeetingStage, Stage>> = { called: 'discuss', open: 'act', closed: 'appreciate', minuted: 'appreciate' };

export function kindName(kind: { nameZh: string; nameEn: string }): string {
  return readingIn() === 'en' ? kind.nameEn : kind.nameZh;
}
export function basisWord(basis: Basis): string {
  return m[`meetings_basis_${basis}`]();
}
export function purposeWord(purpose: Purpose): string {
  return m[`meetings_purpose_${purpose}`]();
}
export function standingWord(standing: Standing): string {
  return m[`meetings_standing_${standing}`]();
}

/** `12月2日周三 14:00–16:00`. */
export function sayWhen(startsAt: Date, endsAt: Date): string {
  return `${sayDay(startsAt)} ${sayClock(startsAt)}–${sayClock(endsAt)}`;
}
export function sayClock(at: Date): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** An article as the law is called: `RC 26` is article 26 of the residents' committee law. */
export function articleWord(article: string): string {
  const [law, number] = article.split(' ');
  if (law === 'RC') return m.meetings_article_rc({ number: number ?? '' });
  if (law === 'Shandong-property') return m.meetings_article_shandong({ number: number ?? '' });
  return law === 'Shanghai-RC' ? m.meetings_article_shanghai() : article;
}

export function quorumWord(quorum: Share | null): string {
  if (quorum === null) return m.meetings_quorum_none();
  const { num, den, more } = quorum;
  if (num === den) return m.meetings_quorum_all();
  return more ? m.meetings_quorum_more({ num, den }) : m.meetings_quorum_least({ num, den });
}

/** The rules as the notice says them, a line each, with the articles they stand on. */
export function ruleFacts(kind: MeetingKind, basis: Basis): Fact[] {
  const { rules, articles } = kind;
  return [
    { term: m.meetings_rule_calls(), text: m[`meetings_by_${rules.called_by}`]() },
    { term: m.meetings_rule_counts(), text: basisWord(basis) },
    { term: m.meetings_rule_quorum(), text: quorumWord(rules.quorum) },
    { term: m.meetings_rule_passes(), text: m[`meetings_passing_${rules.passing}`]() },
    { term: m.meetings_rule_ballot(), text: m[`meetings_ballot_${rules.ballot}`]() },
    { term: m.meetings_rule_proxies(), text: m[`meetings_proxies_${rules.proxies}`]() },
    {
      term: m.meetings_rule_basis(),
      text: articles.length > 0 ? articles.map(articleWord).join(m.meetings_comma()) : m.meetings_no_article(),
    },
  ];
}

export function noticeFacts(content: NoticeContent): Fact[] {
  return [
    { term: m.meetings_rule_calls(), text: m[`meetings_by_${content.calledBy}`]() },
    { term: m.meetings_when(), text: sayWhen(new Date(content.starts), new Date(content.ends)) },
    { term: m.meetings_where(), text: content.place },
    { term: m.meetings_rule_counts(), text: basisWord(content.basis) },
    { term: m.meetings_rule_quorum(), text: quorumWord(content.quorum) },
    { term: m.meetings_rule_passes(), text: m[`meetings_passing_${content.passing}`]() },
    { term: m.meetings_rule_ballot(), text: m[`meetings_ballot_${content.ballot}`]() },
    { term: m.meetings_rule_proxies(), text: m[`meetings_proxies_${content.proxies}`]() },
    ...(content.articles.length > 0
      ? [{ term: m.meetings_rule_basis(), text: content.articles.map(articleWord).join(m.meetings_comma()) }]
      : []),
    ...(content.urgentReason ? [{ term: m.meetings_urgent(), text: content.urgentReason }] : []),
  ];
}

type Timed = { title: string; purpose: Purpose; minutes: number | null; paper: string | null };

/** The agenda with the clock: each item begins when those before it should be done. */
export function timedAgenda<Item extends Timed>(items: readonly Item[], startsAt: Date) {
  let at = startsAt.getTime();
  return items.map((item, place) => {
    const clock = sayClock(new Date(at));
    at += (item.minutes ?? 10) * 60_000;
    return { ...item, place: place + 1, clock, purposeWord: purposeWord(item.purpose) };
  });
}

type Figures = { eligible: number; present: number; excused: number; absent: number; quorum: number | null };

/** "31 of 60 needed": the sum anybody can check. */
export function rollFigures({ eligible, present, excused, absent, quorum }: Figures) {
  return {
    total: { value: eligible, label: m.meetings_count_eligible() },
    parts: [
      { value: present, label: m.meetings_count_present() },
      { value: excused, label: m.meetings_count_excused() },
      { value: absent, label: m.meetings_count_absent() },
    ],
    sentence:
      quorum === null
        ? m.meetings_count_no_quorum()
        : present >= quorum
          ? m.meetings_count_enough({ present, quorum })
          : m.meetings_count_missing({ present, quorum, missing: quorum - present }),
  };
}
