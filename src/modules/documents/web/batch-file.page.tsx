import { z } from 'zod';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { longDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { type FoundPupil, searchPupils } from '#src/modules/pupils/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { SubmitButton } from '#src/ui/buttons.tsx';
import { Details } from '#src/ui/details.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { TextField } from '#src/ui/text-field.tsx';
import { fileFromBatch } from '../commands/bring-batch.ts';
import { fileFromBatchForm } from '../domain/document.form.ts';
import { datesWording, mayBeGiven } from '../domain/document.ts';
import { usualAudience } from '../domain/document-kinds.ts';
import { scanWords } from '../domain/file-formats.ts';
import { titleOf } from '../domain/file-names.ts';
import { surenessWords } from '../domain/match-file.ts';
import { type BatchFile, findBatchFile } from '../queries/find-document-batch.ts';
import { findWords } from '../queries/list-document-files.ts';
import { AudienceField, FactFields } from './document-fields.view.tsx';
import { changedSince, chosenAudience, factsOf } from './kept-document.ts';

const { fields } = fileFromBatchForm;
const mostFound = 10;

type Subject = {
  readonly file: BatchFile;
  readonly found: readonly FoundPupil[];
  readonly words: string | null;
  readonly today: SchoolDate;
};

/** Those whom the file may be about, then those who were looked for. */
const choices = ({ file, found }: Subject) => {
  const proposed = file.proposals.map(({ pupilId, name, sureness, why }) => ({
    value: String(pupilId),
    label: name,
    hint: `${surenessWords[sureness]}: ${why.join(', ')}`,
  }));
  const more = found.map((pupil) => ({
    value: String(pupil.pupilId),
    label: `${pupil.forename} ${pupil.surname}`,
    hint: `Born ${longDate(pupil.bornOn)}`,
  }));
  return [...proposed, ...more.filter(({ value }) => proposed.every((one) => one.value !== value))];
};

/** One file of many: whose it is, what it is, or that it is left out. */
export default page({
  path: '/documents/batches/:documentBatchId/files/:documentFileId',
  params: z.object({ documentBatchId: z.uuid(), documentFileId: z.uuid() }),
  search: z.object({ q: z.string().trim().max(200).catch('') }),
  may: 'document.keep',
  about: ({ file, found }: Subject) => [
    ...new Set([...file.proposals, ...found].map(({ pupilId }) => pupilId)),
  ],
  section: 'School',
  title: 'Decide about a file',
  load: async ({ tx, params, search }): Promise<Subject | null> => {
    const file = await findBatchFile(tx, params);
    if (file === null) return null;
    const words = await findWords(tx, file.documentFileId);
    const found = await searchPupils(tx, search.q, mostFound);
    return { file, found, words, today: tx.scope.today };
  },
  form: fileFromBatchForm,
  view: ({ subject, attempt, actor, search, params }) => {
    const { file, words, today } = subject;
    const batch = `/documents/batches/${params.documentBatchId}`;
    const options = choices(subject);
    return (
      <div class="narrow">
        <BackLink href={batch}>All files</BackLink>
        <PageHead title="Decide about a file" lead={file.fileName} />
        {mayBeGiven(file) ? (
          <p>
            <a href={`${batch}/files/${params.documentFileId}/show`}>Open the file</a>
          </p>
        ) : (
          <p>{scanWords[file.scan]}.</p>
        )}
        {words !== null && (
          <Details summary="What it says" isOpen={options.length === 0}>
            <pre class="preview">{words.slice(0, 3000)}</pre>
          </Details>
        )}
        <form class="post" method="get" action={`${batch}/files/${params.documentFileId}`}>
          <TextField name="q" label="Look for another pupil" value={search.q} />
          <SubmitButton kind="second">Look</SubmitButton>
        </form>
        {options.length === 0 ? (
          <p>Look for the pupil first.</p>
        ) : (
          <PostForm attempt={attempt} submit="File it" cancel={{ href: batch }}>
            <FormField
              of={fields.pupilId}
              attempt={attempt}
              options={options}
              value={search.q === '' && file.proposals.length === 1 ? file.proposals[0]?.pupilId : undefined}
            />
            <FactFields
              attempt={attempt}
              held={{ kind: file.kind, title: titleOf(file.fileName), receivedOn: today }}
            />
            <AudienceField
              attempt={attempt}
              actor={actor}
              isOfSchool={false}
              value={usualAudience(file.kind)}
            />
            <FormField of={fields.version} attempt={attempt} value={file.version} />
          </PostForm>
        )}
        <PostForm
          attempt={{ values: {}, errors: {} }}
          action={`${batch}/files/${params.documentFileId}/leave`}
          submit="Leave it out"
          kind="second"
        />
      </div>
    );
  },
  submit: async ({ tx, actor, subject, values, params }) => {
    const isOffered = choices(subject).some(({ value }) => value === values.pupilId);
    if (!isOffered) return refuse({ pupilId: 'Select whose it is' });
    const audience = chosenAudience(actor, values.audience);
    if (audience === undefined) return refuse({ audience: 'Select who may read it' });
    if (values.version !== subject.file.version) return refuse(changedSince);
    const pupilId = PupilId.parse(values.pupilId);
    const filed = await fileFromBatch(tx, subject.file, { ...factsOf(values), pupilId, audience });
    if (!filed.ok)
      return refuse(filed.refusal === 'changed_since' ? changedSince : datesWording[filed.refusal]);
    return goTo(`/documents/batches/${params.documentBatchId}`, 'Filed');
  },
});
