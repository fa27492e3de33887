import { z } from 'zod';
import { longDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { Card } from '#src/ui/card.tsx';
import { ChipNav } from '#src/ui/chip-nav.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { SummaryList } from '#src/ui/summary-list.tsx';
import { Tag } from '#src/ui/tag.tsx';
import type { Entry, HeldPart } from '../domain/redact.ts';
import { AccessRequestId, type KeptRedaction, listRedactions } from '../queries/list-access-requests.ts';
import { listHeldParts } from '../queries/list-held-parts.ts';
import { aboutRequest, findOfRequest, type OfRequest, requestAddress } from './rights-of-pupil.ts';

const perPage = 20;
const Search = z.object({
  source: z.string().max(63).catch(''),
  page: z.coerce.number().int().min(1).max(9999).catch(1),
});

type Subject = OfRequest & {
  readonly parts: readonly HeldPart[];
  readonly redactions: readonly KeptRedaction[];
};

function EntryCard(props: { part: HeldPart; entry: Entry; address: string; isMarked: boolean }) {
  const { part, entry, address, isMarked } = props;
  const query = new URLSearchParams({ source: part.source, item: entry.item });
  const title = entry.on === null ? part.title : longDate(entry.on);
  return (
    <Card title={title}>
      {isMarked && (
        <p>
          <Tag kind="warn">Something is left out</Tag>
        </p>
      )}
      <SummaryList rows={entry.lines.map(({ label, value }) => ({ key: label, value }))} />
      <p>
        <a href={`${address}/leave-out?${query.toString()}`}>
          Leave something out<span class="govuk-visually-hidden"> of {title}</span>
        </a>
      </p>
    </Card>
  );
}

/** What one kind of record holds of the pupil, entry by entry, as it would be given. */
export default page({
  path: '/pupils/:pupilId/access-requests/:accessRequestId/entries',
  params: z.object({ pupilId: PupilId, accessRequestId: AccessRequestId }),
  search: Search,
  may: 'rights.manage',
  about: aboutRequest,
  section: 'Pupils',
  title: ({ pupil }: Subject) => `What is held of ${pupil.name}`,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const found = await findOfRequest(tx, params);
    if (found === null) return null;
    const all = await listHeldParts(tx, params.pupilId);
    const parts = all.filter(({ entries, notInCopy }) => entries.length > 0 && notInCopy === null);
    return { ...found, parts, redactions: await listRedactions(tx, found.request) };
  },
  view: ({ subject: { pupil, request, parts, redactions }, search }) => {
    const address = requestAddress(request);
    const part = parts.find(({ source }) => source === search.source) ?? parts[0];
    const entries = part?.entries ?? [];
    const pages = Math.max(1, Math.ceil(entries.length / perPage));
    const current = Math.min(search.page, pages);
    return (
      <>
        <PageHead
          title={`What is held of ${pupil.name}`}
          lead={<a href={address}>Request to see the record</a>}
        />
        <ChipNav
          label="Kinds of record"
          links={parts.map(({ source, title, entries: own }) => ({
            label: `${title} (${own.length})`,
            href: `${address}/entries?source=${source}`,
            isCurrent: source === part?.source,
          }))}
        />
        {part === undefined ? (
          <EmptyState title="Nothing is held">
            <p>No record speaks of this pupil.</p>
          </EmptyState>
        ) : (
          entries
            .slice((current - 1) * perPage, current * perPage)
            .map((entry) => (
              <EntryCard
                key={entry.item}
                part={part}
                entry={entry}
                address={address}
                isMarked={redactions.some(
                  ({ source, item }) => source === part.source && item === entry.item,
                )}
              />
            ))
        )}
        {pages > 1 && (
          <Pagination
            current={current}
            pages={Array.from({ length: pages }, (_, at) => ({
              number: at + 1,
              href: `${address}/entries?source=${part?.source ?? ''}&page=${at + 1}`,
            }))}
          />
        )}
      </>
    );
  },
});
