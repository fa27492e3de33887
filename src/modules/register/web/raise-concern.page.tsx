import { z } from 'zod';
import { GroupId, PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { raiseConcern } from '../commands/raise-concern.ts';
import { raiseConcernForm } from '../domain/concern.form.ts';
import { type Concern, type ConcernRefusal, isToDecide } from '../domain/concern.ts';
import { listClasses } from '../queries/list-classes.ts';
import { listConcernsOf } from '../queries/list-concerns.ts';
import { listNamesOfClass, type NameOfClass } from '../queries/list-names-of-class.ts';
import { findRegisterLine } from '../queries/list-register-lines.ts';
import { concernLine } from './concern-words.ts';
import { pupilWords } from './pupil-of-register.ts';

const { fields } = raiseConcernForm;

type Subject = {
  /** Null where nobody is named: then a class is to be opened first. */
  readonly lead: string | null;
  readonly pupils: readonly NameOfClass[];
  /** What others raised about the one pupil, and is not decided. */
  readonly open: readonly Concern[];
  readonly back: string;
};

const wording: Readonly<Record<ConcernRefusal, Readonly<Record<string, string>>>> = {
  since_in_future: { sinceOn: 'Since when must be today or in the past' },
  since_before_birth: { sinceOn: 'Since when must not be before the pupil was born' },
};

/** Raises a concern: about one pupil, from their page; about one of a class, from its sheet. */
export default page({
  path: '/concerns/new',
  params: z.object({}),
  search: z.object({
    pupil: PupilId.optional().catch(undefined),
    class: GroupId.optional().catch(undefined),
  }),
  may: 'concern.raise',
  section: 'Pupils',
  title: 'Raise a concern',
  form: raiseConcernForm,
  load: async ({ tx, search }): Promise<Subject | null> => {
    if (search.pupil !== undefined) {
      const line = await findRegisterLine(tx, search.pupil);
      if (line === null) return null;
      const { pupilId } = line;
      const open = (await listConcernsOf(tx, pupilId)).filter(isToDecide);
      const pupils = [{ pupilId, name: `${line.surname}, ${line.forename}` }];
      return { lead: `About ${pupilWords(line)}`, pupils, open, back: `/pupils/${pupilId}` };
    }
    if (search.class === undefined) return { lead: null, pupils: [], open: [], back: '/classes' };
    const [group] = await listClasses(tx, search.class);
    if (group === undefined) return null;
    const pupils = await listNamesOfClass(tx, group.groupId);
    return { lead: `About somebody in ${group.name}`, pupils, open: [], back: `/classes/${group.groupId}` };
  },
  about: ({ pupils }) => pupils.map((one) => one.pupilId),
  goOn: ({ lead }) => (lead === null ? '/classes' : null),
  view: ({ subject: { lead, pupils, open, back }, attempt, search }) => (
    <div class="narrow">
      <PageHead title="Raise a concern" lead={lead ?? undefined} />
      {open.length > 0 && (
        <Inset>
          <p>
            <b>Raised already, and not decided yet:</b>
          </p>
          {open.map((concern) => (
            <p key={concern.concernId}>
              {concern.observed} <span class="quiet">{concernLine(concern)}</span>
            </p>
          ))}
        </Inset>
      )}
      <PostForm attempt={attempt} submit="Raise the concern" cancel={{ href: back }}>
        {search.pupil === undefined ? (
          <FormField
            of={fields.pupilId}
            attempt={attempt}
            options={pupils.map((one) => ({ value: one.pupilId, label: one.name }))}
          />
        ) : (
          <HiddenField name="pupilId" value={search.pupil} />
        )}
        <FormField of={fields.observed} attempt={attempt} />
        <FormField of={fields.area} attempt={attempt} value="not_sure" />
        <FormField of={fields.sinceOn} attempt={attempt} />
        <FormField of={fields.tried} attempt={attempt} />
        <FormField of={fields.cameOfIt} attempt={attempt} />
        <p class="quiet">The SENCO decides what comes next. You will see the decision, and why.</p>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { pupils }, values }) => {
    const pupil = pupils.find((one) => one.pupilId === values.pupilId);
    if (pupil === undefined) return refuse({ pupilId: 'Select the pupil' });
    const done = await raiseConcern(tx, { ...values, pupilId: pupil.pupilId });
    if (!done.ok) return refuse(wording[done.refusal]);
    return goTo(`/pupils/${pupil.pupilId}`, 'Concern raised. The SENCO will decide what comes next.');
  },
});
