import { may } from '#src/kernel/access.ts';
import { poundsInWords } from '#src/kernel/money.ts';
import { page } from '#src/platform/http/page.tsx';
import { ButtonRow, LinkButton, SubmitButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { Columns } from '#src/ui/columns.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { SummaryList } from '#src/ui/summary-list.tsx';
import { doseInWords, type Entry, keyOf } from '../domain/catalogue.ts';
import { areaWords, layerWords, staffKindWords, type TierWords } from '../domain/provision-words.ts';
import { findEntry } from '../queries/get-catalogue.ts';
import { getTierWords } from '../queries/get-provision-settings.ts';
import { entryHref, OfEntry } from './of-entry.ts';

const rowsOf = (entry: Entry, tierWords: TierWords) => [
  { key: 'Wave', value: tierWords[entry.tier] },
  ...(entry.proposedLayer === null
    ? []
    : [{ key: 'Layer', value: layerWords[entry.proposedLayer] ?? entry.proposedLayer }]),
  { key: 'Areas of need', value: entry.areas.map((area) => areaWords[area]).join(', ') },
  { key: 'Ages', value: entry.age === null ? 'Any' : `${entry.age[0]} to ${entry.age[1]}` },
  { key: 'Dose', value: entry.dose ?? (doseInWords(entry) || 'Not said') },
  { key: 'Given by', value: staffKindWords[entry.staffKind] },
  { key: 'Materials', value: entry.materialsPence === 0 ? 'None said' : poundsInWords(entry.materialsPence) },
  { key: 'Who comes in', value: entry.entryRule ?? 'Not said' },
  { key: 'When it is done', value: entry.exitRule ?? 'Not said' },
  { key: 'Measured by', value: entry.measure ?? 'Not said' },
];

function Actions({ entry }: { entry: Entry }) {
  const address = entryHref(entry);
  if (entry.isWithdrawn)
    return (
      <form method="post" action={`${address}/bring-back`}>
        <SubmitButton kind="second">Bring back</SubmitButton>
      </form>
    );
  return (
    <ButtonRow>
      <LinkButton href={`/provision/runs/new?entry=${keyOf(entry)}`}>Start a group</LinkButton>
      <LinkButton href={`${address}/change`} kind="second">
        Change
      </LinkButton>
      <LinkButton href={`${address}/withdraw`} kind="second">
        Withdraw
      </LinkButton>
    </ButtonRow>
  );
}

const origin = (entry: Entry): string => {
  if (entry.entryId === null) return 'As shipped';
  return entry.seedKey === null ? 'Our own' : 'Shipped, and changed by the school';
};

/** One entry of the catalogue with its evidence and source. */
export default page({
  path: '/provision/catalogue/:entryKey',
  params: OfEntry,
  may: 'provision.read',
  section: 'Provision',
  title: ({ entry }: { entry: Entry }) => entry.name,
  about: { none: 'It shows a kind of provision, no pupil' },
  load: async ({ tx, params }) => {
    const entry = await findEntry(tx, params.entryKey);
    return entry === null ? null : { entry, tierWords: await getTierWords(tx) };
  },
  view: ({ subject: { entry, tierWords }, actor }) => (
    <>
      <PageHead
        title={entry.name}
        lead={<a href="/provision/catalogue">Catalogue of provision</a>}
        actions={may(actor, 'provision.manage') && <Actions entry={entry} />}
      />
      {entry.isWithdrawn && <Inset>This entry was withdrawn. Groups that were made of it stay.</Inset>}
      <Columns
        side={
          <Card title="Evidence">
            <p>{entry.evidence ?? 'None is named.'}</p>
            <p class="small quiet">{entry.source ?? 'No source is named.'}</p>
            <p class="small quiet">{origin(entry)}</p>
          </Card>
        }
      >
        <Card title="What it is">
          <SummaryList rows={rowsOf(entry, tierWords)} />
        </Card>
      </Columns>
    </>
  ),
});
