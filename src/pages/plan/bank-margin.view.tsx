import type { PupilId } from '#src/kernel/ids.ts';
import { type BankEntry, searchBank } from '#src/modules/plans/index.ts';
import { Card } from '#src/ui/card.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { BankEntryWords } from '../bank/bank-entry.view.tsx';
import { BankFilter } from '../bank/bank-filter.view.tsx';
import { addressOfEntry, addressOfPage, type BankAsked, searchOf } from '../bank/bank-search.ts';
import { partHref } from './plan-editor.ts';

const perPage = 6;

export type Fitting = { readonly needs: readonly string[]; readonly age: BankEntry['ages'][number] | null };

/** The bank beside a new target: what fits the pupil's needs and age, until something else is asked for. */
export function BankMargin({
  pupilId,
  bank,
  asked,
  fitting,
}: {
  readonly pupilId: PupilId;
  readonly bank: readonly BankEntry[];
  readonly asked: BankAsked;
  readonly fitting: Fitting;
}) {
  const href = partHref(pupilId, 'new');
  const found = searchBank(bank, searchOf(asked, fitting));
  const { page } = asked;
  const shown = found.slice((page - 1) * perPage, page * perPage);
  const hasMore = found.length > page * perPage;
  return (
    <Card title="From the bank" id="bank">
      <BankFilter action={href} asked={asked} preset={fitting} note={`${found.length} found`} />
      {shown.map((entry) => (
        <BankEntryWords key={entry.key} entry={entry} isShort>
          <p class="small">
            <a href={addressOfEntry(href, asked, entry.key)}>
              Use this<span class="govuk-visually-hidden">{`: ${entry.words.slice(0, 80)}`}</span>
            </a>
          </p>
        </BankEntryWords>
      ))}
      {found.length === 0 && (
        <p>
          Nothing found. <a href={`${href}?need=any&age=any`}>Search the whole bank</a>
        </p>
      )}
      {(hasMore || page > 1) && (
        <Pagination
          previous={page > 1 ? addressOfPage(href, asked, page - 1) : undefined}
          next={hasMore ? addressOfPage(href, asked, page + 1) : undefined}
        />
      )}
      <p class="small">
        <a href="/school/bank">The whole bank</a>
      </p>
    </Card>
  );
}
