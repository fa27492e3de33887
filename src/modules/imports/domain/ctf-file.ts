import type { SchoolDate } from '../../../kernel/dates.ts';
import { type CtfHeader, ctfHeaderOf, problemOfSexElement, problemsOfHeader } from './ctf-header.ts';
import { pupilOfCtf, usesGender } from './ctf-pupil.ts';
import type { IdentifierChecks } from './identifiers.ts';
import type { Incoming, IncomingPupil } from './incoming.ts';
import { createReport, type Report, reportOn } from './report.ts';
import type { XmlNode } from './xml-node.ts';

export type CtfOptions = {
  readonly today: SchoolDate;
  readonly checks: IdentifierChecks;
  /** LA and establishment number of the school that imports, seven figures: to see whether the file is for it. */
  readonly ownLaestab?: string;
};

/** Takes the parts of a transfer file as they are read and gives the whole at the end. */
export type CtfGatherer = {
  readonly header: (node: XmlNode) => void;
  readonly pupil: (node: XmlNode) => void;
  readonly whole: () => { readonly header: CtfHeader; readonly incoming: Incoming };
};

type PupilRead = { readonly pupil: IncomingPupil; hasFailed: boolean };

/** Two pupils with one UPN are an error for both: nobody can know which is right. */
function failDuplicates(reads: readonly PupilRead[], report: Report): void {
  const byUpn = new Map<string, PupilRead[]>();
  for (const read of reads) {
    const { upn } = read.pupil;
    if (upn == null) continue;
    const same = byUpn.get(upn);
    if (same === undefined) byUpn.set(upn, [read]);
    else same.push(read);
  }
  for (const [upn, same] of byUpn) {
    if (same.length < 2) continue;
    const places = same.map(({ pupil }) => pupil.rows[0]).join(' and ');
    for (const read of same) {
      read.hasFailed = true;
      report.fail(read.pupil.rows[0] ?? null, {
        column: 'UPN',
        value: upn,
        message: `Pupils ${places} of the file have the same UPN.`,
        todo: 'Ask the school that sent the file which is right.',
      });
    }
  }
}

/** Makes a gatherer. The pupils are numbered from 1 in the order of the file. */
export function gatherCtf(options: CtfOptions): CtfGatherer {
  const report = createReport();
  const reads: PupilRead[] = [];
  let header = ctfHeaderOf(null, options.today);
  let sawGender = false;
  return {
    header: (node) => {
      header = ctfHeaderOf(node, options.today);
    },
    pupil: (node) => {
      const on = reportOn(report, reads.length + 1);
      const { today, checks } = options;
      const pupil = pupilOfCtf(node, { today, checks, madeOn: header.madeOn, on });
      sawGender ||= usesGender(node);
      reads.push({ pupil, hasFailed: on.hasFailed() });
    },
    whole: () => {
      failDuplicates(reads, report);
      const of = (hasFailed: boolean): readonly IncomingPupil[] =>
        reads.filter((read) => read.hasFailed === hasFailed).map(({ pupil }) => pupil);
      const problems = [
        ...problemsOfHeader(header, options.ownLaestab),
        ...problemOfSexElement(header, sawGender),
        ...report.list(),
      ];
      const incoming = { pupils: of(false), unread: of(true), staff: [], groups: [], lessons: [], problems };
      return { header, incoming };
    },
  };
}
