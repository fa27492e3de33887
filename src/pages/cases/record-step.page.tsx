import { z } from 'zod';
import type { Attempt } from '#src/kernel/form.ts';
import { type ListedDocument, listDocuments } from '#src/modules/documents/index.ts';
import {
  caseEventForm,
  factsTold,
  machineOf,
  nextSteps,
  recordCaseEvent,
  type Step,
  tellFacts,
} from '#src/modules/ehcp/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { fullName } from '../pupil/pupil-head.ts';
import { type CaseSubject, loadCase, OfCase, ofCase } from './case-of.ts';
import { caseHref, caseTitle } from './case-words.ts';

type Subject = CaseSubject & { readonly step: Step; readonly documents: readonly ListedDocument[] };

const { fields } = caseEventForm;

/** Records one event of a case: its day, and if one likes a note and the letter that tells it. */
export default page({
  path: '/cases/:caseId/record',
  params: OfCase,
  search: z.object({ step: z.string().max(40).catch('') }),
  may: 'case.write',
  about: ofCase,
  section: 'Pupils',
  title: ({ step }: Subject) => step.words,
  form: caseEventForm,
  load: async ({ tx, params, search }): Promise<Subject | null> => {
    const subject = await loadCase(tx, params);
    const step =
      subject === null ? undefined : nextSteps(subject.of).find(({ name }) => name === search.step);
    if (subject === null || step === undefined) return null;
    const { pupilId } = subject.pupil;
    const asked = { pupilId, q: '', kinds: [], limit: 50, offset: 0 };
    return { ...subject, step, documents: await listDocuments(tx, asked) };
  },
  view: ({ subject, attempt }) => {
    const { of, step, pupil, today } = subject;
    return (
      <div class="narrow">
        <PageHead title={step.words} lead={`${caseTitle(of)} of ${fullName(pupil)}`} />
        <PostForm attempt={attempt} submit="Record it" cancel={{ href: caseHref(of.caseId) }}>
          <HiddenField name="version" value={String(of.version)} />
          <Card>
            <FormField of={fields.happenedOn} attempt={attempt} value={today} />
            <Answer subject={subject} attempt={attempt} />
            <FormField of={fields.note} attempt={attempt} />
            <FormField
              of={fields.documentId}
              attempt={attempt}
              options={subject.documents.map(({ documentId, title }) => ({
                value: documentId,
                label: title,
              }))}
            />
          </Card>
        </PostForm>
      </div>
    );
  },
  submit: async ({ tx, subject: { of, step }, values }) => {
    const { happenedOn, note = null, documentId = null, version, answer, ground } = values;
    const { caseId } = of;
    const told = factsTold(answersConsultation(of, step) ? { answer, ground } : {});
    if (told.answer === 'no' && told.ground === undefined)
      return refuse({ ground: 'Select the ground: being full is not one by itself' });
    const facts = await tellFacts(tx, { caseId, facts: { ...of.facts, ...told }, version });
    if (!facts.ok) return refuse(facts.words);
    const event = { caseId, name: step.name, happenedOn, note, documentId };
    const done = await recordCaseEvent(tx, { ...event, version: version + (facts.value ? 1 : 0) });
    return done.ok ? goTo(caseHref(caseId), 'Recorded') : refuse(done.words);
  },
});

const answersConsultation = (of: CaseSubject['of'], step: Step): boolean =>
  of.kind === 'consultation' && step.name === 'schoolReplied';

/** An answer to a consultation says whether the school can, and on which ground of the law it cannot. */
function Answer({ subject: { of, step }, attempt }: { subject: Subject; attempt: Attempt }) {
  const { answer, ground } = machineOf(of.kind).facts ?? {};
  if (!answersConsultation(of, step) || answer === undefined || ground === undefined) return null;
  const options = (choices: Readonly<Record<string, string>>) =>
    Object.entries(choices).map(([value, label]) => ({ value, label }));
  return (
    <>
      <FormField of={fields.answer} attempt={attempt} options={options(answer.choices)} />
      <FormField of={fields.ground} attempt={attempt} options={options(ground.choices)} />
    </>
  );
}
