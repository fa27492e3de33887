import { z } from 'zod';
import { endpoint } from '#src/api/endpoint.ts';
import { Day } from '#src/api/parts.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { caseKinds } from '../domain/case.ts';
import { listCaseClocks } from '../queries/list-case-clocks.ts';

const ClockLine = z.object({
  caseId: z.uuid(),
  pupilId: z.uuid(),
  kind: z.enum(caseKinds),
  authorityId: z.uuid().nullable(),
  id: z.string().describe('As `bin/sendero clocks` names it: A2, V12, T9'),
  name: z.string(),
  owedBy: z.enum(['school', 'authority', 'parent', 'mediation adviser']),
  startedOn: Day,
  dueOn: Day,
  alertOn: Day.describe('The last day that is safe on every way of counting'),
  metOn: Day.nullable(),
  force: z.enum(['LAW', 'CoP', 'LOCAL', 'PRACTICE']),
  source: z.string(),
  why: z.string().describe('The sum, a sentence a step'),
  state: z.enum(['running', 'met', 'late', 'exception claimed']),
  exceptions: z.array(z.object({ id: z.string(), available: z.boolean(), why: z.string() })),
});

/** Every clock of every open case that the token may see, computed today. */
export default endpoint({
  method: 'GET',
  path: '/clocks',
  summary:
    'Clocks of all open cases, the earliest due first: the school’s and the authority’s, computed today',
  search: z.strictObject({
    pupil: PupilId.optional(),
    owedBy: z.enum(['school', 'authority', 'parent', 'mediation adviser']).optional(),
    state: z.enum(['running', 'met', 'late', 'exception claimed']).optional(),
  }),
  may: 'case.read',
  about: ({ clocks }) => [...new Set(clocks.map(({ pupilId }) => PupilId.parse(pupilId)))],
  answer: z.object({ clocks: z.array(ClockLine) }),
  handle: async ({ tx, search: { pupil, owedBy, state } }) => {
    const rows = await listCaseClocks(tx, {
      today: tx.scope.today,
      ...(pupil === undefined ? {} : { pupilIds: [pupil] }),
    });
    return {
      clocks: rows
        .filter(
          (row) =>
            (owedBy === undefined || row.clock.owedBy === owedBy) &&
            (state === undefined || row.state.is === state),
        )
        .map(({ caseId, pupilId, kind, authorityId, clock, state: { is } }) => {
          const { id, name, owedBy: by, startedOn, dueOn, alertOn, metOn, force, source, why } = clock;
          const told = { id, name, owedBy: by, startedOn, dueOn, alertOn, metOn, force, source, why };
          const exceptions = clock.exceptions.map((one) => ({ ...one }));
          return { caseId, pupilId, kind, authorityId, ...told, state: is, exceptions };
        }),
    };
  },
});
