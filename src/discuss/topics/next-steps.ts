import type { Viewer } from '#community/people/index.ts';
import type { TopicPage } from './find-topic.ts';
import {
  whyNotAppeal,
  whyNotArgue,
  whyNotConsult,
  whyNotCountSheet,
  whyNotDecideAppeal,
  whyNotDecline,
  whyNotLink,
  whyNotRemoveArgument,
  whyNotReport,
  whyNotScreen,
  whyNotStudy,
  whyNotSupport,
} from './why-not-topic.ts';

/** What stands against each verb for this viewer now; null where nothing does. */
export function topicSteps(viewer: Viewer, { topic, supports, concerned }: TopicPage) {
  return {
    support: whyNotSupport(topic, viewer, supports),
    argue: whyNotArgue(topic, viewer),
    appeal: whyNotAppeal(topic, viewer, concerned),
    link: whyNotLink(topic, viewer, null, false),
    sheet: whyNotCountSheet(topic, viewer, null),
    screen: whyNotScreen(topic, viewer, null),
    study: whyNotStudy(topic, viewer, null),
    consult: whyNotConsult(topic, viewer),
    removeArgument: whyNotRemoveArgument(topic, viewer, null),
    decline: whyNotDecline(topic, viewer),
    decideAppeal: whyNotDecideAppeal(topic, viewer),
    report: whyNotReport(topic, viewer),
  };
}
