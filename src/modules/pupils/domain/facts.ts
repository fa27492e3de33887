import { ownSource } from '#src/kernel/own-source.ts';
import type { Audience } from '../../../kernel/access.ts';
import { type CodeList, findCode } from '../../../kernel/codes/codes.ts';
import { ethnicity } from '../../../kernel/codes/ethnicity.codes.ts';
import { laCode } from '../../../kernel/codes/la-code.codes.ts';
import { language } from '../../../kernel/codes/language.codes.ts';
import { ncYearGroup } from '../../../kernel/codes/nc-year-group.codes.ts';
import { pupilPremium } from '../../../kernel/codes/pupil-premium.codes.ts';
import { serviceChild } from '../../../kernel/codes/service-child.codes.ts';
import { sex } from '../../../kernel/codes/sex.codes.ts';
import { middleDate, type SchoolDate } from '../../../kernel/dates.ts';

type KindOfFact = {
  readonly label: string;
  readonly audience: Extract<Audience, 'identity' | 'staff' | 'contacts' | 'sensitive'>;
  /** The list that its codes come from; text that is no code of it is shown as it stands. */
  readonly codes?: CodeList;
};

/** What may be true of a pupil from a day until a day, and who may see it. */
const kinds = {
  legal_surname: { label: 'Legal surname', audience: 'identity' },
  legal_forename: { label: 'Legal forename', audience: 'identity' },
  middle_names: { label: 'Middle names', audience: 'identity' },
  preferred_surname: { label: 'Surname used', audience: 'identity' },
  preferred_forename: { label: 'Forename used', audience: 'identity' },
  former_surname: { label: 'Former surname', audience: 'sensitive' },
  former_forename: { label: 'Former forename', audience: 'sensitive' },
  sex: { label: 'Sex', audience: 'identity', codes: sex },
  year_group: { label: 'Year group', audience: 'identity', codes: ncYearGroup },
  home_authority: { label: 'Home authority', audience: 'staff', codes: laCode },
  maintaining_authority: { label: 'Authority that maintains the plan', audience: 'staff', codes: laCode },
  care_authority: { label: 'Authority that looks after the child', audience: 'sensitive', codes: laCode },
  in_care: { label: 'In care', audience: 'sensitive' },
  ethnicity: { label: 'Ethnicity', audience: 'staff', codes: ethnicity },
  home_language: { label: 'Home language', audience: 'staff', codes: language },
  eal: { label: 'English as an additional language', audience: 'staff' },
  fsm: { label: 'Free school meals', audience: 'staff' },
  pupil_premium: { label: 'Pupil premium', audience: 'staff', codes: pupilPremium },
  service_child: { label: 'Service child', audience: 'staff', codes: serviceChild },
  top_up: { label: 'Top-up funding', audience: 'staff' },
  medical_flag: { label: 'Medical notes held', audience: 'staff' },
  young_carer: { label: 'Young carer', audience: 'staff' },
  address: { label: 'Address', audience: 'contacts' },
} as const satisfies Record<string, KindOfFact>;

export type FactKind = keyof typeof kinds;
type FactAudience = KindOfFact['audience'];

const isKindName = (name: string): name is FactKind => Object.hasOwn(kinds, name);
export const factKinds: readonly FactKind[] = Object.keys(kinds).filter(isKindName);

const kindOf = (kind: FactKind): KindOfFact => kinds[kind];

/** Reads a kind that the database or a file gave; throws on any other word. */
export function factKind(name: string): FactKind {
  if (!isKindName(name)) throw new Error(`No kind of fact is called ${name}`);
  return name;
}

/** Who may see a fact of each kind: former names are restricted. */
export const audienceOfFact = Object.fromEntries(
  factKinds.map((kind) => [kind, kinds[kind].audience]),
) as Readonly<Record<FactKind, FactAudience>>;

export const factLabel = (kind: FactKind): string => kinds[kind].label;

/**
 * The audience of one record about several facts: nobody sees it who may not see each of them. Staff do not see
 * contacts and the office sees no more than contacts, so the two together are for those who see everything.
 */
export function audienceOfFacts(some: readonly FactKind[]): FactAudience {
  const all = new Set(some.map((kind) => audienceOfFact[kind]));
  if (all.has('sensitive') || (all.has('staff') && all.has('contacts'))) return 'sensitive';
  return all.has('contacts') ? 'contacts' : all.has('staff') ? 'staff' : 'identity';
}

/**
 * Where a fact comes from: 'Sendero' when a person wrote it here, else the file's kind ('CTF', 'SIMS' …) and the
 * day that the file speaks of.
 */
export type Told = { readonly source: string; readonly sourceOn: SchoolDate };
export { ownSource };

/** `CTF, 3 Sep 2026`; a person's own word has no other day than the event's. */
export const toldWords = ({ source, sourceOn }: Told): string =>
  source === ownSource ? source : `${source}, ${middleDate(sourceOn)}`;

/** The source as the events keep it, beside the fields that changed. */
export const toldChange = (told: Told) => ({ source: { before: null, after: toldWords(told) } });

/**
 * Values are codes where the kind has a code list, and else plain text. What is or is not so (`eal`, `fsm`,
 * `in_care`, `top_up`, `medical_flag`, `young_carer`, `pupil_premium`) is 'yes' or 'no'; a code says yes in more
 * detail. `service_child` is Y, N, U or R.
 */
export type NewFact = {
  readonly kind: FactKind;
  readonly value: string;
  readonly fromOn: SchoolDate;
  readonly untilOn?: SchoolDate | undefined;
};

/** A fact in force on a day, as it is read. */
export type CurrentFact = {
  readonly kind: FactKind;
  readonly value: string;
  readonly fromOn: SchoolDate;
  readonly source: string;
  readonly sourceOn: SchoolDate;
};

/** `no`, `N`, `U` and `R` say that it is not so, or not known to be so; any other value says that it is. */
export const isSo = (value: string | null | undefined): boolean =>
  value != null && !['no', 'N', 'U', 'R'].includes(value);

/** A value as a person reads it: the label of its code, Yes, No, or the text itself. */
export function factWords(kind: FactKind, value: string): string {
  if (value === 'yes') return 'Yes';
  if (value === 'no') return 'No';
  const { codes } = kindOf(kind);
  return (codes === undefined ? undefined : findCode(codes, value)?.label) ?? value;
}

/** `4` → Year 4, `R` → Reception, null → no year group. */
export const yearWords = (yearGroup: string | null): string =>
  yearGroup === null ? 'No year group' : factWords('year_group', yearGroup);
