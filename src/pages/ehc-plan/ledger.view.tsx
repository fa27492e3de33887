import {
  type EhcLine,
  type LineAccount,
  lossesInWords,
  type PlanLedger,
  sessionsInWords,
} from '#src/modules/ehcp/index.ts';
import { minutesInWords } from '#src/modules/provision/index.ts';
import { Card } from '#src/ui/card.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { AccountBar, DoseOf, Wording } from './line-table.view.tsx';

type Props = {
  readonly lines: readonly EhcLine[];
  readonly ledger: PlanLedger;
  readonly title: string;
  readonly more?: { readonly label: string; readonly href: string } | undefined;
};

/** One bar a line of Section F: owed, given, and not given with the reasons; the wording beside it. */
export function LedgerTable({ lines, ledger, title, more }: Props) {
  return (
    <Card title={title}>
      {lines.length === 0 ? (
        <p>
          No line of Section F is entered. Enter the document again with its promises one a line, and what was
          given is counted against each.
        </p>
      ) : (
        <DataTable
          caption={title}
          isStacked
          columns={[
            { key: 'line', label: 'What Section F says', isRowHead: true },
            { key: 'dose', label: 'Promised' },
            { key: 'given', label: 'Given', isWide: true },
            { key: 'not', label: 'Not given' },
          ]}
          rows={lines.map((line, at) => rowOf(line, at, ledger))}
        />
      )}
      {more !== undefined && (
        <p class="not-on-paper">
          <a href={more.href}>{more.label}</a>
        </p>
      )}
    </Card>
  );
}

function rowOf(line: EhcLine, at: number, ledger: PlanLedger) {
  const account = ledger.byLine.get(line.commitmentId);
  return {
    line: (
      <>
        {`${at + 1}. ${line.words}`}
        <Wording words={line.words} />
      </>
    ),
    dose: <DoseOf line={line} />,
    given: account === undefined ? '–' : <AccountBar account={account} />,
    not: account === undefined ? '–' : <NotGiven account={account} />,
  };
}

function NotGiven({ account }: { account: LineAccount }) {
  const losses = lossesInWords(account);
  const { away, lost, unexplained } = account.counted ?? account;
  const missing = away + lost + unexplained;
  if (missing === 0) return <>–</>;
  return (
    <>
      {account.counted === null ? minutesInWords(missing) : sessionsInWords(missing)}
      {losses.map((words) => (
        <span class="why" key={words}>
          {words}
        </span>
      ))}
    </>
  );
}
