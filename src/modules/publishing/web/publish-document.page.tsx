import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { Card } from '#src/ui/card.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { findPupilsIn, type PublishRefusal, publishDocument } from '../commands/publish-document.ts';
import { lackingApprovals, yearWords } from '../domain/document.ts';
import { kindsOfDocument } from '../domain/document-kinds.ts';
import { publishForm } from '../domain/publishing.form.ts';
import { type FoundWords, foundMark, wayOut } from '../domain/pupil-words.ts';
import { getReportTables } from '../queries/get-report-facts.ts';
import {
  documentHref,
  type Held,
  isMainstream,
  isPublishedAsItStands,
  loadDocument,
  missingIn,
  OfKind,
  presentContent,
  publicHref,
  staleWords,
} from './document-of-school.ts';

type Subject = Held & { readonly found: readonly FoundWords[] };

const refusalWords: Readonly<Record<PublishRefusal, string>> = {
  stale: staleWords,
  missing: 'Something that must be there is missing',
  approvals: 'The words as they stand are not approved by everybody who has to',
  pupil: 'A pupil can be recognised in the words below. Change them, and have them approved again',
  look: 'Look at each of the words below, and say whether one is about a pupil',
  already: 'These words are given out already',
};

/** The last look before anybody may read it: what was found that could tell of a pupil, and where. */
export default page({
  path: '/school/published/:document/publish',
  params: OfKind,
  may: 'school.manage',
  about: { none: 'Words that are about to be public; what was found in them is what was typed there' },
  section: 'School',
  title: 'Publish',
  form: publishForm,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const held = await loadDocument(tx, params.document);
    if (held === null) return null;
    const tables = await getReportTables(tx, held.document);
    return { ...held, found: await findPupilsIn(tx, presentContent(held, tables)) };
  },
  view: ({ subject, attempt }) => {
    const { kind, document, found, school } = subject;
    const isReady = missingIn(subject).length === 0 && lackingApprovals(document).length === 0;
    const { title, isPublic } = kindsOfDocument[kind];
    const sure = found.filter((one) => one.kind === 'sure');
    return (
      <>
        <BackLink href={documentHref(kind)}>{kindsOfDocument[kind].title}</BackLink>
        <PageHead
          title={isPublic ? `Publish the ${title}` : `Give the governors the ${title}`}
          lead={`${yearWords(document.firstYear)}, ${isPublic ? `for anybody to read at ${publicHref(school.urn, kind)}` : 'for governors to read under Insight, with the figures as they stand now'}`}
        />
        {found.length > 0 && <Found found={found} />}
        {sure.length > 0 && <Inset>{`${refusalWords.pupil}. Nothing is published before.`}</Inset>}
        {sure.length === 0 && isReady && !isPublishedAsItStands(subject) && (
          <PostForm
            attempt={attempt}
            submit={isPublic ? 'Publish it as it stands' : 'Give it to the governors as it stands'}
          >
            <HiddenField name="version" value={String(document.version)} />
            <HiddenField name="looked" value={foundMark(found)} />
            {found.length > 0 && <FormField of={publishForm.fields.isNobody} attempt={attempt} />}
            <Inset>
              It gets the next number and is never changed. It can be withdrawn with a reason; other words are
              published as the next number.
            </Inset>
          </PostForm>
        )}
        {!isReady && (
          <EmptyState title="It cannot be published yet">
            <p>{missingIn(subject).length > 0 ? refusalWords.missing : refusalWords.approvals}.</p>
          </EmptyState>
        )}
        {isReady && isPublishedAsItStands(subject) && <p>{refusalWords.already}.</p>}
      </>
    );
  },
  submit: async ({ tx, subject, values }) => {
    const { document, school, kind } = subject;
    const done = await publishDocument(tx, document, {
      version: values.version,
      schoolName: school.name,
      isMainstream: isMainstream(school),
      // A browser posts line ends of its own.
      looked: values.isNobody ? values.looked.replaceAll('\r\n', '\n') : null,
    });
    if (!done.ok) return refuse(refusalWords[done.refusal]);
    const how = kindsOfDocument[kind].isPublic ? 'Published' : 'Given to the governors';
    return goTo(documentHref(kind), `${how} as number ${done.value}`);
  },
});

/** What was found, where, and what to do about it. */
function Found({ found }: { found: readonly FoundWords[] }) {
  return (
    <Card title="Found in the words">
      <DataTable
        caption="What could tell of a pupil"
        columns={[
          { key: 'place', label: 'In', isRowHead: true },
          { key: 'words', label: 'Words' },
          { key: 'kind', label: 'What it is' },
          { key: 'out', label: 'What to do' },
        ]}
        rows={found.map(({ place, words, kind, what }) => ({
          place,
          words: <b>{words}</b>,
          kind: kind === 'sure' ? 'A pupil of the school' : 'Perhaps a pupil',
          out: wayOut[what],
        }))}
        isStacked
      />
    </Card>
  );
}
