import type { FastifyRequest } from 'fastify';
import { type Api, createApi } from '../api/create-api.ts';
import { isFromOurPages } from '../api/identity/cookie.ts';
import type { ApiOptions } from '../api/options.ts';
import type { ProblemDocument } from '../api/problems/document.ts';
import { Frame } from './frame/frame.ts';
import { pagesOf } from './pages.ts';
import { postedOf } from './posted.ts';
import { problemPage } from './problem/problem-page.tsx';

/** The whole house: the api, and the pages that stand on it. */
export async function createWeb(options: ApiOptions): Promise<Api> {
  let frame: Frame | undefined;
  const showProblem = async (document: ProblemDocument, request: FastifyRequest) => {
    if (!frame) throw new Error('Broken invariant: pages are asked for before they stand');
    // What another site made a browser send is not kept: one click on it would be an act of ours.
    const isOurs = request.method === 'POST' && document.code !== 'origin.foreign' && isFromOurPages(request);
    const posted = isOurs ? postedOf(request) : null;
    return problemPage(await frame.open(request), document, posted);
  };
  const api = await createApi(options, pagesOf(showProblem));
  frame = api.app.get(Frame);
  return api;
}
