import { z } from 'zod';
import { deadlineOrders } from '#src/modules/ehcp/index.ts';
import { dueSpanLabel, dueSpans } from '#src/modules/plans/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { ButtonRow, LinkButton } from '#src/ui/buttons.tsx';
import { ChipNav } from '#src/ui/chip-nav.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ExportMenu } from '#src/ui/export-menu.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { ReviewTabs } from '#src/ui/review-tabs.tsx';
import { DeadlineTable } from './deadlines.view.tsx';
import {
  DeadlineSearch,
  deadlinesHref,
  loadDeadlines,
  orderWords,
  whoseWords,
} from './deadlines-of-search.ts';

/** Every date that is still to be met, of cases and of applications for money, ours and theirs, the late ones first. */
export default page({
  path: '/reviews',
  params: z.object({}),
  search: DeadlineSearch,
  may: 'case.read',
  section: 'Reviews',
  title: 'Reviews',
  wide: true,
  load: async ({ tx, search }) => loadDeadlines(tx, search),
  about: ({ groups }) => [...new Set(groups.flatMap(({ deadlines }) => deadlines.map((one) => one.pupilId)))],
  view: ({ subject, actor, search }) => {
    const { counts, whose, authorities, groups, pages } = subject;
    const to = (change: Partial<DeadlineSearch>) => deadlinesHref({ ...search, page: 1, ...change });
    return (
      <>
        <PageHead
          title="Reviews"
          lead="Every date of the law and of the authorities, ours and theirs. What is late stands first."
          actions={
            <ButtonRow>
              <LinkButton href="/reviews/calendar" kind="second">
                Calendar and weekly mail
              </LinkButton>
              <ExportMenu
                ways={[{ label: 'Spreadsheet (CSV)', href: deadlinesHref(search, '/reviews/deadlines.csv') }]}
              />
            </ButtonRow>
          }
        />
        <ReviewTabs actor={actor} current="/reviews" />
        <ChipNav
          label="Due"
          links={dueSpans.map((due) => ({
            label: `${dueSpanLabel[due]} · ${counts[due]}`,
            href: to({ due }),
            isCurrent: due === search.due,
          }))}
        />
        <div class="filter-groups">
          <ChipNav
            label="Who owes it"
            links={whose.map(({ is, count }) => ({
              label: `${whoseWords[is]} · ${count}`,
              href: to({ whose: is }),
              isCurrent: is === search.whose,
            }))}
          />
          <ChipNav
            label="Laid out"
            links={deadlineOrders.map((by) => ({
              label: orderWords[by],
              href: to({ by }),
              isCurrent: by === search.by,
            }))}
          />
          {authorities.length > 1 && (
            <ChipNav
              label="Authority"
              links={[
                {
                  label: 'Every authority',
                  href: to({ authority: undefined }),
                  isCurrent: search.authority === undefined,
                },
                ...authorities.map(({ authorityId, name, late }) => ({
                  label: late === 0 ? name : `${name} · ${late} late`,
                  href: to({ authority: authorityId }),
                  isCurrent: search.authority === authorityId,
                })),
              ]}
            />
          )}
        </div>
        {groups.length === 0 ? (
          <EmptyState title="Nothing is due here">
            <p>
              A date stands here from the event that starts its clock until what it asks for is done. Existing
              EHC plans can be <a href="/imports/ehc-plans/new">brought in from a spreadsheet</a>.
            </p>
          </EmptyState>
        ) : (
          <DeadlineTable groups={groups} />
        )}
        {pages > 1 && (
          <Pagination
            current={search.page}
            previous={search.page > 1 ? to({ page: search.page - 1 }) : undefined}
            next={search.page < pages ? to({ page: search.page + 1 }) : undefined}
            pages={Array.from({ length: pages }, (_, at) => ({ number: at + 1, href: to({ page: at + 1 }) }))}
          />
        )}
      </>
    );
  },
});
