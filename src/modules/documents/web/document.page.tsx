import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { longDate } from '#src/kernel/dates.ts';
import { findPupil } from '#src/modules/pupils/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { page } from '#src/platform/http/page.tsx';
import { type Action, ActionList } from '#src/ui/action-list.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { Card } from '#src/ui/card.tsx';
import { Columns } from '#src/ui/columns.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Warning } from '#src/ui/warning.tsx';
import type { DocumentFile, SchoolDocument } from '../domain/document.ts';
import { kindLabel } from '../domain/document-kinds.ts';
import { keptUntil, periodWords } from '../domain/document-period.ts';
import { findWords, listDocumentFiles } from '../queries/list-document-files.ts';
import { listDocumentPeriods } from '../queries/list-document-periods.ts';
import { DocumentFactsCard, Preview, Versions } from './document-shown.view.tsx';
import { aboutDocument, findKept, homeOf, type KeptDocument, listOf } from './kept-document.ts';

type Subject = KeptDocument & {
  readonly files: readonly DocumentFile[];
  readonly current: DocumentFile;
  readonly words: string | null;
  readonly kept: string;
};

/** `3 May 2049: 31 years from birth`. */
async function keptWords(tx: Tx, document: SchoolDocument): Promise<string> {
  const period = (await listDocumentPeriods(tx)).find(({ kind }) => kind === document.kind);
  if (period === undefined) return 'Not said';
  const pupil = document.pupilId === null ? null : await findPupil(tx, document.pupilId);
  const until = keptUntil(period, {
    bornOn: pupil?.bornOn ?? null,
    day: document.datedOn ?? document.receivedOn,
  });
  const reason =
    pupil === null && period.from === 'birth' ? '6 years, as it is about no pupil' : periodWords(period);
  return `${longDate(until)}: ${reason}${period.isOwn ? ', as the school has set' : ''}`;
}

const deeds: readonly { readonly label: string; readonly path: string; readonly why: string }[] = [
  { label: 'Add a new version', path: '/new-version', why: 'The present file is kept under it' },
  { label: 'Change the details', path: '/change', why: 'Kind, title, sender, dates, notes' },
  { label: 'Change who may read it', path: '/audience', why: 'With the reason' },
  { label: 'Withdraw it', path: '/withdraw', why: 'If it should not be here' },
];

const actionsOf = (document: SchoolDocument): readonly Action[] =>
  deeds.map(({ path, ...deed }) => ({ ...deed, href: `${homeOf(document)}${path}` }));

const planBeside = ({ documentId, pupilId }: SchoolDocument): Action => ({
  label: 'Write the plan beside it',
  href: `/pupils/${pupilId}/plan/beside/${documentId}`,
  why: 'Lines of it go into the parts of the plan',
});

/** One document: what it is, its file, its versions, how long it is kept. */
export default page({
  path: '/documents/:documentId',
  params: z.object({ documentId: z.uuid() }),
  may: 'document.read',
  about: aboutDocument,
  section: 'Pupils',
  title: ({ document }: Subject) => document.title,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const kept = await findKept(tx, params.documentId);
    if (kept === null) return null;
    const files = await listDocumentFiles(tx, params.documentId);
    const current = files.find(({ versionNumber }) => versionNumber === kept.document.currentVersion);
    if (current === undefined) return null;
    const words = await findWords(tx, current.documentFileId);
    return { ...kept, files, current, words, kept: await keptWords(tx, kept.document) };
  },
  view: ({ subject, actor }) => {
    const { document, pupilName, files, current, words, kept } = subject;
    const isStanding = document.withdrawnAt === null;
    return (
      <>
        <BackLink href={listOf(document.pupilId)}>
          {pupilName === null ? 'All documents' : `Documents of ${pupilName}`}
        </BackLink>
        <PageHead
          title={document.title}
          lead={`${kindLabel(document.kind)}, about ${pupilName ?? 'the school'}`}
        />
        {!isStanding && <Warning>This document was withdrawn: {document.withdrawnWhy}</Warning>}
        <Columns
          side={
            <>
              {isStanding && document.pupilId !== null && may(actor, 'plan.write') && (
                <Card title="The plan">
                  <ActionList items={[planBeside(document)]} />
                </Card>
              )}
              {isStanding && may(actor, 'document.keep') && (
                <Card title="What to do">
                  <ActionList items={actionsOf(document)} />
                </Card>
              )}
              <DocumentFactsCard document={document} file={current} kept={kept} />
            </>
          }
        >
          <Preview document={document} file={current} words={words} />
          <Versions document={document} files={files} />
        </Columns>
      </>
    );
  },
});
