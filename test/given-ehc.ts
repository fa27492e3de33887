import { schoolDate } from '#src/kernel/dates.ts';
import { newId, type PupilId } from '#src/kernel/ids.ts';
import type { EhcLine, EhcPlan } from '#src/modules/ehcp/index.ts';
import {
  beginEhcPlan,
  beginEntry,
  findEhcPlan,
  findOrAddAuthority,
  keepEntry,
  linesFrom,
  outcomesFrom,
  writeEntry,
} from '#src/modules/ehcp/index.ts';
import { inSchool, type School } from './given.ts';
import { granted } from './given-school.ts';

type Options = {
  readonly lines?: readonly string[];
  readonly outcomes?: readonly string[];
  readonly kind?: 'draft' | 'final';
  readonly datedOn?: string;
};

/** An authority as somebody fills in its form. */
export const harebell = {
  code: '209',
  name: 'Harebell',
  teamContact: 'SEND team',
  teamEmail: 'send@harebell.example',
  teamPost: null,
  teamPhone: null,
  rules: { asks: [] },
};

const larkfield = { code: null, name: 'Borough of Larkfield' };

/** An authority that the school works with, by its name. */
export const authority = (of: School): Promise<string> =>
  inSchool(of, (tx) => findOrAddAuthority(tx, larkfield));

/** The EHC plan of a pupil with one kept document, as a person would have entered it. */
export const ehcPlan = (of: School, pupilId: PupilId, options: Options = {}): Promise<EhcPlan> =>
  inSchool(of, async (tx) => {
    const { kind = 'final', datedOn = '2026-09-07' } = options;
    const held = async () => {
      const plan = await findEhcPlan(tx, pupilId);
      if (plan === null) throw new Error('an EHC plan');
      return plan;
    };
    const authorityId = await findOrAddAuthority(tx, larkfield);
    granted(await beginEhcPlan(tx, { pupilId, authorityId, madeOn: null }));
    granted(await beginEntry(tx, await held(), { kind, datedOn: schoolDate(datedOn), offered: null }));
    const plan = await held();
    if (plan.entry === null) throw new Error('an entry');
    const make = { newId: () => newId() };
    const lines = linesFrom(options.lines ?? ['Precision teaching for 10 minutes daily'], [], make);
    const outcomes = outcomesFrom(options.outcomes ?? ['Reads a page aloud in class by July 2027'], [], make);
    const sections = {
      B: 'Finds reading hard',
      E: 'Outcomes',
      F: lines.map(({ words }) => words).join('\n'),
    };
    granted(await writeEntry(tx, { plan, entry: plan.entry, content: { sections, outcomes, lines } }));
    const written = await held();
    if (written.entry === null) throw new Error('an entry');
    granted(await keepEntry(tx, written, written.entry));
    return held();
  });

/** The first line of Section F of a plan. */
export function firstLine(plan: EhcPlan): EhcLine {
  const line = plan.versions.at(-1)?.lines[0];
  if (line === undefined) throw new Error('a line');
  return line;
}
