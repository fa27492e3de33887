import { z } from 'zod';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { GroupId } from '#src/kernel/ids.ts';
import { type Group, listGroups } from '#src/modules/school/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { enrolPupil } from '../commands/enrol-pupil.ts';
import { joinGroup } from '../commands/join-group.ts';
import { type NewFact, ownSource } from '../domain/facts.ts';
import { newPupilForm, noClass } from '../domain/new-pupil.form.ts';

type Subject = { readonly classes: readonly Group[]; readonly today: SchoolDate };
const { fields } = newPupilForm;

export default page({
  path: '/pupils/new',
  params: z.object({}),
  may: 'register.change',
  about: { none: 'It shows classes, no pupil' },
  section: 'Pupils',
  title: 'Add a pupil',
  load: async ({ tx }): Promise<Subject> => {
    const groups = await listGroups(tx, tx.scope.today);
    return { classes: groups.filter((group) => group.kind === 'class'), today: tx.scope.today };
  },
  form: newPupilForm,
  view: ({ subject: { classes, today }, attempt }) => (
    <div class="narrow">
      <PageHead title="Add a pupil" lead="One pupil by hand. Many at once come from the school's own file." />
      <PostForm attempt={attempt} submit="Add pupil" cancel={{ href: '/pupils' }}>
        <FormField of={fields.forename} attempt={attempt} />
        <FormField of={fields.surname} attempt={attempt} />
        <FormField of={fields.preferredForename} attempt={attempt} />
        <FormField of={fields.bornOn} attempt={attempt} />
        <FormField of={fields.yearGroup} attempt={attempt} />
        <FormField
          of={fields.groupId}
          attempt={attempt}
          options={[
            { value: noClass, label: 'None yet' },
            ...classes.map((group) => ({ value: group.groupId, label: group.name })),
          ]}
        />
        <FormField of={fields.upn} attempt={attempt} />
        <FormField of={fields.fromOn} attempt={attempt} value={today} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values }) => {
    const { bornOn, fromOn, upn, groupId } = values;
    if (bornOn >= fromOn)
      return refuse({ bornOn: 'The day of birth must be before the first day at the school' });
    const chosen = subject.classes.find((group) => group.groupId === groupId);
    if (chosen === undefined && groupId !== noClass)
      return refuse({ groupId: 'Select a class, or none yet' });
    const told = { source: ownSource, sourceOn: subject.today };
    const enrolled = await enrolPupil(tx, {
      bornOn,
      told,
      identifiers: upn === undefined ? [] : [{ kind: 'upn', value: upn }],
      facts: factsOf(values),
      enrolment: { status: 'C', fromOn },
    });
    if (!enrolled.ok) return refuse({ upn: 'Another pupil of this school has this UPN' });
    const pupilId = enrolled.value;
    if (chosen !== undefined) {
      await joinGroup(tx, { pupilId, groupId: GroupId.parse(chosen.groupId), fromOn, told });
    }
    return goTo(`/pupils/${pupilId}`, 'Pupil added');
  },
});

type Given = {
  readonly forename: string;
  readonly surname: string;
  readonly preferredForename?: string | undefined;
  readonly yearGroup: string;
  readonly fromOn: SchoolDate;
};

const factsOf = ({ forename, surname, preferredForename, yearGroup, fromOn }: Given): readonly NewFact[] => [
  { kind: 'legal_forename', value: forename, fromOn },
  { kind: 'legal_surname', value: surname, fromOn },
  { kind: 'year_group', value: yearGroup, fromOn },
  ...(preferredForename === undefined
    ? []
    : [{ kind: 'preferred_forename' as const, value: preferredForename, fromOn }]),
];
