import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { type ListedDocument, listDocuments } from '#src/modules/documents/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { ButtonRow, LinkButton } from '#src/ui/buttons.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { DocumentSearch, DocumentTable } from '../documents/document-list.view.tsx';
import { DocumentsSearch } from '../documents/documents-search.ts';
import { PupilBand } from './pupil-band.view.tsx';
import { aboutPupil, findPupilHead, fullName, type PupilHead } from './pupil-head.ts';

const most = 200;

type Subject = PupilHead & { readonly documents: readonly ListedDocument[] };

/** What is kept about a pupil: reports, letters, plans from elsewhere. */
export default page({
  path: '/pupils/:pupilId/documents',
  params: z.object({ pupilId: PupilId }),
  search: DocumentsSearch,
  may: 'document.read',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil }: Subject) => `Documents of ${fullName(pupil)}`,
  load: async ({ tx, params, search }): Promise<Subject | null> => {
    const head = await findPupilHead(tx, params.pupilId);
    if (head === null) return null;
    const { q, kinds } = search;
    const { pupilId } = params;
    return { ...head, documents: await listDocuments(tx, { pupilId, q, kinds, limit: most, offset: 0 }) };
  },
  view: ({ subject, actor, search, params }) => {
    const { documents } = subject;
    const address = `/pupils/${params.pupilId}/documents`;
    const isNarrowed = search.q !== '' || search.kinds.length > 0;
    return (
      <>
        <PupilBand head={subject} actor={actor} tab="Documents" />
        <ButtonRow>
          {may(actor, 'document.keep') && <LinkButton href={`${address}/new`}>Add a document</LinkButton>}
          {may(actor, 'form.fill') && (
            <LinkButton href={`/pupils/${params.pupilId}/forms`} kind="second">
              Fill a form
            </LinkButton>
          )}
          <LinkButton href="/documents" kind="second">
            All documents
          </LinkButton>
        </ButtonRow>
        {(documents.length > 0 || isNarrowed) && (
          <DocumentSearch
            action={address}
            filter={search}
            note={`${documents.length} ${documents.length === 1 ? 'document' : 'documents'}`}
          />
        )}
        {documents.length === 0 ? (
          <EmptyState title={isNarrowed ? 'Nothing found' : 'No documents yet'}>
            <p>
              {isNarrowed
                ? 'Try fewer words or another kind. A scan has no words that can be found, but its title has.'
                : 'Professionals’ reports, letters, scans and plans from elsewhere stand here once they are added.'}
            </p>
          </EmptyState>
        ) : (
          <DocumentTable documents={documents} withPupil={false} />
        )}
      </>
    );
  },
});
