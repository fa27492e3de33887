import { Hono } from 'hono';
import { NotFound } from '#src/kernel/stops.ts';
import type { Program } from '#src/platform/program.ts';
import { answerEndpoint } from './answer-endpoint.ts';
import { endpoints } from './endpoints.ts';
import { apiBase, describeApi } from './openapi.ts';
import { answerProblem, ProblemStop } from './problem.ts';

/**
 * The API under its own address, beside the pages: it knows tokens and no cookies, so that no page of anybody's can make a
 * browser ask it something, and what it refuses is a problem in JSON.
 */
export function mountApi(app: Hono, program: Program): void {
  const api = new Hono();
  api.onError((error, web) => answerProblem(web, error));
  let description: ReturnType<typeof describeApi> | undefined;
  api.get('/openapi.json', (web) => {
    description ??= describeApi(endpoints, program.settings.url);
    return web.json(description);
  });
  for (const of of endpoints) {
    api.on(of.method, of.path, (web) => answerEndpoint(web, program, of));
  }
  for (const path of new Set(endpoints.map((one) => one.path))) {
    const allow = endpoints.filter((one) => one.path === path).map(({ method }) => method);
    api.all(path, () => {
      throw new ProblemStop(405, { headers: { allow: allow.join(', ') } });
    });
  }
  api.all('*', () => {
    throw new NotFound();
  });
  app.route(apiBase, api);
}
