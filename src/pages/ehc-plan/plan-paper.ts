import type { Member } from '#src/kernel/access.ts';
import { longDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import {
  currentVersion,
  doseInWords,
  sectionLetters,
  sectionTitles,
  versionKindWords,
} from '#src/modules/ehcp/index.ts';
import type { PdfBlock, PdfDocument } from '#src/paper/pdf.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { fullName } from '../pupil/pupil-head.ts';
import { loadEhc, madeBy } from './ehc-of-pupil.ts';

/** The school's copy of the EHC plan on paper; null where no document of it is kept. */
export async function loadPlanPaper(
  tx: Tx,
  actor: Member,
  pupilId: PupilId,
): Promise<{ readonly pupilId: PupilId; readonly paper: PdfDocument } | null> {
  const found = await loadEhc(tx, pupilId);
  const version = found === null ? null : currentVersion(found.plan);
  if (found === null || version === null) return null;
  const { pupil, plan } = found;
  const title = `EHC plan: ${fullName(pupil)}`;
  const blocks: readonly PdfBlock[] = [
    { kind: 'heading', level: 1, words: title },
    {
      kind: 'callout',
      words: `The school’s copy. ${plan.authority} made the plan and maintains it; its own document decides.`,
    },
    {
      kind: 'facts',
      rows: [
        ['Document', `${versionKindWords[version.kind]} of ${longDate(version.datedOn)}`],
        ['Born', longDate(pupil.bornOn)],
        ['Authority', plan.authority],
      ],
    },
    ...sectionLetters.flatMap((letter): readonly PdfBlock[] => {
      const words = version.sections[letter];
      if (words === undefined) return [];
      return [
        { kind: 'heading', level: 2, words: `Section ${letter}: ${sectionTitles[letter]}` },
        { kind: 'text', words },
        ...(letter === 'F' && version.lines.length > 0
          ? [
              {
                kind: 'table' as const,
                columns: ['What it promises', 'How much', 'By whom'],
                widths: [4, 1.6, 1.6],
                rows: version.lines.map((line) => [line.words, doseInWords(line), line.byWhom ?? 'not said']),
              },
            ]
          : []),
      ];
    }),
  ];
  return { pupilId, paper: { title, footer: madeBy(tx, actor), blocks } };
}
