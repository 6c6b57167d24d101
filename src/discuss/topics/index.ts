// Topics: where they come from, who may decide them, what speaks for and against, and what becomes of them. Only this file is
// imported from outside.

export { addArgument, addArgumentInput, type AddArgument } from './add-argument.ts';
export { advanceTopic, whyNotScheduleTopic } from './advance-topic.ts';
export { appealDecline, appealDeclineInput, type AppealDecline } from './appeal-decline.ts';
export { consultTopic, consultTopicInput, type ConsultTopic } from './consult-topic.ts';
export { countTopicSheet, countTopicSheetInput, type CountTopicSheet } from './count-sheet.ts';
export { type Support } from './count-support.ts';
export { decideTopicAppeal, decideTopicAppealInput, type DecideTopicAppeal } from './decide-appeal.ts';
export { declineTopic, declineTopicInput, type DeclineTopic } from './decline-topic.ts';
export { listMatters } from './find-matters.ts';
export { findTopic, type TopicPage } from './find-topic.ts';
export { findTopics, topicFilters, type TopicFilter, type TopicRow } from './find-topics.ts';
export { linkVoice, linkVoiceInput, type LinkVoice } from './link-voice.ts';
export { loadTopic, type TopicRef } from './load-topic.ts';
export { topicSteps } from './next-steps.ts';
export { isOfOwners, needsAuthority, whyNotBind, type Matter } from './power-check.ts';
export { proposeTopic, proposeTopicInput, type ProposedTopic, type ProposeTopic } from './propose-topic.ts';
export { removeArgument, removeArgumentInput, type RemoveArgument } from './remove-argument.ts';
export { reportTopic, reportTopicInput, type ReportTopic } from './report-topic.ts';
export { screenTopic, screenTopicInput, type Screened, type ScreenTopic } from './screen-topic.ts';
export { studyTopic, studyTopicInput, type StudyTopic } from './study-topic.ts';
export { supportTopic } from './support-topic.ts';
export { bodies, effects, origins, sides, supportBases, topicStages } from './topic.ts';
export type { Body, Effect, Origin, Side, SupportBasis, Topic, TopicStage } from './topic.ts';
export { seesTopicDesk, worksOnTopics } from './topic-access.ts';
export { unlinkVoice } from './unlink-voice.ts';
export { whyNotPropose } from './why-not-topic.ts';
export { withdrawSupport } from './withdraw-support.ts';
