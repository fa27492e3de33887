import { timeWords } from '#src/platform/clock/clock.ts';
import { Card } from '#src/ui/card.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { Tag, type TagKind } from '#src/ui/tag.tsx';
import { type Delivery, type DeliveryState, deliveryState, paperWords } from '../domain/review/paper.ts';

const kinds: Readonly<Record<DeliveryState, TagKind>> = {
  opened: 'good',
  mailed: 'watch',
  'not mailed': 'warn',
};

const stateWords = (one: Delivery): string => {
  const { mailedAt, openedAt, email } = one;
  if (openedAt !== null) return `Opened ${timeWords(openedAt)}`;
  if (mailedAt !== null) return `Mailed ${timeWords(mailedAt)}`;
  return email === null ? 'Not mailed yet, or no address: hand it over' : 'Not mailed yet';
};

/** The proof of what was sent: each paper, to whom, where and when, and whether it was opened. */
export function SentPapers({ deliveries }: { readonly deliveries: readonly Delivery[] }) {
  if (deliveries.length === 0) return null;
  return (
    <Card title="What was sent">
      <DataTable
        caption="Papers that were sent, to whom and when"
        isStacked
        columns={[
          { key: 'who', label: 'To', isRowHead: true },
          { key: 'what', label: 'What' },
          { key: 'state', label: 'How far it got' },
        ]}
        rows={deliveries.map((one) => ({
          who: (
            <>
              {one.name}
              {one.email !== null && <span class="why">{one.email}</span>}
            </>
          ),
          what: (
            <a
              href={`/documents/${one.documentId}`}
              aria-label={`${paperWords[one.what]}, sent to ${one.name}`}
            >
              {paperWords[one.what]}
            </a>
          ),
          state: <Tag kind={kinds[deliveryState(one)]}>{stateWords(one)}</Tag>,
        }))}
      />
    </Card>
  );
}
