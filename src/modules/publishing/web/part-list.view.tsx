import { PartList } from '#src/ui/workbench.tsx';
import { wordsOf } from '../domain/document.ts';
import { kindsOfDocument } from '../domain/document-kinds.ts';
import { documentHref, type Held, publicNow, rulesOf } from './document-of-school.ts';

/** Where a part stands: missing, as it was published last, or written. */
function stateOf(held: Held, part: string, isMust: boolean) {
  const words = wordsOf(held.document, part);
  if (words === '') {
    return isMust
      ? { words: 'Missing', kind: 'warn' as const }
      : { words: 'If you like', kind: 'watch' as const };
  }
  const before = publicNow(held)?.content.parts.find((one) => one.part === part)?.words;
  return before === words
    ? { words: 'As published', kind: 'watch' as const }
    : { words: 'Written', kind: 'good' as const };
}

/** The parts of a document with where each stands, and beside them what a strategy also has. */
export function Parts({ held, at }: { held: Held; at: string | null }) {
  const href = documentHref(held.kind);
  const { hasBudget } = kindsOfDocument[held.kind];
  const { lines, reviewOn } = held.document;
  const isThere = (done: boolean) =>
    done ? { words: 'Written', kind: 'good' as const } : { words: 'Missing', kind: 'warn' as const };
  const counts = [
    {
      label: 'Complaints, compliments, training',
      href: `${href}/counts`,
      state: { words: 'Counts', kind: 'watch' as const },
    },
  ];
  const records = held.kind === 'governors_report' ? counts : [];
  const more = hasBudget
    ? [
        { label: 'Budgeted costs', href: `${href}/budget`, state: isThere(lines.length > 0) },
        { label: 'Day of review', href: `${href}/days`, state: isThere(reviewOn !== null) },
      ]
    : records;
  return (
    <PartList
      label="Parts of the document"
      parts={[
        ...rulesOf(held).map(({ part, title, isMust }) => ({
          label: title,
          href: `${href}/parts/${part}`,
          state: stateOf(held, part, isMust),
          isCurrent: part === at,
        })),
        ...more.map((one) => ({ ...one, isCurrent: one.href.endsWith(`/${at}`) })),
      ]}
    />
  );
}
