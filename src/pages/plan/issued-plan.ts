import { longDate } from '#src/kernel/dates.ts';
import { areaWords, type PlanVersion, sectionWords, strategyLine } from '#src/modules/plans/index.ts';
import type { Pupil } from '#src/modules/pupils/index.ts';
import type { PdfDocument } from '#src/platform/pdf/pdf.ts';

/** An issued plan as a tagged PDF, in the order in which it is read. */
export function issuedPlanPdf(
  pupil: Pupil,
  version: PlanVersion,
  { footer, signed }: { readonly footer: string; readonly signed: readonly string[] },
): PdfDocument {
  const { content, number, issuedOn } = version;
  const name = `${pupil.name.forename} ${pupil.name.surname}`;
  return {
    title: `SEN support plan of ${name}`,
    footer,
    blocks: [
      { kind: 'heading', level: 1, words: `SEN support plan: ${name}` },
      {
        kind: 'facts',
        rows: [
          ['Issued', `${longDate(issuedOn)}, number ${number}, cycle ${content.cycle}`],
          ['Review', content.reviewOn === null ? 'no day set' : longDate(content.reviewOn)],
          [
            'Shared',
            content.sharedOn === null
              ? 'not noted'
              : `${longDate(content.sharedOn)} with ${content.sharedWith ?? ''}`,
          ],
        ],
      },
      ...content.sections.flatMap(({ kind, words }) => [
        { kind: 'heading' as const, level: 2 as const, words: sectionWords[kind].label },
        { kind: 'text' as const, words },
      ]),
      { kind: 'heading', level: 2, words: 'Targets' },
      ...content.targets.flatMap((target, at) => [
        { kind: 'heading' as const, level: 3 as const, words: `${at + 1}. ${target.words}` },
        {
          kind: 'facts' as const,
          rows: [
            ['Area', areaWords[target.area]] as const,
            ...(target.baseline === null ? [] : [['Now', target.baseline] as const]),
            ...(target.success === null ? [] : [['Success', target.success] as const]),
            ...(target.byOn === null ? [] : [['By', longDate(target.byOn)] as const]),
          ],
        },
        ...(target.strategies.length === 0
          ? []
          : [{ kind: 'list' as const, items: target.strategies.map(strategyLine) }]),
      ]),
      ...(signed.length === 0
        ? []
        : [
            { kind: 'heading' as const, level: 2 as const, words: 'Signatures' },
            ...signed.map((words) => ({ kind: 'text' as const, words })),
          ]),
    ],
  };
}
