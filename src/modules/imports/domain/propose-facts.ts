import type { SchoolDate } from '#src/kernel/dates.ts';
import type { CodeInFile, IncomingAddress, IncomingPupil, Told } from './incoming.ts';
import { type Change, type HeldPupil, ownSource } from './proposal.ts';

/** What a file says that becomes a dated fact: its kind, its name on the page, its value. */
type Saying = {
  readonly kind: string;
  readonly label: string;
  readonly value: string;
  readonly fromOn?: SchoolDate;
};

const coded = (told: Told<CodeInFile> | undefined) => (told == null ? null : (told.code ?? told.text));
const yesNo = (told: Told<boolean> | undefined) => (told == null ? null : told ? 'yes' : 'no');

/** An address on one line, as it is kept. */
export const addressLine = (address: Told<IncomingAddress | 'asPupil'> | undefined): string | null => {
  if (address == null || address === 'asPupil') return null;
  const line = [...address.lines, address.postcode ?? ''].filter((part) => part !== '').join(', ');
  return line === '' ? null : line.slice(0, 400);
};

const homeLanguage = (incoming: IncomingPupil) => {
  const languages = incoming.languages ?? [];
  const first = languages.find(({ kind }) => kind?.code === 'F') ?? languages[0];
  return first === undefined ? null : coded(first.language);
};

/** Everything in the file that is a fact of the pupil. Blank and missing say nothing. */
export function sayings(incoming: IncomingPupil): Saying[] {
  const told: [string, string, string | null | undefined][] = [
    ['legal_surname', 'Legal surname', incoming.surname],
    ['legal_forename', 'Legal forename', incoming.forename],
    ['middle_names', 'Middle names', incoming.middleNames],
    ['preferred_surname', 'Preferred surname', incoming.preferredSurname],
    ['preferred_forename', 'Preferred forename', incoming.preferredForename],
    ['former_surname', 'Former surname', incoming.formerSurname],
    ['former_forename', 'Former forename', incoming.formerForename],
    ['sex', 'Sex', coded(incoming.sex)],
    ['year_group', 'Year group', coded(incoming.yearGroup)],
    ['ethnicity', 'Ethnicity', coded(incoming.ethnicity)],
    ['home_language', 'Home language', homeLanguage(incoming)],
    ['eal', 'English as an additional language', yesNo(incoming.hasEal)],
    ['fsm', 'Free school meals', yesNo(incoming.hasFsm)],
    ['pupil_premium', 'Pupil premium', yesNo(incoming.hasPupilPremium)],
    ['in_care', 'In care', yesNo(incoming.isInCare)],
    ['care_authority', 'Care authority', coded(incoming.careAuthority)],
    ['service_child', 'Service child', coded(incoming.serviceChild)],
    ['top_up', 'Top-up funding', yesNo(incoming.hasTopUp)],
    ['medical_flag', 'Medical flag', yesNo(incoming.hasMedicalFlag)],
    ['young_carer', 'Young carer', yesNo(incoming.isYoungCarer)],
    ['address', 'Address', addressLine(incoming.address)],
  ];
  return told.flatMap(([kind, label, value]) =>
    value == null || value === '' ? [] : [{ kind, label, value: value.slice(0, 400) }],
  );
}

/** A preferred name that is the legal one says nothing of its own. */
const isEcho = (saying: Saying, all: readonly Saying[]): boolean =>
  saying.kind.startsWith('preferred_') &&
  all.some(
    (other) => other.kind === saying.kind.replace('preferred', 'legal') && other.value === saying.value,
  );

/** A negative that nothing contradicts need not be stored: absent and `no` read alike. */
const isIdleNo = (saying: Saying, held: HeldPupil | null): boolean =>
  saying.value === 'no' && !held?.facts.has(saying.kind);

/** Names that a system prints in capitals do not replace the same names written well. */
const sameButForCapitals = (before: string, after: string): boolean =>
  after === after.toUpperCase() && before !== before.toUpperCase() && before.toUpperCase() === after;

/** The facts of a file that differ from what is held. New facts hold from `fromOn`. */
export function proposeFacts(incoming: IncomingPupil, held: HeldPupil | null, fromOn: SchoolDate): Change[] {
  const all = sayings(incoming);
  return all
    .filter((saying) => !isEcho(saying, all) && !isIdleNo(saying, held))
    .flatMap(({ kind, label, value }) => {
      const before = held?.facts.get(kind);
      if (before !== undefined && (before.value === value || sameButForCapitals(before.value, value)))
        return [];
      return [
        {
          label,
          before: before?.value ?? null,
          after: value,
          isOurs: before?.source === ownSource,
          does: { kind: 'fact' as const, fact: { kind, value, fromOn } },
        },
      ];
    });
}

/** UPNs, ULN and the MIS's number that are not held yet. */
export function proposeIdentifiers(incoming: IncomingPupil, held: HeldPupil | null): Change[] {
  const given = [
    { kind: 'upn' as const, label: 'UPN', value: incoming.upn },
    ...(incoming.formerUpns ?? []).map((value) => ({
      kind: 'former_upn' as const,
      label: 'Former UPN',
      value,
    })),
    { kind: 'uln' as const, label: 'ULN', value: incoming.uln },
    { kind: 'mis_id' as const, label: 'Number in the MIS', value: incoming.misId },
  ];
  // The UPN that a new one replaces becomes a former one by itself.
  const isGoing = (one: { readonly kind: string; readonly value: string }) =>
    one.kind === 'upn' && incoming.upn != null && incoming.upn !== one.value;
  return given.flatMap(({ kind, label, value: told }) => {
    const value = told?.slice(0, 40);
    const same = held?.identifiers.some(
      (one) => one.value === value && (one.kind === kind || one.kind === 'former_upn' || isGoing(one)),
    );
    if (value == null || same) return [];
    const before = kind === 'former_upn' ? undefined : held?.identifiers.find((one) => one.kind === kind);
    return [
      {
        label,
        before: before?.value ?? null,
        after: value,
        isOurs: false,
        does: { kind: 'identifier' as const, identifier: { kind, value } },
      },
    ];
  });
}
