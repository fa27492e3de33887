import { longDate } from '#src/kernel/dates.ts';
import { noAttempt } from '#src/kernel/form.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { Card } from '#src/ui/card.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import type { SummaryRow } from '#src/ui/summary-list.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { askers, outcomes, rightsUsed } from '../domain/access.form.ts';
import { fieldLabel } from '../domain/entry-words.ts';
import { everywhere, groundWords, type HeldPart } from '../domain/redact.ts';
import type { AccessRequest, Bundle, KeptRedaction } from '../queries/list-access-requests.ts';

type Choice = { readonly value: string; readonly label: string };
const labelIn = (list: readonly Choice[], value: string | null): string =>
  list.find((one) => one.value === value)?.label ?? '';

/** The facts of a request, first by when it is due and the sum that gave the day. */
export function requestRows(request: AccessRequest): SummaryRow[] {
  const { due, identityCheckedOn, identityHow, closedOn } = request;
  return [
    {
      key: 'Due',
      value: (
        <>
          {due.on === null ? 'Cannot be counted' : longDate(due.on)}
          <span class="why">{due.why}</span>
        </>
      ),
    },
    { key: 'Asked for', value: labelIn(rightsUsed, request.rightUsed) },
    { key: 'By', value: `${request.askedBy} (${labelIn(askers, request.asker).toLowerCase()})` },
    { key: 'Received', value: longDate(request.receivedOn) },
    { key: 'What for', value: request.whatFor },
    {
      key: 'Identity',
      value:
        identityCheckedOn === null ? (
          <Tag kind="warn">Not checked</Tag>
        ) : (
          `Checked on ${longDate(identityCheckedOn)}: ${identityHow ?? ''}`
        ),
    },
    ...(request.extendedWhy === null
      ? []
      : [{ key: 'More time', value: `${request.extendedMonths} months more: ${request.extendedWhy}` }]),
    ...(closedOn === null
      ? []
      : [
          {
            key: 'Ended',
            value: `${longDate(closedOn)}: ${labelIn(outcomes, request.outcome).toLowerCase()}. ${request.closedHow ?? ''}`,
          },
        ]),
  ];
}

type Of = { readonly address: string; readonly isOpen: boolean };

/** What is held, kind by kind; each is opened to read it and to mark what is not given. */
export function PartsTable({ parts, address, isOpen }: Of & { readonly parts: readonly HeldPart[] }) {
  return (
    <>
      <h2>What is held</h2>
      <Sheet label="What is held">
        <DataTable
          caption="What is held of this pupil, kind by kind"
          columns={[
            { key: 'title', label: 'Record', isRowHead: true },
            { key: 'entries', label: 'Entries', isNumber: true },
            { key: 'note', label: 'To look at' },
          ]}
          rows={parts
            .filter(({ entries }) => entries.length > 0)
            .map((part) => ({
              title:
                part.notInCopy === null && isOpen ? (
                  <a href={`${address}/entries?source=${part.source}`}>{part.title}</a>
                ) : (
                  part.title
                ),
              entries: part.entries.length,
              note:
                part.notInCopy !== null ? (
                  `Not in the copy. ${part.notInCopy}`
                ) : part.namesOthers ? (
                  <Tag kind="warn">May name somebody else</Tag>
                ) : (
                  ''
                ),
            }))}
        />
      </Sheet>
    </>
  );
}

const whatOf = ({ source, field, words }: KeptRedaction): string => {
  if (source === everywhere) return `“${words ?? ''}”, in the whole copy`;
  if (words !== null) return `“${words}”`;
  return field === null ? 'A whole entry' : fieldLabel(field);
};

type Marked = Of & { readonly redactions: readonly KeptRedaction[]; readonly parts: readonly HeldPart[] };

/** What is left out, each with its reason and a way back. */
export function RedactionsCard({ redactions, parts, address, isOpen }: Marked) {
  if (redactions.length === 0) {
    return (
      <Card title="Left out">
        <p>
          Nothing yet. Read what may name somebody else, and mark what is not given: an entry, one fact, or
          words.
        </p>
      </Card>
    );
  }
  return (
    <Card title="Left out">
      <DataTable
        caption="What is left out of the copy, and why"
        columns={[
          { key: 'what', label: 'What', isRowHead: true },
          { key: 'where', label: 'Of' },
          { key: 'why', label: 'Why' },
          { key: 'deed', label: 'Change' },
        ]}
        rows={redactions.map((one) => ({
          what: whatOf(one),
          where: parts.find(({ source }) => source === one.source)?.title ?? 'Everything',
          why: (
            <>
              {groundWords(one.ground)}
              <span class="why">{one.why}</span>
            </>
          ),
          deed: isOpen && (
            <PostForm
              attempt={noAttempt}
              action={`${address}/redactions/${one.redactionId}/withdraw`}
              submit="Give it after all"
              kind="second"
            />
          ),
        }))}
        isStacked
      />
    </Card>
  );
}

/** The copies that were made, each as it was, and the button that makes another. */
export function CopiesCard({ bundles, address, isOpen }: Of & { readonly bundles: readonly Bundle[] }) {
  return (
    <Card title="Copies" tone={isOpen && bundles.length === 0 ? 'next' : undefined}>
      {bundles.length === 0 && <p>No copy was made yet.</p>}
      <ul class="list plain">
        {bundles.map(({ bundleId, madeAt, records, leftOut, blanked }) => (
          <li key={bundleId}>
            <div>
              Made {timeWords(madeAt)}:{' '}
              <a href={`${address}/copies/${bundleId}/copy.pdf`}>
                PDF<span class="govuk-visually-hidden"> made {timeWords(madeAt)}</span>
              </a>{' '}
              <a href={`${address}/copies/${bundleId}/copy.json`}>
                JSON<span class="govuk-visually-hidden"> made {timeWords(madeAt)}</span>
              </a>
              <span class="why">{`${records} entries, ${leftOut} left out, ${blanked} passages blanked`}</span>
            </div>
          </li>
        ))}
      </ul>
      {isOpen && <PostForm attempt={noAttempt} action={`${address}/make-copy`} submit="Make a copy" />}
    </Card>
  );
}
