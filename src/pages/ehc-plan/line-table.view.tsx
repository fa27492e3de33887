import { longDate } from '#src/kernel/dates.ts';
import {
  deliveredPercent,
  doseInWords,
  type EhcLine,
  hasQuantity,
  type LineAccount,
  promisesSessions,
  sessionsInWords,
  vagueWording,
  wordingRules,
} from '#src/modules/ehcp/index.ts';
import { minutesInWords } from '#src/modules/provision/index.ts';
import { Bar } from '#src/ui/bar.tsx';
import { Details } from '#src/ui/details.tsx';
import { Tag } from '#src/ui/tag.tsx';

const whyOf = new Map(wordingRules.map(({ id, why }) => [id, why]));

/** What is wrong with the wording of a line, by the written rules, each with its reason; nothing where it is specific. */
export function Wording({ words }: { words: string }) {
  const broken = vagueWording(words);
  if (broken.length === 0) return null;
  return (
    <Details summary={broken.length === 1 ? 'Loosely worded' : `Loosely worded: ${broken.length} reasons`}>
      <ul>
        {broken.map((id) => (
          <li key={id}>{whyOf.get(id)}</li>
        ))}
      </ul>
    </Details>
  );
}

/** How much a line promises, by whom and until when. */
export function DoseOf({ line }: { line: EhcLine }) {
  const { byWhom, fromOn, untilOn } = line;
  const days = [
    fromOn === null ? '' : `from ${longDate(fromOn)}`,
    untilOn === null ? '' : `until ${longDate(untilOn)}`,
  ];
  const more = [byWhom ?? '', ...days].filter(Boolean).join(', ');
  return (
    <>
      {hasQuantity(line) || promisesSessions(line) ? doseInWords(line) : <Tag kind="warn">No quantity</Tag>}
      {more !== '' && <span class="why">{more}</span>}
    </>
  );
}

/** What was owed until today, given and not, as a bar with its words. */
export function AccountBar({ account }: { account: LineAccount }) {
  const { counted } = account;
  const { owed, delivered, away, lost, unexplained } = counted ?? account;
  const percent = deliveredPercent({ owed, delivered });
  const amount = counted === null ? minutesInWords : sessionsInWords;
  if (owed === null || owed === 0 || percent === null)
    return (
      <span>
        {amount(delivered)} given
        <span class="why">
          {owed === null ? 'The plan does not say how much is owed' : 'Nothing was due'}
        </span>
      </span>
    );
  const share = (part: number) => Math.round((100 * part) / owed);
  const words = `${counted === null ? minutesInWords(delivered) : delivered} of ${amount(owed)} given`;
  return (
    <>
      <Bar
        delivered={percent}
        lost={Math.min(100 - percent, share(away + lost + unexplained))}
        label={words}
        figure={`${percent} %`}
      />
      <span class="why">{words}</span>
    </>
  );
}
