import { classes } from './field-parts.tsx';

export type PageLink = { readonly number: number; readonly href: string };

export type PaginationProps = {
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
  /** Every page to offer, or `gap` where some are left out. */
  readonly pages?: readonly (PageLink | 'gap')[] | undefined;
  readonly current?: number | undefined;
};

const ARROWS = {
  prev: 'M7 0 .5 6.5 7 13l1.4-1.4-4-4.1H15v-2H4.4l4-4.1z',
  next: 'M8 0l6.5 6.5L8 13l-1.4-1.4 4-4.1H0v-2h10.6l-4-4.1z',
} as const;

function Arrow({ way }: { way: 'prev' | 'next' }) {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${way}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={ARROWS[way]} />
    </svg>
  );
}

function Step({ way, href, isBlock }: { way: 'prev' | 'next'; href: string; isBlock: boolean }) {
  const isArrowFirst = way === 'prev' || isBlock;
  return (
    <div class={`govuk-pagination__${way}`}>
      <a class="govuk-link govuk-pagination__link" href={href} rel={way}>
        {isArrowFirst && <Arrow way={way} />}
        <span
          class={classes(
            'govuk-pagination__link-title',
            isBlock && 'govuk-pagination__link-title--decorated',
          )}
        >
          {way === 'prev' ? 'Previous' : 'Next'}
          <span class="govuk-visually-hidden"> page</span>
        </span>
        {!isArrowFirst && <Arrow way={way} />}
      </a>
    </div>
  );
}

function PageItem({ page, isCurrent }: { page: PageLink; isCurrent: boolean }) {
  return (
    <li class={classes('govuk-pagination__item', isCurrent && 'govuk-pagination__item--current')}>
      <a
        class="govuk-link govuk-pagination__link"
        href={page.href}
        aria-label={`Page ${page.number}`}
        aria-current={isCurrent ? 'page' : undefined}
      >
        {page.number}
      </a>
    </li>
  );
}

/** A long list, page by page. Lists of one school rarely need it: a register is one page. */
export function Pagination({ previous, next, pages = [], current }: PaginationProps) {
  const isBlock = pages.length === 0;
  return (
    <nav class={classes('govuk-pagination', isBlock && 'govuk-pagination--block')} aria-label="Pagination">
      {previous && <Step way="prev" href={previous} isBlock={isBlock} />}
      {pages.length > 0 && (
        <ul class="govuk-pagination__list">
          {pages.map((page, index) =>
            page === 'gap' ? (
              <li key={`gap-${index}`} class="govuk-pagination__item govuk-pagination__item--ellipsis">
                ⋯
              </li>
            ) : (
              <PageItem key={page.number} page={page} isCurrent={page.number === current} />
            ),
          )}
        </ul>
      )}
      {next && <Step way="next" href={next} isBlock={isBlock} />}
    </nav>
  );
}
