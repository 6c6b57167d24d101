import { feedAnswer } from '../feed.ts';
import type { RequestHandler } from './$types';

/** What is new on the blog, for feed readers. */
export const GET: RequestHandler = ({ params, url }) => feedAnswer('rss', params.community, url);
