import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { type BankEntry, listBank, searchBank } from '#src/modules/plans/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { BankEntryWords } from './bank-entry.view.tsx';
import { BankFilter } from './bank-filter.view.tsx';
import { addressOfPage, BankAsked, searchOf } from './bank-search.ts';

const address = '/school/bank';
const perPage = 15;
const everything = { needs: [], age: null };

type Subject = { readonly found: readonly BankEntry[] };

/** Targets and strategies to choose from: the school's own first, then what is used most. */
export default page({
  path: address,
  params: z.object({}),
  search: BankAsked,
  may: 'plan.write',
  about: { none: 'It shows words that are about no pupil' },
  section: 'School',
  title: 'Bank of targets',
  load: async ({ tx, search }): Promise<Subject> => ({
    found: searchBank(await listBank(tx), searchOf(search, everything)),
  }),
  view: ({ subject: { found }, actor, search }) => {
    const shown = found.slice((search.page - 1) * perPage, search.page * perPage);
    const hasMore = found.length > search.page * perPage;
    return (
      <>
        <PageHead
          title="Bank of targets"
          lead="Targets with what adults do for them, to make a pupil’s own. What the school adds or uses most comes first."
          actions={<LinkButton href={`${address}/new`}>Add one of ours</LinkButton>}
        />
        <BankFilter
          action={address}
          asked={search}
          preset={everything}
          note={`${found.length} ${found.length === 1 ? 'entry' : 'entries'}`}
        />
        {shown.length === 0 ? (
          <EmptyState title="Nothing found">
            <p>
              Try fewer words, or <a href={address}>see all of them</a>.
            </p>
          </EmptyState>
        ) : (
          <Card>
            {shown.map((entry) => (
              <BankEntryWords key={entry.key} entry={entry}>
                {may(actor, 'plan.issue') && <Deeds entry={entry} />}
              </BankEntryWords>
            ))}
          </Card>
        )}
        {(hasMore || search.page > 1) && (
          <Pagination
            previous={search.page > 1 ? addressOfPage(address, search, search.page - 1) : undefined}
            next={hasMore ? addressOfPage(address, search, search.page + 1) : undefined}
          />
        )}
      </>
    );
  },
});

function Deeds({ entry: { key, words } }: { entry: BankEntry }) {
  const named = <span class="govuk-visually-hidden">{`: ${words.slice(0, 60)}`}</span>;
  return (
    <p class="small not-on-paper">
      <a href={`${address}/${key}`}>Change{named}</a>
      {' · '}
      <a href={`${address}/${key}/withdraw`}>Take out{named}</a>
    </p>
  );
}
