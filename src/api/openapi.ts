import { z } from 'zod';
import type { Endpoint } from '#src/api/endpoint.ts';
import { Problem, type ProblemStatus, problemStatuses, titleOf } from './problem.ts';

export const apiBase = '/api/v1';

type Json = Readonly<Record<string, unknown>>;

/** A schema as JSON Schema 2020-12, which is what OpenAPI 3.1 holds. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

type Shape = {
  readonly properties: Readonly<Record<string, Json>>;
  readonly required: readonly string[];
};
const shapeOf = (schema: z.ZodObject): Shape =>
  z
    .object({
      properties: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
      required: z.array(z.string()).default([]),
    })
    .parse(schemaOf(schema, 'input'));

const lists = new WeakMap<z.ZodObject, ReadonlySet<string>>();

/** The names in a search that take a list. */
export function listsIn(search: z.ZodObject): ReadonlySet<string> {
  const known = lists.get(search);
  if (known !== undefined) return known;
  const { properties } = shapeOf(search);
  const found = new Set(Object.keys(properties).filter((name) => properties[name]?.type === 'array'));
  lists.set(search, found);
  return found;
}

const parametersOf = (of: Endpoint): readonly Json[] =>
  (['params', 'search'] as const).flatMap((part) => {
    const { properties, required } = shapeOf(of[part]);
    return Object.entries(properties).map(([name, { description, ...schema }]) => ({
      name,
      in: part === 'params' ? 'path' : 'query',
      required: part === 'params' || required.includes(name),
      ...(description === undefined ? {} : { description }),
      schema,
    }));
  });

const keyParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same change sent again with the same key counts once, for a day at least.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

const ifMatch = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description: 'The version that was read, in quotes, instead of `version` in the body.',
  schema: { type: 'string' },
};

const hasVersion = ({ body }: Endpoint): boolean =>
  body instanceof z.ZodObject && Object.hasOwn(body.shape, 'version');

/** The refusals that an address can answer with. */
function refusalsOf(of: Endpoint): readonly ProblemStatus[] {
  const isChange = of.method === 'POST';
  const never = [
    ...(of.may === 'any' && !isChange ? [403] : []),
    ...(isChange ? [] : [409]),
    ...(hasVersion(of) ? [] : [412]),
    ...(of.body === null ? [413, 415] : []),
    ...(isChange ? [] : [422]),
    405,
  ];
  return problemStatuses.filter((status) => !never.includes(status));
}

const limits = Object.fromEntries(
  Object.entries({
    'RateLimit-Limit': 'Requests a minute',
    'RateLimit-Remaining': 'What is left of them',
    'RateLimit-Reset': 'Seconds until they are whole again',
  }).map(([name, description]) => [name, { description, schema: { type: 'integer' } }]),
);

function operationOf(of: Endpoint): Json {
  const type = of.takes === 'json' ? 'application/json' : 'multipart/form-data';
  const isChange = of.method === 'POST';
  return {
    operationId: `${of.method.toLowerCase()}${of.path.replace(/[^A-Za-z]+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary: of.summary,
    description: of.may === 'any' ? 'Any token.' : `For roles with the permission \`${of.may}\`.`,
    parameters: [
      ...parametersOf(of),
      ...(isChange ? [keyParameter] : []),
      ...(hasVersion(of) ? [ifMatch] : []),
    ],
    ...(of.body === null
      ? {}
      : {
          requestBody: {
            required: true,
            content: {
              [type]: {
                schema: schemaOf(of.body, 'input'),
                ...(of.example === null || of.takes === 'form' ? {} : { example: of.example }),
              },
            },
          },
        }),
    responses: {
      [of.status]: {
        description: of.summary,
        headers: limits,
        content: { 'application/json': { schema: schemaOf(of.answer, 'output') } },
      },
      ...Object.fromEntries(
        refusalsOf(of).map((status) => [status, { $ref: `#/components/responses/${status}` }]),
      ),
    },
  };
}

/** The whole API in words that programs read: OpenAPI 3.1, made from the schemas by which it parses and answers. */
export function describeApi(endpoints: readonly Endpoint[], url: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const of of endpoints) {
    const path = of.path.replace(/:([A-Za-z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [of.method.toLowerCase()]: operationOf(of) };
  }
  const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Sendero',
      version: '1',
      description:
        'The same queries and commands as the pages, behind the same walls. A token has a role at one school; every view of a pupil is recorded, every change is an event, both under the name of the token.',
    },
    servers: [{ url: `${url}${apiBase}` }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: schemaOf(Problem, 'output') },
      responses: Object.fromEntries(
        problemStatuses.map((status) => [status, { description: titleOf(status), content: problem }]),
      ),
    },
  };
}
