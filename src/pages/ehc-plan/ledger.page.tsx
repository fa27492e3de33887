import { may } from '#src/kernel/access.ts';
import { longDate, middleDate } from '#src/kernel/dates.ts';
import {
  bindingLines,
  type EhcPlan,
  findEhcPlan,
  findLedger,
  type PlanLedger,
  sumAccounts,
} from '#src/modules/ehcp/index.ts';
import { minutesInWords } from '#src/modules/provision/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { ExportMenu } from '#src/ui/export-menu.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { SelectField } from '#src/ui/select-field.tsx';
import { Strip } from '#src/ui/strip.tsx';
import { PupilBand } from '../pupil/pupil-band.view.tsx';
import { aboutPupil, findPupilHead, fullName, type PupilHead } from '../pupil/pupil-head.ts';
import { ehcHref, OfPupil } from './ehc-of-pupil.ts';
import { LedgerTable } from './ledger.view.tsx';
import { LedgerSearch, rowsOf } from './ledger-subject.ts';
import { Ties } from './ties.view.tsx';

type Subject = PupilHead & { readonly plan: EhcPlan; readonly ledger: PlanLedger };

/** The ledger of Section F: what each line owed in a stretch of the year, what was given of it, and why not the rest. */
export default page({
  path: '/pupils/:pupilId/ehc-plan/ledger',
  params: OfPupil,
  search: LedgerSearch,
  may: 'ehcp.read',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil }: Subject) => `What ${fullName(pupil)} was given of the EHC plan`,
  load: async ({ tx, params: { pupilId }, search }): Promise<Subject | null> => {
    const { head, plan } = await tx.scope.together({
      head: (of) => findPupilHead(of, pupilId),
      plan: (of) => findEhcPlan(of, pupilId),
    });
    if (head === null || plan === null) return null;
    return { ...head, plan, ledger: await findLedger(tx, plan, search.period ?? '') };
  },
  view: ({ subject, actor }) => {
    const { pupil, plan, ledger, today } = subject;
    const home = ehcHref(pupil.pupilId);
    const { period } = ledger;
    const query = period === null ? '' : `?period=${encodeURIComponent(period.key)}`;
    return (
      <>
        <PupilBand head={subject} actor={actor} tab="EHC plan" />
        <PageHead
          title="What was given of Section F"
          lead={
            period === null
              ? 'Enter the school’s terms, and what is owed can be counted.'
              : `${period.label}: ${middleDate(period.from)} to ${middleDate(period.until)}${period.until > today ? `, counted until ${longDate(today)}` : ''}`
          }
          actions={
            <ExportMenu
              ways={[
                { label: 'PDF', href: `${home}/ledger.pdf${query}` },
                { label: 'Excel', href: `${home}/ledger.xlsx${query}` },
              ]}
            />
          }
        />
        <Choose ledger={ledger} />
        <Figures plan={plan} ledger={ledger} />
        <LedgerTable lines={bindingLines(plan)} ledger={ledger} title="Line by line" />
        <Ties plan={plan} ledger={ledger} writes={may(actor, 'ehcp.write')} />
        <p>
          <a href={home}>Back to the EHC plan</a>
        </p>
      </>
    );
  },
});

const Choose = ({ ledger: { period, periods } }: { ledger: PlanLedger }) => (
  <form method="get" class="choose-two not-on-paper">
    <SelectField
      name="period"
      label="Stretch of the year"
      value={period?.key ?? ''}
      options={periods.map(({ key, label }) => ({ value: key, label }))}
    />
    <button type="submit" class="govuk-button govuk-button--secondary">
      Show
    </button>
  </form>
);

function Figures({ plan, ledger }: { plan: EhcPlan; ledger: PlanLedger }) {
  const whole = sumAccounts(rowsOf(plan, ledger).map(({ account }) => account));
  return (
    <Strip
      figures={[
        { figure: whole.owed === null ? '–' : minutesInWords(whole.owed), label: 'owed until today' },
        { figure: minutesInWords(whole.delivered), label: 'given' },
        { figure: minutesInWords(whole.away), label: 'pupil away or did not come' },
        { figure: minutesInWords(whole.lost), label: 'lost for the school’s reasons' },
        { figure: minutesInWords(whole.unexplained), label: 'no session logged' },
        ...(ledger.untied.sessions === 0
          ? []
          : [{ figure: minutesInWords(ledger.untied.delivered), label: 'given, but counted to no line' }]),
      ]}
    />
  );
}
