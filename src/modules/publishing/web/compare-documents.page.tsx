import { page } from '#src/platform/http/page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { Differences, differencesLead } from '#src/ui/differences.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { yearWords } from '../domain/document.ts';
import { kindsOfDocument } from '../domain/document-kinds.ts';
import { changedParts } from '../domain/publication.ts';
import { documentHref, loadDocument, OfKind, presentContent } from './document-of-school.ts';

/** The words as they stand beside those that were published last, with what differs marked. */
export default page({
  path: '/school/published/:document/compare',
  params: OfKind,
  may: 'published.prepare',
  about: { none: 'Words about the school, no pupil' },
  section: 'School',
  title: 'Compare with what was published last',
  wide: true,
  load: ({ tx, params }) => loadDocument(tx, params.document),
  view: ({ subject }) => {
    const { kind, last } = subject;
    return (
      <>
        <BackLink href={documentHref(kind)}>{kindsOfDocument[kind].title}</BackLink>
        <PageHead title="Compare with what was published last" lead={differencesLead} />
        {last === null ? (
          <EmptyState title="Nothing was published yet">
            <p>There is nothing to compare with.</p>
          </EmptyState>
        ) : (
          <Differences
            caption="What differs"
            about="Part"
            older={`Number ${last.number}, ${yearWords(last.content.firstYear)}`}
            newer="As it stands"
            found={changedParts(last.content, presentContent(subject))}
            same={`No word differs from number ${last.number}.`}
          />
        )}
      </>
    );
  },
});
