// A consultation: the community asks about a policy, about needs or for ideas (method.md M43) and says afterwards what
// came of it. The yearly survey is a kind of its own, so that it never mixes with the ratings of single matters.

export const consultationKinds = ['policy', 'needs', 'ideas', 'survey'] as const;
export type ConsultationKind = (typeof consultationKinds)[number];
/** `residents`: signed in, or on a form printed for them; `households`: one form with number and code each. */
export const audiences = ['everybody', 'residents', 'households'] as const;
export type Audience = (typeof audiences)[number];
export const stages = ['draft', 'approved', 'open', 'closed', 'answered'] as const;
export type ConsultationStage = (typeof stages)[number];
export const questionKinds = ['single', 'multiple', 'scale', 'text', 'ranking'] as const;
export type QuestionKind = (typeof questionKinds)[number];
export const slipChannels = ['web', 'paper', 'phone'] as const;
export type SlipChannel = (typeof slipChannels)[number];
export const pointOutcomes = ['done', 'doing', 'not_done'] as const;
export type PointOutcome = (typeof pointOutcomes)[number];

/** Days (YYYY-MM-DD) are Shanghai's; both are days on which one can answer. `forms`: how many were printed. */
export type Consultation = {
  communityId: number;
  id: string;
  number: string;
  kind: ConsultationKind;
  title: string;
  why: string;
  audience: Audience;
  askedCount: number | null;
  opensOn: string;
  closesOn: string;
  topicLink: string | null;
  stage: ConsultationStage;
  writtenBy: string;
  forms: number;
};

/** `position`: counted from 1, by which answers name it. `options`: by their place, from 1; a scale goes from 1 to 5. */
export type Question = {
  id: string;
  position: number;
  kind: QuestionKind;
  words: string;
  hint: string | null;
  required: boolean;
  most: number | null;
  lowLabel: string | null;
  highLabel: string | null;
  options: string[];
};

export const scaleSteps = [1, 2, 3, 4, 5] as const;

/** An option, several, or all that were put in order, the first first; `unreadable`: on paper, so marked by whoever typed it. */
export type Choice = number | number[] | 'unreadable';
/** By the position of the question; a question that was left out isn't there. */
export type Answers = { choices: Record<string, Choice>; texts: Record<string, string> };

/** The page reminds when so many days are left. */
export const reminderDays = 3;
/** Paper that came in time is typed within so many days after the last; then the count is closed in any case. */
export const countingDays = 7;

export function isPublic({ stage }: Pick<Consultation, 'stage'>): boolean {
  return stage === 'open' || stage === 'closed' || stage === 'answered';
}

export function hasResults({ stage }: Pick<Consultation, 'stage'>): boolean {
  return stage === 'closed' || stage === 'answered';
}
