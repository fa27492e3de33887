import { parseArgs } from 'node:util';
import { newId, SchoolId } from '#src/kernel/ids.ts';
import { addSchool, findSchoolByUrn, Phase, phases } from '#src/modules/school/index.ts';
import { type Command, doneWith, type Ended, refusedWith, usage } from './command.ts';
import { inSchool, withProgram } from './with-program.ts';

const typed = 'school add --urn N --laestab LLLEEEE --name "…" --phase PHASE [--json]';

/** `sendero school add …`: a school by its numbers, for scripts that set up many. */
export const schoolCommand: Command = {
  usage: typed,
  says: `add a school; phases: ${phases.map((phase) => phase.value).join(', ')}`,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        urn: { type: 'string' },
        laestab: { type: 'string' },
        name: { type: 'string' },
        phase: { type: 'string' },
      },
    });
    const { urn, laestab, name } = values;
    if (positionals[0] !== 'add' || urn === undefined || laestab === undefined || name === undefined)
      return usage(typed);
    const phase = Phase.safeParse(values.phase);
    if (!phase.success) return usage(`${typed}\nPhases: ${phases.map((one) => one.value).join(', ')}`);
    if (!/^\d{6}$/.test(urn)) return refusedWith('The URN must be 6 digits.');
    const digits = laestab.replace('/', '');
    if (!/^\d{7}$/.test(digits))
      return refusedWith('The LAESTAB must be 7 digits, such as 2091200 or 209/1200.');
    return add({ urn, laestab: digits, name, phase: phase.data });
  },
};

const add = (school: { urn: string; laestab: string; name: string; phase: Phase }): Promise<Ended> =>
  withProgram(async (program) => {
    if ((await findSchoolByUrn(program, school.urn)) !== null)
      return refusedWith(`A school with URN ${school.urn} is here already.`);
    const schoolId = SchoolId.parse(newId());
    await inSchool(program, schoolId, (tx) => addSchool(tx, { ...school, schoolId, trustId: null }));
    return doneWith({ schoolId, urn: school.urn }, `Added ${school.name} (URN ${school.urn}).`);
  });
