import type { SchoolDate } from '../../../kernel/dates.ts';
import type { Problem } from './incoming.ts';
import { cut } from './report.ts';
import { readSchoolDate } from './school-dates.ts';
import { findChild, textOf, type XmlNode } from './xml-node.ts';

/** A school as a transfer file names it. `laestab` is seven characters, `XXXXXXX` where it is not known. */
export type CtfSchool = {
  readonly laestab: string | null;
  readonly urn: string | null;
  readonly name: string | null;
};

export type CtfHeader = {
  readonly version: string | null;
  /** A partial file tells little about each pupil, and blanks nothing. */
  readonly isPartial: boolean;
  /** `2026-09-08T09:30:00`, as written: it has no zone. */
  readonly madeAt: string | null;
  readonly madeOn: SchoolDate | null;
  readonly supplier: string | null;
  readonly description: string | null;
  readonly source: CtfSchool & {
    /** First year: 2026 for 2026/27. */ readonly academicYear: number | null;
  };
  readonly destination: CtfSchool;
};

/** Versions 20 to 25 were compared with this reader; others are read all the same, with a warning. */
const OLDEST = 20;
const NEWEST = 25;

function schoolOf(node: XmlNode | null): CtfSchool {
  const la = textOf(node, 'lea') ?? textOf(node, 'la') ?? '';
  const laestab = `${la}${textOf(node, 'estab') ?? ''}`.toUpperCase();
  return {
    laestab: laestab === '' ? null : laestab,
    urn: textOf(node, 'urn') ?? null,
    name: textOf(node, 'schoolname') ?? null,
  };
}

/** Reads the header of a transfer file; a file without one gives nulls. */
export function ctfHeaderOf(node: XmlNode | null, today: SchoolDate): CtfHeader {
  const madeAt = textOf(node, 'datetime') ?? null;
  const madeOn = madeAt === null ? null : readSchoolDate(madeAt, { today });
  const source = findChild(node, 'sourceschool');
  const year = /^\d{4}/.exec(textOf(source, 'academicyear') ?? '')?.[0];
  return {
    version: textOf(node, 'ctfversion') ?? null,
    isPartial: (textOf(node, 'documentqualifier') ?? '').toLowerCase() === 'partial',
    madeAt,
    madeOn: madeOn?.ok === true ? madeOn.value : null,
    supplier: textOf(node, 'supplierid') ?? null,
    description: textOf(node, 'datadescriptor') ?? null,
    source: { ...schoolOf(source), academicYear: year === undefined ? null : Number(year) },
    destination: schoolOf(findChild(node, 'destschool')),
  };
}

const warning = (column: string, value: string | null, message: string, todo: string): Problem => ({
  level: 'warning',
  row: null,
  column,
  ...(value === null ? {} : { value: cut(value) }),
  message,
  todo,
});

/** The number of a version, `25` of `25.0`. */
const numberOf = (version: string | null): number => Number.parseInt(version ?? '', 10);

/**
 * What in a header is worth a warning: a version that this reader was not compared with, a destination that
 * is not the school that imports (`ownLaestab`, left out when not known), a date that does not parse.
 */
export function problemsOfHeader(header: CtfHeader, ownLaestab: string | undefined): readonly Problem[] {
  const problems: Problem[] = [];
  const version = numberOf(header.version);
  if (!(version >= OLDEST && version <= NEWEST))
    problems.push(
      warning(
        'CTFversion',
        header.version,
        `The version is not one of ${OLDEST} to ${NEWEST}, so some data may not be read.`,
        'Compare a few pupils with the file.',
      ),
    );
  const to = header.destination.laestab;
  if (ownLaestab !== undefined && to !== null && to !== ownLaestab && !/^X+$/.test(to))
    problems.push(
      warning(
        'DestSchool',
        to,
        'The file was made for another school.',
        'Make sure that it is the right file.',
      ),
    );
  if (header.madeAt !== null && header.madeOn === null)
    problems.push(
      warning('DateTime', header.madeAt, 'The date of the file cannot be read.', 'Look when it was made.'),
    );
  return problems;
}

/** `Gender` was the element to version 24, `Sex` is from 25 on: a file that mixes them was edited. */
export function problemOfSexElement(header: CtfHeader, usesGender: boolean): readonly Problem[] {
  const isLate = numberOf(header.version) >= 25;
  if (!usesGender || !isLate) return [];
  return [
    warning(
      'Gender',
      null,
      'The file has Gender where its version has Sex; it was read as Sex.',
      'Nothing, if the pupils look right.',
    ),
  ];
}
