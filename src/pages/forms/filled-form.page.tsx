import { form } from '#src/kernel/form.ts';
import { type TakenFile, takeFile } from '#src/modules/documents/index.ts';
import { keepFilledForm, missingFacts, shareFilled } from '#src/modules/reports/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { Columns } from '#src/ui/columns.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { Details } from '#src/ui/details.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { PupilBand } from '../pupil/pupil-band.view.tsx';
import { aboutPupil, fullName } from '../pupil/pupil-head.ts';
import { type DraftSubject, draftHref, loadDraft, OfPupilForm, pupilFormsHref } from './draft-of.ts';

type Subject = DraftSubject & { readonly taken: TakenFile | null };

const columns = [
  { key: 'label', label: 'In the form', isRowHead: true },
  { key: 'words', label: 'What is written' },
  { key: 'source', label: 'Where it comes from', isQuiet: true },
] as const;

/** A form filled for a pupil: what stands in it and why, what is missing, and the file. */
export default page({
  path: '/pupils/:pupilId/forms/:formKey',
  params: OfPupilForm,
  may: 'form.fill',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ form: { name }, pupil }: Subject) => `${name}: ${fullName(pupil)}`,
  load: async (asked): Promise<Subject | null> => {
    const draft = await loadDraft(asked);
    return draft === null ? null : { ...draft, taken: null };
  },
  form: form({}),
  view: ({ subject, actor, attempt }) => {
    const { pupil, form: of, draft, notes } = subject;
    const href = draftHref(pupil.pupilId, of.key);
    const mapped = draft.filled.length + draft.lacking.length;
    return (
      <>
        <PupilBand head={subject} actor={actor} tab="Documents" />
        <BackLink href={pupilFormsHref(pupil.pupilId)}>Forms</BackLink>
        <div class="head">
          <div>
            <h2>{of.name}</h2>
            <p class="lead">
              {`${draft.filled.length} of ${mapped} places filled from the records of today (${Math.round(shareFilled(draft) * 100)}%). What you change there changes here.`}
            </p>
          </div>
          <div class="buttons">
            <LinkButton href={`${href}/form.docx`}>Download the Word file</LinkButton>
            <LinkButton href={`${href}/bundle.pdf`} kind="second">
              PDF with appendices
            </LinkButton>
          </div>
        </div>
        {notes.map((note) => (
          <Inset key={note}>{note}</Inset>
        ))}
        <Columns
          side={
            <>
              <Missing subject={subject} />
              <Card title="Keep it">
                <p class="small">
                  Kept with the pupil’s documents as it stands now, for the SENCO and leaders, with where each
                  fact comes from.
                </p>
                <PostForm attempt={attempt} submit="Keep with the documents" kind="second" />
              </Card>
              {draft.byHand.length > 0 && (
                <Details summary={`${draft.byHand.length} places are written by hand`}>
                  <ul class="list plain">
                    {draft.byHand.map(({ address, label }) => (
                      <li key={address}>{label === '' ? 'A place without a label' : label}</li>
                    ))}
                  </ul>
                </Details>
              )}
            </>
          }
        >
          <Sheet label="What stands in the form">
            <DataTable
              caption="What stands in the form"
              columns={columns}
              rows={draft.filled.map(({ place, name, answers }) => ({
                label: (
                  <>
                    {place.label === '' ? name : place.label}
                    {place.heading !== '' && <span class="why">{place.heading}</span>}
                  </>
                ),
                words: answers.map(({ words }, at) => <p key={at}>{words === '' ? '–' : words}</p>),
                source: [...new Map(answers.map((one) => [one.source, one])).values()].map(
                  ({ source, href: to }) => (
                    <p key={source}>{to === null ? source : <a href={to}>{source}</a>}</p>
                  ),
                ),
              }))}
            />
          </Sheet>
        </Columns>
      </>
    );
  },
  prepare: async ({ program, subject }) => {
    const taken = await takeFile(program, { fileName: `${subject.form.name}.docx`, bytes: subject.bytes });
    return { ...subject, taken: taken.ok ? taken.value : null };
  },
  submit: async ({ tx, subject, params }) => {
    const { taken, form: of, draft } = subject;
    if (taken === null) return refuse('The file could not be kept');
    const kept = await keepFilledForm(tx, { pupilId: params.pupilId, form: of, draft, file: taken });
    return kept.ok
      ? goTo(`/documents/${kept.value}`, 'Form kept')
      : refuse('Somebody has changed the document of this form just now. Try again');
  },
});

/** What could not be filled, each with a way to give it to somebody. */
function Missing({ subject: { pupil, form: of, draft } }: { subject: Subject }) {
  const missing = missingFacts(draft);
  return (
    <Card title="Still missing" tone="next">
      {missing.length === 0 && <p>Every place with a fact is filled.</p>}
      {missing.map(({ fact, name, why, places }) => (
        <div key={fact}>
          <p>
            <b>{name}</b>
            <span class="why">{`${why}${places > 1 ? `, ${places} places` : ''}`}</span>
          </p>
          <p>
            <a href={`${draftHref(pupil.pupilId, of.key)}/tasks/${fact}`}>
              Make a task<span class="govuk-visually-hidden">: {name}</span>
            </a>
          </p>
        </div>
      ))}
    </Card>
  );
}
