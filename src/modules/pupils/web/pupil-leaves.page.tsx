import { z } from 'zod';
import { type Actor, may } from '#src/kernel/access.ts';
import { longDate, type SchoolDate } from '#src/kernel/dates.ts';
import { noAttempt } from '#src/kernel/form.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { cancelLeaving } from '../commands/cancel-leaving.ts';
import { endEnrolment } from '../commands/change-enrolment.ts';
import { ownSource } from '../domain/facts.ts';
import { leavingForm } from '../domain/leaving.form.ts';
import { type LeavingRefusal, lastDayRefusal, leavingReasons, leavingWords } from '../domain/leaving.ts';
import { type Enrolment, findPupil } from '../queries/find-pupil.ts';
import { aboutPupil, fullName, type OfPupil } from './pupil-name.ts';

type Subject = OfPupil & { readonly enrolment: Enrolment; readonly today: SchoolDate };
const { fields } = leavingForm;

/** The office, who keep the roll too, see only the people of a pupil. */
const homeOf = (actor: Actor, pupilId: PupilId): string =>
  may(actor, 'pupil.read') ? `/pupils/${pupilId}` : `/pupils/${pupilId}/people`;

const wording: Readonly<Record<LeavingRefusal, (of: Subject) => string>> = {
  before_start: ({ enrolment }) =>
    `The last day must be on or after ${longDate(enrolment.fromOn)}, when this enrolment began`,
  far_off: () => 'The last day must be within two years from today',
};

/** A pupil leaves the school, on a day that was or is to come; a day or reason told wrongly is put right here. */
export default page({
  path: '/pupils/:pupilId/leaves',
  params: z.object({ pupilId: PupilId }),
  may: 'import.run',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil }: Subject) => `${fullName(pupil)} leaves the school`,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const pupil = await findPupil(tx, params.pupilId);
    const enrolment = pupil?.enrolment ?? null;
    return pupil === null || enrolment === null ? null : { pupil, enrolment, today: tx.scope.today };
  },
  form: leavingForm,
  view: ({ subject, attempt, actor }) => {
    const { pupil, enrolment } = subject;
    return (
      <div class="narrow">
        <PageHead
          title={`${fullName(pupil)} leaves the school`}
          lead="After the last day the pupil stands on no list, and those who taught the pupil see no more. Nothing is deleted."
        />
        {enrolment.untilOn !== null && (
          <>
            <Inset>{heldWords(enrolment, enrolment.untilOn)}</Inset>
            <PostForm
              action={`/pupils/${pupil.pupilId}/leaves/undo`}
              attempt={noAttempt}
              submit={`Undo: ${pupil.name.forename} stays`}
              kind="second"
            />
          </>
        )}
        <PostForm attempt={attempt} submit="Save" cancel={{ href: homeOf(actor, pupil.pupilId) }}>
          <FormField of={fields.endedOn} attempt={attempt} value={enrolment.untilOn ?? subject.today} />
          <FormField of={fields.reason} attempt={attempt} value={knownReason(enrolment)} />
        </PostForm>
      </div>
    );
  },
  submit: async ({ tx, actor, subject, values }) => {
    const { pupil, enrolment, today } = subject;
    const { pupilId } = pupil;
    const refusal = lastDayRefusal(values.endedOn, { fromOn: enrolment.fromOn, today });
    if (refusal !== null) return refuse({ endedOn: wording[refusal](subject) });
    const isSame = enrolment.untilOn === values.endedOn && enrolment.leavingReason === values.reason;
    if (!isSame) {
      const told = { source: ownSource, sourceOn: today };
      if (enrolment.untilOn !== null) await cancelLeaving(tx, { pupilId, told });
      await endEnrolment(tx, { pupilId, told, endedOn: values.endedOn, leavingReason: values.reason });
    }
    return goTo(homeOf(actor, pupilId), 'Last day at the school saved');
  },
});

const heldWords = ({ leavingReason }: Enrolment, untilOn: SchoolDate): string =>
  [
    `Last day on record: ${longDate(untilOn)}`,
    ...(leavingReason === null ? [] : [leavingWords(leavingReason)]),
  ].join('. ');

/** Only what can be chosen stands chosen. */
const knownReason = ({ leavingReason }: Enrolment): string | undefined =>
  leavingReasons.find(({ code }) => code === leavingReason)?.code;
