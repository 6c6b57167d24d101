import { feedOfBlog } from '../feed-of-blog.ts';
import type { RequestHandler } from './$types';

/** What is new on the blog, for feed readers. */
export const GET: RequestHandler = ({ params, url }) => feedOfBlog('atom', params.community, url);
