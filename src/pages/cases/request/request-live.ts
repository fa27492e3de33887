import { longDate, monthYear, type SchoolDate } from '#src/kernel/dates.ts';
import { poundsInWords } from '#src/kernel/money.ts';
import { type listMeasures, type listResults, scoreWords } from '#src/modules/assessments/index.ts';
import type { RequestParagraph } from '#src/modules/ehcp/index.ts';
import type { Plan, PlanVersion } from '#src/modules/plans/index.ts';
import { minutesInWords, type PupilProvision } from '#src/modules/provision/index.ts';
import { yearWords } from '#src/modules/pupils/index.ts';
import { inForceOn, needLabel, statusLabel } from '#src/modules/register/index.ts';
import type { PupilHead } from '../../pupil/pupil-head.ts';

/** Who the pupil is, in one sentence. */
export function pupilParagraphs({ pupil, sen, today }: PupilHead): RequestParagraph[] {
  const status = sen === null ? undefined : inForceOn(sen.statuses, today);
  const facts = [
    `${pupil.name.forename} ${pupil.name.surname}, born ${longDate(pupil.bornOn)}`,
    yearWords(pupil.yearGroup),
    pupil.className === null ? '' : `${pupil.className} class`,
    status === undefined || status === null
      ? ''
      : `${statusLabel[status.status]} since ${longDate(status.fromOn)}`,
  ].filter(Boolean);
  const source = { label: 'The pupil’s record', on: today, href: `/pupils/${pupil.pupilId}` };
  return [{ key: 'pupil', words: `${facts.join(', ')}.`, source }];
}

/** A part of the plan, paragraph by paragraph. */
export function section(plan: Plan | null, kind: string, pupilId: string): RequestParagraph[] {
  const words = plan?.sections.find((each) => each.kind === kind)?.words ?? null;
  if (plan === null || words === null) return [];
  const source = {
    label: `Plan, cycle ${plan.cycle}`,
    on: plan.issuedOn ?? plan.begunOn,
    href: `/pupils/${pupilId}/plan`,
  };
  return words
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line, at) => ({ key: `${kind}-${at + 1}`, words: line.trim(), source }));
}

export const strengthParagraphs = ({ sen, pupil }: PupilHead): RequestParagraph[] =>
  (sen?.strengths ?? []).map(({ words, fromOn }) => ({
    key: `strength-${fromOn}-${words.slice(0, 100)}`,
    words,
    source: { label: 'Strengths', on: fromOn, href: `/pupils/${pupil.pupilId}` },
  }));

export const needParagraphs = ({ sen, pupil }: PupilHead): RequestParagraph[] =>
  (sen?.needs ?? []).map(({ senType, ownWords, fromOn, toldBy }) => ({
    key: `need-${senType}`,
    words: ownWords === null ? `${needLabel(senType)}.` : `${needLabel(senType)}: ${ownWords}`,
    source: {
      label: toldBy === null ? 'Needs' : `Needs, told by ${toldBy}`,
      on: fromOn,
      href: `/pupils/${pupil.pupilId}`,
    },
  }));

export function cycleParagraph(
  { number, issuedOn, content }: PlanVersion,
  pupilId: string,
): RequestParagraph {
  const targets = content.targets.map(({ words }) => words).join('; ');
  return {
    key: `version-${number}`,
    words: `Cycle ${content.cycle}, agreed ${longDate(issuedOn)}: ${targets === '' ? 'no targets' : targets}.`,
    source: {
      label: `Plan number ${number}`,
      on: issuedOn,
      href: `/pupils/${pupilId}/plan/versions/${number}`,
    },
  };
}

export const reviewedParagraph = (plan: Plan | null): RequestParagraph[] =>
  plan === null
    ? []
    : plan.targets.flatMap(({ targetId, words, review }) =>
        review === null
          ? []
          : [
              {
                key: `target-${targetId}`,
                words: `${words}: rated ${review.rating} of 5 at the review${review.words === null ? '' : `. ${review.words}`}`,
                source: {
                  label: `Review of cycle ${plan.cycle}`,
                  on: plan.reviewOn,
                  href: `/pupils/${plan.pupilId}/plan`,
                },
              },
            ],
      );

export const provisionParagraphs = ({ runs, period }: PupilProvision, pupilId: string): RequestParagraph[] =>
  runs.map(({ runId, name, ledger, spent, adults }) => ({
    key: `run-${runId}`,
    words: [
      `${name}${adults.length === 0 ? '' : ` with ${adults.join(', ')}`}: ${minutesInWords(ledger.held + ledger.extra)} given of ${minutesInWords(ledger.planned)} planned until today`,
      spent === null ? '' : `, at ${poundsInWords(spent)} for this pupil`,
      '.',
    ].join(''),
    source: {
      label: period === null ? 'Provision' : `Provision, ${period.label}`,
      on: null,
      href: `/pupils/${pupilId}/provision`,
    },
  }));

type Results = Awaited<ReturnType<typeof listResults>>;
type Measures = Awaited<ReturnType<typeof listMeasures>>;

/** The first and the last score on each measure: what changed, and when each was taken. */
export function resultParagraphs(results: Results, measures: Measures, pupilId: string): RequestParagraph[] {
  const said = (measure: Measures[number], score: number, on: SchoolDate) =>
    `${scoreWords(measure, score)} (${monthYear(on)})`;
  return measures.flatMap((measure) => {
    const own = results.filter(({ measureKey }) => measureKey === measure.key);
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) return [];
    const from = first === last ? '' : `from ${said(measure, first.score, first.on)} to `;
    const source = { label: `Results: ${measure.name}`, on: last.on, href: `/pupils/${pupilId}/assessments` };
    return [
      {
        key: `measure-${measure.key}`,
        words: `${measure.name}: ${from}${said(measure, last.score, last.on)}.`,
        source,
      },
    ];
  });
}
