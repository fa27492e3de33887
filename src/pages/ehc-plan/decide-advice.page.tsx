import { z } from 'zod';
import {
  type AdviceLine,
  compareAdvice,
  decideAdvice,
  decideAdviceForm,
  type EhcLine,
  findEhcPlan,
  listAdvice,
  verdictWords,
} from '#src/modules/ehcp/index.ts';
import { findPupil, type Pupil } from '#src/modules/pupils/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { ehcHref, OfPupil, ofPupil, staleWords } from './ehc-of-pupil.ts';

type Subject = { readonly pupil: Pupil; readonly line: AdviceLine; readonly lines: readonly EhcLine[] };
const { fields } = decideAdviceForm;

/** What became of one recommendation in the plan, with the reason. */
export default page({
  path: '/pupils/:pupilId/ehc-plan/advice/lines/:adviceLineId',
  params: OfPupil.extend({ adviceLineId: z.uuid() }),
  may: 'ehcp.write',
  section: 'Pupils',
  title: 'What became of this advice',
  form: decideAdviceForm,
  about: ofPupil,
  load: async ({ tx, params: { pupilId, adviceLineId } }): Promise<Subject | null> => {
    const { pupil, plan, advice } = await tx.scope.together({
      pupil: (of) => findPupil(of, pupilId),
      plan: (of) => findEhcPlan(of, pupilId),
      advice: (of) => listAdvice(of, pupilId),
    });
    const line = advice.flatMap(({ lines }) => lines).find((one) => one.adviceLineId === adviceLineId);
    if (pupil === null || line === undefined) return null;
    return { pupil, line, lines: plan?.versions.at(-1)?.lines ?? [] };
  },
  view: ({ subject: { pupil, line, lines }, attempt }) => {
    const proposal = compareAdvice(line.words, lines);
    return (
      <div class="narrow">
        <PageHead title="What became of this advice?" lead={line.words} />
        <Inset>
          <p>
            {proposal.line === null ? 'No line of Section F is near it.' : `Nearest line: ${proposal.line}`}
          </p>
          <p>{`Perhaps ${verdictWords[proposal.verdict].toLowerCase()}: ${proposal.why}.`}</p>
        </Inset>
        <PostForm attempt={attempt} submit="Save" cancel={{ href: `${ehcHref(pupil.pupilId)}/advice` }}>
          <Card>
            <FormField of={fields.verdict} attempt={attempt} value={line.verdict ?? proposal.verdict} />
            <FormField of={fields.why} attempt={attempt} value={line.why ?? proposal.why} />
            <FormField of={fields.version} attempt={attempt} value={line.version} />
          </Card>
        </PostForm>
      </div>
    );
  },
  submit: async ({ tx, subject: { pupil, line }, values: { verdict, why, version } }) => {
    if (version !== line.version) return refuse(staleWords);
    const decided = await decideAdvice(tx, { pupilId: pupil.pupilId, line, verdict, why });
    return decided.ok ? goTo(`${ehcHref(pupil.pupilId)}/advice`, 'Decided') : refuse(staleWords);
  },
});
