import { feedOfVoices } from '../feed-of-voices.ts';
import type { RequestHandler } from './$types';

/** What neighbours said and what became of it, for feed readers. */
export const GET: RequestHandler = ({ params, url }) => feedOfVoices('rss', params.community, url);
