import type { SchoolDate } from '#src/kernel/dates.ts';
import { longDate } from '#src/kernel/dates.ts';
import { formatOf, keepDocument, largestFile, sizeWords, takeFile } from '#src/modules/documents/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { addEvidence } from '../commands/keep-evidence.ts';
import { evidenceForm } from '../domain/evidence.form.ts';
import { type Evidence, fileAudience } from '../domain/evidence.ts';
import type { Target } from '../domain/plan.ts';
import { listEvidence } from '../queries/list-evidence.ts';
import { EvidenceList } from './evidence-list.view.tsx';
import { loadPlan, nameOf, OfTarget, ofPupil, type PlanOfPupil, planHref } from './plan-of-pupil.ts';

type Taken = Awaited<ReturnType<typeof takeFile>>;
type Subject = PlanOfPupil & {
  readonly target: Target;
  readonly evidence: readonly Evidence[];
  readonly today: SchoolDate;
  readonly taken: Taken | null;
};

const { fields } = evidenceForm;

/** So large a picture is read, to be refused with its form; what is larger is not read at all. */
const largestRead = 48 * 1024 * 1024;

const tooLarge = (size: number): Taken => ({
  ok: false,
  why: `The file has ${sizeWords(size)}. ${sizeWords(largestFile)} is the most: make the picture smaller, or send a part. Nothing else was lost.`,
});

/** What was seen of one target, and a form to add to it. The file is looked at and sealed outside any transaction. */
export default page({
  path: '/pupils/:pupilId/plan/targets/:targetId/evidence',
  params: OfTarget,
  may: 'plan.evidence',
  section: 'Pupils',
  title: 'Evidence of a target',
  form: evidenceForm,
  largestPost: largestRead,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const held = await loadPlan(tx, params.pupilId);
    const target = held?.plan.targets.find((one) => one.targetId === params.targetId);
    if (held === null || target === undefined) return null;
    const all = await listEvidence(tx, held.plan.planId);
    const evidence = all.filter((one) => one.targetId === target.targetId);
    return { ...held, target, evidence, today: tx.scope.today, taken: null };
  },
  about: ofPupil,
  view: ({ subject: { pupil, target, evidence, today }, attempt, actor }) => (
    <div class="narrow">
      <PageHead
        title="Evidence of a target"
        lead={`${nameOf(pupil)}: ${target.words}${target.byOn === null ? '' : `, by ${longDate(target.byOn)}`}`}
      />
      <PostForm
        attempt={attempt}
        submit="Save"
        encType="multipart/form-data"
        cancel={{ label: 'Back to the plan', href: planHref(pupil.pupilId) }}
      >
        <Card>
          <FormField of={fields.words} attempt={attempt} />
          <FormField of={fields.result} attempt={attempt} />
          <FormField of={fields.seenOn} attempt={attempt} value={today} />
          <FormField of={fields.file} attempt={attempt} />
        </Card>
      </PostForm>
      <EvidenceList evidence={evidence} pupilId={pupil.pupilId} actor={actor} />
    </div>
  ),
  prepare: async ({ program, subject, values: { file } }) => {
    if (file === undefined) return subject;
    if (file.size > largestFile) return { ...subject, taken: tooLarge(file.size) };
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { ...subject, taken: await takeFile(program, { fileName: file.name, bytes }) };
  },
  submit: async ({ tx, actor, program, subject, values }) => {
    const { pupil, plan, target, taken } = subject;
    const { words = null, result = null, seenOn } = values;
    if (taken !== null && !taken.ok) return refuse({ file: taken.why });
    if (seenOn > tx.scope.today) return refuse({ seenOn: 'Seen on must be today or in the past' });
    if (words === null && taken === null)
      return refuse({ words: 'Enter what you saw, or select a photo or file' });
    const file = taken === null ? null : await keepFile(tx, subject, taken.value, words);
    if (file !== null) await program.jobs.send(tx, 'read-documents', { schoolId: actor.schoolId });
    const of = { targetId: target.targetId, planId: plan.planId, pupilId: pupil.pupilId };
    const done = await addEvidence(tx, { target: of, evidence: { words, result, seenOn, file } });
    return done.ok
      ? goTo(planHref(pupil.pupilId), 'Evidence saved')
      : refuse({ words: 'Enter what you saw' });
  },
});

type TakenFile = Extract<Taken, { ok: true }>['value'];

/** A document of the pupil like any other, found from its target. */
async function keepFile(tx: Tx, { pupil, target, today }: Subject, file: TakenFile, words: string | null) {
  const kept = await keepDocument(tx, {
    pupilId: pupil.pupilId,
    kind: 'pupil_work',
    title: (words ?? `Evidence: ${target.words}`).slice(0, 200),
    datedOn: null,
    receivedOn: today,
    fromWhom: null,
    notes: null,
    audience: fileAudience(tx.scope.actor),
    subject: { kind: 'target', id: target.targetId },
    file,
  });
  if (!kept.ok) throw new Error(`The evidence was refused: ${kept.refusal}`);
  const { shownAs, type } = formatOf(file.format);
  return { documentId: kept.value, isPicture: shownAs === 'picture' || type.startsWith('image/') };
}
