import { fromPlain, plain, type SchoolDate } from '../../../kernel/dates.ts';
import { type DocumentKind, documentKinds } from './document-kinds.ts';

/** How long a kind is kept: whole years from the birth of the pupil, or from the day of the document. */
export type Period = { readonly years: number; readonly from: 'birth' | 'document' };
export type KeptPeriod = Period & {
  readonly kind: DocumentKind;
  /** The school has set it; else it is the usual one. */
  readonly isOwn: boolean;
  readonly why: string | null;
  readonly version: number;
};

const usual: Period = { years: 31, from: 'birth' };
const usualOf: Partial<Readonly<Record<DocumentKind, Period>>> = {
  pupil_work: { years: 3, from: 'document' },
  consent: { years: 25, from: 'birth' },
  letter_out: { years: 25, from: 'birth' },
};

export const usualPeriod = (kind: DocumentKind): Period => usualOf[kind] ?? usual;

/** Without a pupil there is no birth to count from. */
const yearsWithoutPupil = 6;

/**
 * The last day on which a document is kept (rule doc-1). From birth it is the birthday, whatever day the pupil left.
 * Born 3 May 2018, kept for 31 years → 3 May 2049. About no pupil: six years from the document's day, unless the kind
 * counts from that day anyway.
 */
export function keptUntil(
  period: Period,
  of: { readonly bornOn: SchoolDate | null; readonly day: SchoolDate },
): SchoolDate {
  if (period.from === 'birth' && of.bornOn !== null)
    return fromPlain(plain(of.bornOn).add({ years: period.years }));
  const years = period.from === 'birth' ? yearsWithoutPupil : period.years;
  return fromPlain(plain(of.day).add({ years }));
}

/** `31 years from birth`, `3 years from the day of the document`. */
export const periodWords = ({ years, from }: Period): string =>
  `${years} ${years === 1 ? 'year' : 'years'} from ${from === 'birth' ? 'birth' : 'the day of the document'}`;

type OwnPeriod = Period & { readonly kind: string; readonly why: string; readonly version: number };

/** Every kind with the period that holds: the school's own, else the usual one. */
export const periodsOf = (own: readonly OwnPeriod[]): readonly KeptPeriod[] =>
  documentKinds.map((kind) => {
    const set = own.find((one) => one.kind === kind);
    return set === undefined
      ? { ...usualPeriod(kind), kind, isOwn: false, why: null, version: 0 }
      : { ...set, kind, isOwn: true };
  });
