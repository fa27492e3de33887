import { longDate } from '#src/kernel/dates.ts';
import {
  compareAdvice,
  findEhcPlan,
  listAdvice,
  verdictWords,
  versionKindWords,
} from '#src/modules/ehcp/index.ts';
import { findPupil } from '#src/modules/pupils/index.ts';
import type { PdfBlock } from '#src/paper/pdf.ts';
import { makeWord } from '#src/paper/word.ts';
import { download } from '#src/platform/http/download.ts';
import { fullName } from '../pupil/pupil-head.ts';
import { madeBy, OfPupil, ofPupil } from './ehc-of-pupil.ts';

const headings = {
  missing: 'Advised and missing in Section F',
  weakened: 'Advised and weakened in Section F',
  in: 'Advised and in Section F',
} as const;

/** What was advised and what the document makes of it, as a list for the answer to a draft (reg 13; Code of Practice 9.77). */
export default download({
  path: '/pupils/:pupilId/ehc-plan/advice.docx',
  params: OfPupil,
  may: 'ehcp.read',
  load: async ({ tx, actor, params: { pupilId } }) => {
    const pupil = await findPupil(tx, pupilId);
    const [plan, advice] = [await findEhcPlan(tx, pupilId), await listAdvice(tx, pupilId)];
    return pupil === null || advice.length === 0 ? null : { pupil, plan, advice, footer: madeBy(tx, actor) };
  },
  about: ofPupil,
  send: async ({ pupil, plan, advice, footer }) => {
    const version = plan?.versions.at(-1);
    const lines = version?.lines ?? [];
    const all = advice.flatMap((one) =>
      one.lines.map((line) => {
        const proposal = compareAdvice(line.words, lines);
        const near = proposal.line ?? 'No line';
        const verdict = line.verdict ?? proposal.verdict;
        const why = line.verdict === null ? `${proposal.why} (proposed, not decided)` : (line.why ?? '');
        const from = `${one.author}, ${one.capacity}, ${longDate(one.datedOn)}`;
        return { verdict, row: [line.words, from, near, why] };
      }),
    );
    const title = `Advice beside the EHC plan: ${fullName(pupil)}`;
    const blocks = (['missing', 'weakened', 'in'] as const).flatMap((verdict): readonly PdfBlock[] => {
      const rows = all.filter((one) => one.verdict === verdict).map(({ row }) => row);
      if (rows.length === 0) return [];
      return [
        { kind: 'heading', level: 2, words: `${headings[verdict]} (${verdictWords[verdict].toLowerCase()})` },
        { kind: 'table', columns: ['Advice', 'From', 'Nearest line of Section F', 'Why'], rows },
      ];
    });
    const document =
      version === undefined
        ? 'No document of the plan is kept yet.'
        : `Held against the ${versionKindWords[version.kind].toLowerCase()} of ${longDate(version.datedOn)}.`;
    return {
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      fileName: 'advice-and-plan.docx',
      body: await makeWord({
        title,
        footer,
        landscape: true,
        blocks: [{ kind: 'heading', level: 1, words: title }, { kind: 'text', words: document }, ...blocks],
      }),
    };
  },
});
