import { z } from 'zod';
import type { Attempt, Option } from '#src/kernel/form.ts';
import { PupilId } from '#src/kernel/ids.ts';
import {
  type Authority,
  type CaseKind,
  caseKinds,
  caseKindWords,
  factsTold,
  listAuthorities,
  machineOf,
  newCaseForm,
  openCase,
  stepsOf,
} from '#src/modules/ehcp/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { aboutPupil, findPupilHead, fullName, type PupilHead } from '../pupil/pupil-head.ts';
import { AuthorityField } from './authority-field.view.tsx';
import { caseHref } from './case-words.ts';
import { kindLead } from './kind-words.ts';

type Subject = PupilHead & { readonly authorities: readonly Authority[]; readonly kind: CaseKind };

const { fields } = newCaseForm;
const factFields = ['askedBy', 'kind', 'appealable'] as const;

const choicesOf = (choices: Readonly<Record<string, string>>): readonly Option[] =>
  Object.entries(choices).map(([value, label]) => ({ value, label }));

/** Opens a case with what began it. Its other events are recorded on its page. */
export default page({
  path: '/pupils/:pupilId/cases/new',
  params: z.object({ pupilId: PupilId }),
  search: z.object({ kind: z.enum(caseKinds).catch('needs-assessment') }),
  may: 'case.write',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ kind }: Subject) => `${caseKindWords[kind]}: open a case`,
  form: newCaseForm,
  load: async ({ tx, params, search }): Promise<Subject | null> => {
    const head = await findPupilHead(tx, params.pupilId);
    return head === null ? null : { ...head, kind: search.kind, authorities: await listAuthorities(tx) };
  },
  view: ({ subject, attempt, params }) => (
    <div class="narrow">
      <PageHead
        title={`${caseKindWords[subject.kind]} for ${fullName(subject.pupil)}`}
        lead={kindLead[subject.kind]}
      />
      <PostForm attempt={attempt} submit="Open the case" cancel={{ href: `/pupils/${params.pupilId}/cases` }}>
        <Card>
          <Began subject={subject} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { kind, pupil }, values }) => {
    const { name, happenedOn, authorityId = null, note = null } = values;
    const asked = Object.keys(machineOf(kind).facts ?? {});
    const told = factFields.flatMap((fact) => (asked.includes(fact) ? [[fact, values[fact]] as const] : []));
    const opened = await openCase(tx, {
      pupilId: pupil.pupilId,
      kind,
      authorityId,
      events: [{ name, happenedOn, note }],
      facts: factsTold(Object.fromEntries(told)),
    });
    return opened.ok ? goTo(caseHref(opened.value), 'Case opened') : refuse(opened.words);
  },
});

function Began({ subject, attempt }: { subject: Subject; attempt: Attempt }) {
  const { kind, authorities, pupil, today } = subject;
  const openings = stepsOf(kind).filter(({ opens }) => opens);
  const asked = machineOf(kind).facts ?? {};
  return (
    <>
      <FormField
        of={fields.name}
        attempt={attempt}
        value={openings[0]?.name}
        options={openings.map(({ name, words }) => ({ value: name, label: words }))}
      />
      <FormField of={fields.happenedOn} attempt={attempt} value={today} />
      {factFields.map((fact) => {
        const choice = asked[fact];
        return choice === undefined ? null : (
          <FormField
            key={fact}
            of={{ ...fields[fact], label: choice.label, isOptional: choice.must !== true }}
            attempt={attempt}
            options={choicesOf(choice.choices)}
          />
        );
      })}
      <AuthorityField
        of={fields.authorityId}
        without="The case can be opened without."
        {...{ attempt, pupil, authorities }}
      />
      <FormField of={fields.note} attempt={attempt} />
    </>
  );
}
