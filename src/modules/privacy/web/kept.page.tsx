import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { SummaryList } from '#src/ui/summary-list.tsx';
import type { AboutWhom } from '../domain/held-record.ts';
import { keptWords } from '../domain/kept-for.ts';
import { shippedRules } from '../domain/retention.ts';
import { type KeptTable, listKeptTables } from '../queries/list-kept-tables.ts';
import { listRetentionRules, type SettledYears } from '../queries/list-retention.ts';

const groups: readonly { readonly about: AboutWhom; readonly label: string }[] = [
  { about: 'pupil', label: 'About pupils and their families' },
  { about: 'people', label: 'About people who work here or sign in' },
  { about: 'school', label: 'About the school' },
  { about: 'program', label: 'Of the program itself' },
];

/** Who ends it: only what the program does is said to happen by itself. */
const endingOf = ({ about, keptFor, table }: KeptTable): string => {
  if (table === 'import_rows') return 'Emptied by Sendero each night';
  if (table === 'session' || table === 'verification' || table === 'throttle') return 'Ends by itself';
  if (keptFor?.from === 'derived') return 'Goes with what it is made from';
  if (about === 'pupil') return 'With the pupil: by the SENCO, after a review';
  return keptFor?.from === 'while' ? 'Stays' : 'By hand: Sendero does not remove it yet';
};

const rowOf = (one: KeptTable) => ({
  title: one.title,
  purpose: one.purpose,
  kept: one.keptFor === null ? 'Not declared' : keptWords(one.keptFor),
  ending: endingOf(one),
});

const ruleRow = ({ rule, years, why }: SettledYears) => ({
  key: shippedRules[rule].label,
  value: (
    <>
      {years} years after birth
      <span class="why">
        {why === null
          ? `Shipped, as practice and not law. ${shippedRules[rule].source}.`
          : `Settled by this school: ${why}. Shipped: ${shippedRules[rule].years} years. ${shippedRules[rule].source}.`}
      </span>
    </>
  ),
});

/** What is kept, what for and how long: every table, as the database declares it. */
export default page({
  path: '/school/kept',
  params: z.object({}),
  may: 'rights.read',
  about: { none: 'It shows kinds of records, no pupil' },
  section: 'School',
  title: 'What is kept, and how long',
  load: async ({ tx }) => ({ rules: await listRetentionRules(tx), tables: await listKeptTables(tx) }),
  view: ({ subject: { rules, tables }, actor }) => (
    <>
      <PageHead
        title="What is kept, and how long"
        lead={<a href="/school/privacy">Privacy</a>}
        actions={
          may(actor, 'rights.manage') && (
            <LinkButton href="/school/kept/years" kind="second">
              Change the years
            </LinkButton>
          )
        }
      />
      <Card title="How long pupils’ records are kept">
        <p>
          Counted from the date of birth, never from the day of leaving. The last day is the birthday itself.
          No law sets these years: they are settings.
        </p>
        <SummaryList rows={rules.map(ruleRow)} />
        <p>
          <a href="/school/retention">Pupils whose period has ended</a>
        </p>
      </Card>
      <Sheet label="Every kind of record">
        <DataTable
          caption="Every kind of record, what it is for, how long it is kept and who removes it"
          columns={[
            { key: 'title', label: 'Record', isRowHead: true },
            { key: 'purpose', label: 'What for' },
            { key: 'kept', label: 'Kept' },
            { key: 'ending', label: 'Removed', isQuiet: true },
          ]}
          groups={groups.map(({ about, label }) => ({
            label,
            rows: tables.filter((one) => one.about === about).map(rowOf),
          }))}
        />
      </Sheet>
    </>
  ),
});
