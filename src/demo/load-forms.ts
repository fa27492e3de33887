import { programActor } from '#src/kernel/access.ts';
import type { SchoolId } from '#src/kernel/ids.ts';
import { takeFile } from '#src/modules/documents/index.ts';
import { listAuthorities } from '#src/modules/ehcp/index.ts';
import {
  addForm,
  buildForm,
  type FormDesign,
  factsInOrder,
  openForm,
  placesOf,
} from '#src/modules/reports/index.ts';
import { inScope } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';

/** What an authority might ask: nobody's form, in our own words. */
const design: FormDesign = {
  title: 'Inclusion panel: request for help',
  lead: 'For pupils at SEN support. The panel meets every second Thursday. Made up for a demonstration: no authority’s form.',
  parts: [
    { kind: 'heading', words: 'The child' },
    {
      kind: 'fields',
      asked: [
        ['Name of child', 'pupil.name'],
        ['DOB', 'pupil.born'],
        ['NC year', 'pupil.year'],
        ['UPN', 'pupil.upn'],
        ['School', 'school.name'],
        ['SENCo', 'school.senco'],
      ],
    },
    { kind: 'ticks', asked: ['Looked after child', 'pupil.in-care'], options: ['Yes', 'No'] },
    { kind: 'heading', words: 'Why you ask' },
    { kind: 'question', asked: ['What are the child’s difficulties?', 'needs.words'] },
    { kind: 'question', asked: ['What is going well?', 'needs.strengths'] },
    { kind: 'heading', words: 'What you have tried' },
    {
      kind: 'rows',
      asked: [
        ['Intervention', 'support.names'],
        ['Led by', 'support.who'],
        ['Cost to date', 'support.costs'],
      ],
      count: 3,
    },
    { kind: 'question', asked: ['What do you hope the panel will do?', null] },
    {
      kind: 'fields',
      asked: [
        ['Completed by', 'today.filler'],
        ['Date', 'today.date'],
      ],
    },
  ],
};

/** A form of the demo's authority in each school, with what goes where in it. */
export async function loadForms(
  program: Program,
  schools: Iterable<{ readonly schoolId: SchoolId }>,
): Promise<void> {
  const bytes = await buildForm(design);
  const opened = openForm(bytes);
  if (!opened.ok) throw new Error(opened.why);
  const asked = factsInOrder(design);
  const mapping = placesOf(opened.form).flatMap(({ address, label, heading }, at) => {
    const fact = asked[at]?.[1] ?? null;
    return fact === null ? [] : [{ address, fact, label, heading }];
  });
  for (const { schoolId } of schools) {
    const taken = await takeFile(program, { fileName: 'Inclusion panel request.docx', bytes });
    if (!taken.ok) throw new Error(taken.why);
    await inScope(scopeOf(program), programActor(schoolId), async (tx) => {
      const [authority] = await listAuthorities(tx);
      await addForm(tx, {
        name: 'Inclusion panel: request for help',
        authorityId: authority?.authorityId ?? null,
        authorityName: authority?.name ?? null,
        file: taken.value,
        mapping,
      });
    });
  }
}
