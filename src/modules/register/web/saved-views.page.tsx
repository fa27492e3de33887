import { z } from 'zod';
import { type Actor, may } from '#src/kernel/access.ts';
import { page } from '#src/platform/http/page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { openView, type SavedView } from '../domain/saved-view.ts';
import { listViews } from '../queries/list-views.ts';
import { filterWords, layoutWords } from './register-words.ts';
import { viewAddress } from './saved-views.view.tsx';

/** Whose view is it to change: the owner's, and a shared one also of whoever runs the school. */
export const mayChangeView = (actor: Actor, view: SavedView): boolean =>
  view.isOwn || (view.isShared && may(actor, 'school.manage'));

/** Every view that one keeps or that is shared, with what it shows. */
export default page({
  path: '/pupils/views',
  params: z.object({}),
  may: 'register.read',
  section: 'Pupils',
  title: 'Saved views of the register',
  load: ({ tx }) => listViews(tx),
  about: { none: 'views hold filters and no pupil' },
  view: ({ subject: views, actor }) => (
    <>
      <BackLink href="/pupils">SEND register</BackLink>
      <PageHead
        title="Saved views of the register"
        lead="Each keeps filters, columns and order. Pupils come and go by themselves."
      />
      {views.length === 0 ? (
        <EmptyState title="No view is saved yet">
          <p>
            Choose filters, columns or an order on <a href="/pupils">the register</a>, then “Save this view”.
          </p>
        </EmptyState>
      ) : (
        <Sheet label="Saved views">
          <DataTable
            caption="Saved views"
            columns={[
              { key: 'name', label: 'Name', isRowHead: true },
              { key: 'shows', label: 'What it shows' },
              { key: 'whose', label: 'Whose' },
              { key: 'change', label: '' },
            ]}
            rows={views.map((view) => ({
              name: <a href={viewAddress(view)}>{view.name}</a>,
              shows: <Shows view={view} />,
              whose: whoseWords(view),
              change: mayChangeView(actor, view) ? (
                <a href={`/pupils/views/${view.savedViewId}`}>
                  Change<span class="govuk-visually-hidden"> {view.name}</span>
                </a>
              ) : null,
            }))}
          />
        </Sheet>
      )}
    </>
  ),
});

/** What the view leaves and how; and what of it is known no more. */
export function Shows({ view }: { view: SavedView }) {
  const { filter, lost } = openView(view.query);
  return (
    <>
      {filterWords(filter).join(' · ')}
      <span class="why">{layoutWords(filter).join(' · ')}</span>
      {lost.length > 0 && (
        <span class="why">{`Left out, as the register knows it no more: ${lost.join(', ')}`}</span>
      )}
    </>
  );
}

const whoseWords = ({ isOwn, isShared, opensFirst, ownerName }: SavedView): string =>
  [isOwn ? 'Yours' : ownerName, isShared ? 'shared' : '', opensFirst && isOwn ? 'opens first' : '']
    .filter(Boolean)
    .join(', ');
