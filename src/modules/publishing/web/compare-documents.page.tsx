import { wordDiff } from '#src/modules/plans/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { ChangedWords } from '#src/ui/changed-words.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { yearWords } from '../domain/document.ts';
import { kindsOfDocument } from '../domain/document-kinds.ts';
import { changedParts } from '../domain/publication.ts';
import { documentHref, type Held, loadDocument, OfKind, presentContent } from './document-of-school.ts';

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
        <PageHead
          title="Compare with what was published last"
          lead="What only the one says is struck out, what only the other says is underlined."
        />
        {last === null ? (
          <EmptyState title="Nothing was published yet">
            <p>There is nothing to compare with.</p>
          </EmptyState>
        ) : (
          <Differences held={subject} last={last} />
        )}
      </>
    );
  },
});

function Differences({ held, last }: { held: Held; last: NonNullable<Held['last']> }) {
  const changed = changedParts(last.content, presentContent(held));
  if (changed.length === 0) {
    return (
      <EmptyState title="They say the same">
        <p>{`No word differs from number ${last.number}.`}</p>
      </EmptyState>
    );
  }
  return (
    <Sheet label="What differs">
      <DataTable
        caption="What differs"
        columns={[
          { key: 'title', label: 'Part', isRowHead: true },
          { key: 'before', label: `Number ${last.number}, ${yearWords(last.content.firstYear)}` },
          { key: 'after', label: 'As it stands' },
        ]}
        rows={changed.map(({ title, before, after }) => {
          const pieces = wordDiff(before, after);
          return {
            title,
            before: <ChangedWords pieces={pieces} kind="out" />,
            after: <ChangedWords pieces={pieces} kind="in" />,
          };
        })}
        isStacked
      />
    </Sheet>
  );
}
