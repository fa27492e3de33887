import { z } from 'zod';
import { BadRequest, Forbidden, NotFound } from '#src/kernel/stops.ts';
import type { Web } from '#src/platform/http/route.ts';
import { logFailure } from '../answer-stop.tsx';

const titles = {
  400: 'The request was not understood',
  401: 'A token that works is needed',
  403: 'The role of this token does not include it',
  404: 'Not found',
  405: 'This address takes another method',
  409: 'Somebody else was quicker',
  412: 'Changed since it was read',
  413: 'Too large',
  415: 'Not a kind of content that is taken',
  422: 'Refused',
  429: 'Too many requests',
  500: 'Something went wrong',
} as const;
export type ProblemStatus = keyof typeof titles;
export const problemStatuses: readonly ProblemStatus[] = [
  400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 429, 500,
];
export const titleOf = (status: ProblemStatus): string => titles[status];

/** What every refusal looks like (RFC 9457). The messages of fields are those of the pages' forms. */
export const Problem = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z
    .array(z.object({ field: z.string(), message: z.string() }))
    .optional()
    .describe('One a field; `form` is the request as a whole'),
});

type Told = {
  readonly detail?: string;
  readonly errors?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Thrown anywhere while the API answers: stops, and rolls back what was begun. */
export class ProblemStop extends Error {
  override readonly name = 'ProblemStop';
  readonly status: ProblemStatus;
  readonly told: Told;
  constructor(status: ProblemStatus, told: Told = {}) {
    super(titles[status]);
    this.status = status;
    this.told = told;
  }
}

/** The one place that turns a stop into a problem. */
export function answerProblem(web: Web, error: Error): Response {
  const { status, told } = stopOf(error);
  for (const [name, value] of Object.entries(told.headers ?? {})) web.header(name, value);
  const errors = Object.entries(told.errors ?? {}).map(([field, message]) => ({ field, message }));
  const body: z.output<typeof Problem> = {
    type: 'about:blank',
    title: titles[status],
    status,
    ...(told.detail === undefined ? {} : { detail: told.detail }),
    ...(errors.length === 0 ? {} : { errors }),
  };
  return web.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' });
}

function stopOf(error: Error): Pick<ProblemStop, 'status' | 'told'> {
  if (error instanceof ProblemStop) return error;
  if (error instanceof NotFound) return { status: 404, told: {} };
  if (error instanceof Forbidden) return { status: 403, told: {} };
  if (error instanceof BadRequest) return { status: 400, told: {} };
  const reference = logFailure(error);
  return {
    status: 500,
    told: { detail: `Nothing was changed. Quote ${reference} to whoever runs Sendero.` },
  };
}
