import type { ComponentChildren } from 'preact';
import { ageWords, areaWords, type BankEntry, bankAges, strategyLine } from '#src/modules/plans/index.ts';
import { Tag } from '#src/ui/tag.tsx';

const agesOf = ({ ages }: BankEntry): string =>
  ages.length === bankAges.length ? 'Every age' : ages.map((one) => ageWords[one]).join(', ');

/** An entry of the bank as it is read: the target, success, who does what; and what can be done with it. */
export function BankEntryWords({
  entry,
  isShort = false,
  children,
}: {
  readonly entry: BankEntry;
  /** Beside a form: without for whom it is meant. */
  readonly isShort?: boolean;
  readonly children?: ComponentChildren;
}) {
  const { words, success, strategies, needs, uses, isOwn, area } = entry;
  const facts = [
    ...(isShort ? [] : [areaWords[area], needs.length === 0 ? 'Any need' : needs.join(', '), agesOf(entry)]),
    ...(uses === 0 ? [] : [uses === 1 ? 'used once here' : `used ${uses} times here`]),
  ];
  return (
    <div class="bank-entry">
      <p>
        <b>{words}</b> {isOwn && <Tag kind="support">Ours</Tag>}
      </p>
      {success !== null && <p class="small">{`Success: ${success}`}</p>}
      {strategies.length > 0 && (
        <ul class="small">
          {strategies.map((one) => (
            <li key={one.words}>{strategyLine(one)}</li>
          ))}
        </ul>
      )}
      {facts.length > 0 && <p class="small quiet">{facts.join(' · ')}</p>}
      {children}
    </div>
  );
}
