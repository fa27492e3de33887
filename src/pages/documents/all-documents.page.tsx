import { z } from 'zod';
import { type Actor, may } from '#src/kernel/access.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { type ListedDocument, listDocuments } from '#src/modules/documents/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { DocumentSearch, DocumentTable } from './document-list.view.tsx';
import { addressOfPage, DocumentsSearch } from './documents-search.ts';

const perPage = 50;
const address = '/documents';

type Subject = { readonly documents: readonly ListedDocument[]; readonly hasMore: boolean };

const pupilsOf = ({ documents }: Subject): readonly PupilId[] => [
  ...new Set(documents.flatMap(({ pupilId }) => (pupilId === null ? [] : [pupilId]))),
];

function Actions({ actor }: { actor: Actor }) {
  return (
    <>
      {may(actor, 'document.keep') && <LinkButton href="/documents/upload">Bring many</LinkButton>}
      {may(actor, 'document.keep') && (
        <LinkButton href="/documents/new" kind="second">
          Add one about the school
        </LinkButton>
      )}
      {may(actor, 'school.manage') && (
        <LinkButton href="/documents/periods" kind="second">
          How long they are kept
        </LinkButton>
      )}
    </>
  );
}

/** Every document within the actor's reach, and what stands in them. */
export default page({
  path: address,
  params: z.object({}),
  search: DocumentsSearch,
  may: 'document.read',
  about: pupilsOf,
  section: 'School',
  title: 'Documents',
  load: async ({ tx, search }): Promise<Subject> => {
    const { q, kinds, page: number } = search;
    const found = await listDocuments(tx, { q, kinds, limit: perPage + 1, offset: (number - 1) * perPage });
    return { documents: found.slice(0, perPage), hasMore: found.length > perPage };
  },
  view: ({ subject: { documents, hasMore }, actor, search }) => {
    const { q, page: number } = search;
    return (
      <>
        <PageHead
          title="Documents"
          lead="Reports, letters, plans and scans that are kept, of the pupils whom you may see and of the school"
          actions={<Actions actor={actor} />}
        />
        <DocumentSearch
          action={address}
          filter={search}
          note={`${documents.length}${hasMore ? ' and more' : ''} ${documents.length === 1 ? 'document' : 'documents'}`}
        />
        {documents.length === 0 ? (
          <EmptyState title={q === '' ? 'No documents yet' : 'Nothing found'}>
            <p>
              {q === ''
                ? 'Add one on the page of its pupil, or bring many at once.'
                : 'Try fewer words. A scan has no words that can be found, but its title has.'}
            </p>
          </EmptyState>
        ) : (
          <DocumentTable documents={documents} withPupil />
        )}
        {(hasMore || number > 1) && (
          <Pagination
            previous={number > 1 ? addressOfPage(address, search, number - 1) : undefined}
            next={hasMore ? addressOfPage(address, search, number + 1) : undefined}
          />
        )}
      </>
    );
  },
});
