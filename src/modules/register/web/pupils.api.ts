import { z } from 'zod';
import { endpoint } from '#src/api/endpoint.ts';
import { cutPart, partOf, walk } from '#src/api/parts.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { filterLines } from '../domain/register-lines.ts';
import { listInCare } from '../queries/list-in-care.ts';
import { listRegisterLines } from '../queries/list-register-lines.ts';
import { filterFields, filterOf, LineAnswer, lineAnswer, Show } from './register-answer.ts';

const Some = LineAnswer.partial().required({ pupilId: true });
const names = LineAnswer.omit({ pupilId: true }).keyof();

/** The fields that were asked for; all, if none was named. */
const picked = (line: LineAnswer, fields: readonly string[]) => {
  const entries = Object.entries(line).filter(([name]) => name === 'pupilId' || fields.includes(name));
  return fields.length === 0 ? line : Some.parse(Object.fromEntries(entries));
};

/** The pupils on roll whom the token may see, in parts, with all or some of their fields. */
export default endpoint({
  method: 'GET',
  path: '/pupils',
  summary: 'Pupils, in parts, in a fixed order',
  search: z.strictObject({
    ...walk,
    ...filterFields,
    show: Show.default('all'),
    fields: z.array(names).default([]).describe('All fields if none is named'),
  }),
  may: 'register.read',
  about: ({ items }) => items.map((one) => PupilId.parse(one.pupilId)),
  answer: partOf(Some),
  handle: async ({ tx, search: { after, limit, show, fields, ...filter } }) => {
    const inCare = await listInCare(tx);
    const lines = filterLines(await listRegisterLines(tx, show), filterOf(filter), inCare)
      .filter(({ pupilId }) => after === undefined || pupilId > after)
      .toSorted((one, other) => (one.pupilId < other.pupilId ? -1 : 1));
    const { items, next } = cutPart(lines, limit, (line) => line.pupilId);
    return { items: items.map((line) => picked(lineAnswer(line, inCare), fields)), next };
  },
});
