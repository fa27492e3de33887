import { z } from 'zod';
import { longDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import {
  findPlanAtWork,
  listOfferedTemplates,
  listPlanVersions,
  type SchoolTemplate,
} from '#src/modules/plans/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PupilBand } from '../../pupil/pupil-band.view.tsx';
import { aboutPupil, findPupilHead, fullName, type PupilHead } from '../../pupil/pupil-head.ts';
import { faceHref } from './face-of-pupil.ts';

/** A plan that can be shown: the one at work (number null), or an issued one. */
type Shown = { readonly number: number | null; readonly label: string };
type Subject = PupilHead & {
  readonly templates: readonly SchoolTemplate[];
  readonly plans: readonly Shown[];
};

/** Every way in which a pupil's plan can be shown, printed and sent: the plan at work, and the last one issued. */
export default page({
  path: '/pupils/:pupilId/plan/faces',
  params: z.object({ pupilId: PupilId }),
  may: 'plan.read',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil }: Subject) => `Show and print the plan of ${fullName(pupil)}`,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const head = await findPupilHead(tx, params.pupilId);
    if (head === null) return null;
    const plan = await findPlanAtWork(tx, params.pupilId);
    const [newest] = await listPlanVersions(tx, params.pupilId);
    const isSame = plan?.state === 'issued';
    const plans = [
      ...(plan === null || isSame ? [] : [{ number: null, label: 'The draft' }]),
      ...(newest === undefined
        ? []
        : [{ number: newest.number, label: `Number ${newest.number}, issued ${longDate(newest.issuedOn)}` }]),
    ];
    return { ...head, plans, templates: await listOfferedTemplates(tx) };
  },
  view: ({ subject, actor }) => {
    const { pupil, plans, templates } = subject;
    return (
      <>
        <PupilBand head={subject} actor={actor} tab="Plan" />
        <PageHead
          title="Show, print and send"
          lead="One plan in many shapes: change a target once and each of them says the same."
          actions={
            <a class="button second" href={`/pupils/${pupil.pupilId}/plan`}>
              Back to the plan
            </a>
          }
        />
        {plans.length === 0 && (
          <EmptyState title="There is no plan to show yet">Begin one on the page of the plan.</EmptyState>
        )}
        {plans.map(({ number, label }) => (
          <Card key={label} title={label}>
            <ul class="face-list">
              {templates.map(({ templateKey, name, lead }) => (
                <Way
                  key={templateKey}
                  href={faceHref(pupil.pupilId, number, templateKey)}
                  name={name}
                  lead={lead}
                  plan={label}
                />
              ))}
            </ul>
          </Card>
        ))}
      </>
    );
  },
});

type WayProps = {
  readonly href: string;
  readonly name: string;
  readonly lead: string | null;
  readonly plan: string;
};

function Way({ href, name, lead, plan }: WayProps) {
  const about = <span class="govuk-visually-hidden">{`, ${name}, ${plan}`}</span>;
  return (
    <li>
      <a href={href}>
        <b>{name}</b>
        <span class="govuk-visually-hidden">{`, ${plan}`}</span>
      </a>
      {lead !== null && <p class="small quiet">{lead}</p>}
      <p class="small">
        <a href={`${href}/plan.pdf`}>PDF{about}</a>
        {' · '}
        <a href={`${href}/plan.pdf?print=large`}>PDF in large print{about}</a>
        {' · '}
        <a href={`${href}/plan.docx`}>Word{about}</a>
        {' · '}
        <a href={`${href}/plan.docx?print=large`}>Word in large print{about}</a>
      </p>
    </li>
  );
}
