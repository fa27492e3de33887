import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { longDate, monthYear } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import {
  type AssessmentResult,
  listMeasures,
  listResults,
  type SchoolMeasure,
  scoreWords,
  steadyWords,
} from '#src/modules/assessments/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { ButtonRow, LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { LineChart } from '#src/ui/line-chart.tsx';
import { PupilBand } from './pupil-band.view.tsx';
import { aboutPupil, findPupilHead, fullName, type PupilHead } from './pupil-head.ts';

type OfMeasure = { readonly measure: SchoolMeasure; readonly results: readonly AssessmentResult[] };
type Subject = PupilHead & { readonly measured: readonly OfMeasure[] };

const columns = [
  { key: 'on', label: 'Day', isRowHead: true },
  { key: 'score', label: 'Score', isNumber: true },
  { key: 'form', label: 'Form' },
  { key: 'note', label: 'Note' },
  { key: 'more', label: '' },
] as const;

function MeasureCard({ of, mayWrite }: { of: OfMeasure; mayWrite: boolean }) {
  const { measure, results } = of;
  const [first, last] = [results[0], results.at(-1)];
  if (first === undefined || last === undefined) return null;
  const words = (score: number) => scoreWords(measure, score);
  const label = `${measure.name}: ${results.map(({ score, on }) => `${words(score)} in ${monthYear(on)}`).join(', ')}`;
  const { mean, sd } = measure;
  return (
    <Card title={measure.name}>
      <LineChart
        label={label}
        points={results.map(({ on, score }) => ({
          at: Date.parse(on) / 86_400_000,
          value: score,
          title: `${words(score)} on ${longDate(on)}`,
        }))}
        ends={[monthYear(first.on), monthYear(last.on)]}
        words={words}
        band={mean === null || sd === null ? null : [mean - sd, mean + sd]}
      />
      <DataTable
        caption={`Scores: ${measure.name}`}
        columns={columns}
        isStacked
        rows={results.toReversed().map(({ resultId, pupilId, on, score, form, note, source }) => ({
          on: longDate(on),
          score: words(score),
          form: form ?? '–',
          note: note ?? (source === 'typed' ? '–' : source),
          more: mayWrite && (
            <a href={`/pupils/${pupilId}/assessments/${resultId}/withdraw`}>
              Withdraw<span class="govuk-visually-hidden">{` the score of ${longDate(on)}`}</span>
            </a>
          ),
        }))}
      />
      <p class="small quiet">
        {[
          mean === null || sd === null ? null : 'The band is what two thirds of all pupils of the age score',
          steadyWords(measure),
          measure.direction === 'low' ? 'Lower is better' : null,
        ]
          .filter((part) => part !== null)
          .map((part) => `${part}. `)}
      </p>
    </Card>
  );
}

/** What a pupil has scored, measure by measure: a picture, and a table beside it. */
export default page({
  path: '/pupils/:pupilId/assessments',
  params: z.object({ pupilId: PupilId }),
  may: 'result.read',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil }: Subject) => `Assessments of ${fullName(pupil)}`,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const head = await findPupilHead(tx, params.pupilId);
    if (head === null) return null;
    const results = await listResults(tx, { pupilIds: [params.pupilId] });
    const measures = results.length === 0 ? [] : await listMeasures(tx);
    const measured = measures
      .map((measure) => ({ measure, results: results.filter((one) => one.measureKey === measure.key) }))
      .filter((one) => one.results.length > 0);
    return { ...head, measured };
  },
  view: ({ subject, actor, params }) => {
    const mayWrite = may(actor, 'result.write');
    return (
      <>
        <PupilBand head={subject} actor={actor} tab="Assessments" />
        <ButtonRow>
          {mayWrite && (
            <LinkButton href={`/pupils/${params.pupilId}/assessments/new`}>Add a score</LinkButton>
          )}
          <LinkButton href="/school/measures" kind="second">
            Measures
          </LinkButton>
        </ButtonRow>
        {subject.measured.length === 0 ? (
          <EmptyState title="No scores yet">
            <p>
              Scores of tests, scales and counts stand here once they are added, one at a time, for a whole
              group, or from a spreadsheet.
            </p>
          </EmptyState>
        ) : (
          subject.measured.map((of) => <MeasureCard key={of.measure.key} of={of} mayWrite={mayWrite} />)
        )}
      </>
    );
  },
});
