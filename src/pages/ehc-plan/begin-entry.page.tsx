import {
  keepDocument,
  largestFile,
  sizeWords,
  takeFile,
  type WordsRead,
  wordsInWorker,
} from '#src/modules/documents/index.ts';
import { beginEntry, beginEntryForm, cutSections, type Offered } from '#src/modules/ehcp/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { fullName } from '../pupil/pupil-head.ts';
import { type EhcOfPupil, ehcHref, entryWords, loadEhc, OfPupil, ofPupil } from './ehc-of-pupil.ts';

type TakenFile = Extract<Awaited<ReturnType<typeof takeFile>>, { ok: true }>['value'];
type Taken =
  | { readonly ok: true; readonly file: TakenFile; readonly read: WordsRead }
  | { readonly ok: false; readonly why: string };
type Subject = EhcOfPupil & { readonly taken: Taken | null };

const { fields } = beginEntryForm;
const largestRead = 48 * 1024 * 1024;
/** As much as is read of a file: a plan of 200 pages and its advice has more. */
const mostRead = 199_000;

const unread: Readonly<Record<Exclude<WordsRead['reading'], 'read'>, string>> = {
  no_words:
    'This file is a scan: pictures of pages, without words in them. Ask the authority for its Word file, or paste or type the words. Nothing was kept.',
  locked: 'This file is locked by a password. Ask for one without, or paste its words. Nothing was kept.',
  unreadable:
    'This file could not be read. Save it again as Word or PDF, or paste its words. Nothing was kept.',
};

/** Begins to enter what the authority sent: from its file, pasted, or empty to be typed. Its words are only offered. */
export default page({
  path: '/pupils/:pupilId/ehc-plan/entry/new',
  params: OfPupil,
  may: 'ehcp.write',
  section: 'Pupils',
  title: 'Enter a document of the authority',
  form: beginEntryForm,
  largestPost: largestRead,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const found = await loadEhc(tx, params.pupilId);
    return found === null || found.plan.endedOn !== null ? null : { ...found, taken: null };
  },
  about: ofPupil,
  view: ({ subject: { pupil }, attempt }) => (
    <div class="narrow">
      <PageHead
        title="Enter what the authority sent"
        lead={`${fullName(pupil)}. Its words are cut by the headings of the sections and offered to you; nothing counts until you have checked it.`}
      />
      <PostForm
        attempt={attempt}
        submit="Continue"
        encType="multipart/form-data"
        cancel={{ href: ehcHref(pupil.pupilId) }}
      >
        <Card>
          <FormField of={fields.kind} attempt={attempt} />
          <FormField of={fields.datedOn} attempt={attempt} />
          <FormField of={fields.file} attempt={attempt} />
          <FormField of={fields.pasted} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  prepare: async ({ program, subject, values: { file } }): Promise<Subject> => {
    if (file === undefined) return subject;
    if (file.size > largestFile)
      return {
        ...subject,
        taken: {
          ok: false,
          why: `The file has ${sizeWords(file.size)}. ${sizeWords(largestFile)} is the most`,
        },
      };
    const bytes = new Uint8Array(await file.arrayBuffer());
    const taken = await takeFile(program, { fileName: file.name, bytes });
    if (!taken.ok) return { ...subject, taken };
    const read = await wordsInWorker({ bytes, format: taken.value.format });
    return { ...subject, taken: { ok: true, file: taken.value, read } };
  },
  submit: async ({ tx, actor, program, subject, values }) => {
    const { pupil, plan, taken } = subject;
    const { kind, datedOn, pasted } = values;
    if (taken !== null && !taken.ok) return refuse({ file: taken.why });
    if (taken !== null && taken.read.reading !== 'read') return refuse({ file: unread[taken.read.reading] });
    const offered = offeredOf(taken, pasted);
    const begun = await beginEntry(tx, plan, { kind, datedOn, offered });
    if (!begun.ok) {
      const words = entryWords[begun.refusal];
      return refuse(begun.refusal === 'has_entry' ? words : { datedOn: words });
    }
    if (taken !== null) {
      await keepFile(tx, subject, taken.file);
      await program.jobs.send(tx, 'read-documents', { schoolId: actor.schoolId });
    }
    return goTo(`${ehcHref(pupil.pupilId)}/entry/sections`, offered === null ? null : 'Check what was read');
  },
});

function offeredOf(taken: Extract<Taken, { ok: true }> | null, pasted: string | undefined): Offered | null {
  const words = taken?.read.words ?? pasted ?? '';
  if (words === '') return null;
  return {
    ...cutSections(words),
    from: taken === null ? 'a paste' : `the file ${taken.file.fileName}`,
    pages: taken?.read.pages ?? null,
    isCut: taken !== null && words.length >= mostRead,
  };
}

/** The file itself, among the documents of the pupil. */
async function keepFile(tx: Tx, { pupil, plan }: Subject, file: TakenFile): Promise<void> {
  const kept = await keepDocument(tx, {
    pupilId: pupil.pupilId,
    kind: 'authority',
    title: `EHC plan, ${plan.authority}`.slice(0, 200),
    datedOn: null,
    receivedOn: tx.scope.today,
    fromWhom: plan.authority.slice(0, 200),
    notes: null,
    audience: 'staff',
    subject: { kind: 'ehc_plan', id: plan.ehcPlanId },
    file,
  });
  if (!kept.ok) throw new Error(`The file of an EHC plan was refused: ${kept.refusal}`);
}
