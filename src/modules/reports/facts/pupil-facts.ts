import { ageOn, longDate, type SchoolDate } from '#src/kernel/dates.ts';
import {
  carerName,
  enrolmentWords,
  type FactKind,
  factWords,
  isSo,
  toldWords,
  yearWords,
} from '#src/modules/pupils/index.ts';
import type { FactsRead } from '../queries/get-facts-read.ts';
import { type Fact, type FactSource, factsOf, one, type Told } from './fact.ts';

export const recordOf = ({ pupil, today }: FactsRead): FactSource => ({
  label: 'The pupil’s record',
  on: today,
  href: `/pupils/${pupil.pupilId}`,
});

/** A fact in force, with the source that told it. */
const told =
  (kind: FactKind, words: (value: string) => string = (value) => factWords(kind, value)): Fact['of'] =>
  (read) => {
    const fact = read.pupil.facts.find((each) => each.kind === kind);
    return fact === undefined
      ? []
      : one(words(fact.value), {
          ...recordOf(read),
          label: `The pupil’s record (${toldWords(fact)})`,
          on: fact.fromOn,
        });
  };
const yesOrNo = (value: string): string => (isSo(value) ? 'Yes' : 'No');
const own =
  (words: (read: FactsRead) => string | null | undefined): Fact['of'] =>
  (read) =>
    one(words(read), recordOf(read));
const identifier =
  (kind: 'upn' | 'uln'): Fact['of'] =>
  (read) => {
    const found = read.identifiers.find((each) => each.kind === kind);
    return one(found?.value, { ...recordOf(read), label: `The pupil’s record (${found?.source ?? ''})` });
  };
const day = (on: SchoolDate | null | undefined) => (on == null ? null : longDate(on));
const postcode = (address: string): string =>
  /[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\s*$/i.exec(address)?.[0].trim() ?? '';

/** Where the pupil lives: as the record says, else where a carer lives with whom the pupil does. */
const addressAs =
  (words: (address: string) => string): Fact['of'] =>
  (read) => {
    const own = told('address', words)(read);
    const home = read.carers.find(
      ({ livesWith, isRestricted, address }) => livesWith !== false && !isRestricted && address !== null,
    );
    if (own.length > 0 || home === undefined) return own;
    return one(words(home.address ?? ''), {
      label: `Address of ${carerName(home)}, with whom the pupil lives`,
      on: home.fromOn,
      href: `/pupils/${read.pupil.pupilId}/people`,
    });
  };

const medical: Fact['of'] = (read): readonly Told[] =>
  read.alerts
    .filter(({ kind }) => kind === 'medical')
    .map(({ words, source, fromOn }) => ({
      words,
      source: { ...recordOf(read), label: `Medical alert, told by ${source}`, on: fromOn },
    }));

/** Who the pupil is. */
export const pupilFacts: readonly Fact[] = factsOf('pupil', 'identity', {
  name: [
    'Pupil’s full name',
    [
      'name',
      'full name',
      'name of pupil',
      'name of child',
      'child’s name',
      'name of young person',
      'student name',
      'child',
      'pupil',
    ],
    own(({ pupil: { name } }) => `${name.forename} ${name.surname}`),
  ],
  forename: [
    'Pupil’s forename',
    ['first name', 'forenames', 'given name'],
    own(({ pupil }) => pupil.name.forename),
  ],
  surname: [
    'Pupil’s surname',
    ['surname', 'family name', 'last name'],
    own(({ pupil }) => pupil.name.surname),
  ],
  'legal-name': [
    'Pupil’s legal name',
    ['legal name', 'full legal name'],
    own(({ pupil: { legalName } }) => `${legalName.forename} ${legalName.surname}`),
  ],
  'legal-forename': [
    'Pupil’s legal forename',
    ['legal first name'],
    own(({ pupil }) => pupil.legalName.forename),
  ],
  'legal-surname': ['Pupil’s legal surname', ['legal surname'], own(({ pupil }) => pupil.legalName.surname)],
  'middle-names': ['Pupil’s middle names', ['middle name'], told('middle_names')],
  'known-as': [
    'Name that the pupil is known by',
    ['preferred name', 'known as', 'likes to be called'],
    own(({ pupil }) => pupil.name.forename),
  ],
  born: [
    'Date of birth',
    ['dob', 'd.o.b.', 'born on', 'birth date'],
    own(({ pupil }) => longDate(pupil.bornOn)),
  ],
  age: [
    'Age in years',
    ['age', 'chronological age', 'actual age'],
    own(({ pupil, today }) => `${ageOn(pupil.bornOn, today)} years`),
  ],
  sex: ['Sex', ['gender', 'm/f', 'male female'], told('sex')],
  year: [
    'Year group',
    ['nc year', 'national curriculum year', 'school year', 'year'],
    own(({ pupil }) => (pupil.yearGroup === null ? null : yearWords(pupil.yearGroup))),
  ],
  class: [
    'Class',
    ['form', 'tutor group', 'registration group', 'form group'],
    own(({ pupil }) => pupil.className),
  ],
  upn: ['UPN', ['unique pupil number'], identifier('upn')],
  uln: ['ULN', ['unique learner number'], identifier('uln')],
  ethnicity: [
    'Ethnicity',
    ['ethnic group', 'ethnic background', 'ethnic origin'],
    told('ethnicity'),
    'staff',
  ],
  language: [
    'Home language',
    ['first language', 'language spoken at home', 'main language'],
    told('home_language'),
    'staff',
  ],
  eal: ['English as an additional language', ['eal'], told('eal', yesOrNo), 'staff'],
  address: [
    'Pupil’s address',
    ['home address', 'address of child'],
    addressAs((address) => address),
    'contacts',
  ],
  postcode: ['Pupil’s postcode', ['postcode', 'post code'], addressAs(postcode), 'contacts'],
  'home-authority': [
    'Home authority',
    ['home local authority', 'authority where the child lives', 'home la'],
    told('home_authority'),
    'staff',
  ],
  'maintaining-authority': [
    'Authority that maintains the plan',
    ['maintaining authority', 'maintaining la', 'placing authority'],
    told('maintaining_authority'),
    'staff',
  ],
  'in-care': [
    'In care',
    ['looked after child', 'lac', 'child in care', 'cla', 'is the child looked after'],
    told('in_care', yesOrNo),
    'sensitive',
  ],
  'care-authority': [
    'Authority that looks after the child',
    ['looked after by which authority', 'responsible authority for care'],
    told('care_authority'),
    'sensitive',
  ],
  fsm: ['Free school meals', ['fsm', 'entitled to free school meals'], told('fsm', yesOrNo), 'staff'],
  premium: ['Pupil premium', ['pp', 'eligible for pupil premium'], told('pupil_premium', yesOrNo), 'staff'],
  service: [
    'Service child',
    ['armed forces family', 'service family', 'parent in the armed forces'],
    told('service_child', yesOrNo),
    'staff',
  ],
  carer: ['Young carer', ['is a young carer'], told('young_carer', yesOrNo), 'staff'],
  'top-up': [
    'Top-up funding now',
    ['receives top-up funding', 'current top-up', 'existing high needs funding'],
    told('top_up', yesOrNo),
    'staff',
  ],
  medical: [
    'Medical alerts',
    [
      'medical conditions',
      'diagnosis or condition',
      'medical diagnosis',
      'medical needs',
      'health conditions',
      'diagnoses',
    ],
    medical,
    'health',
  ],
  'medical-notes': ['Medical notes held', ['medical flag'], told('medical_flag', yesOrNo), 'staff'],
  admitted: [
    'Date of admission',
    ['admission date', 'date started at school', 'date joined', 'on roll since'],
    own(({ pupil }) => day(pupil.enrolment?.fromOn)),
  ],
  enrolment: [
    'How the pupil is enrolled',
    ['enrolment status', 'type of enrolment'],
    own(({ pupil }) => (pupil.enrolment === null ? null : enrolmentWords(pupil.enrolment.status))),
  ],
  'referring-school': [
    'School that referred the pupil',
    ['referring school', 'home school'],
    own(({ pupil }) => pupil.enrolment?.referringSchool),
  ],
  'key-worker': [
    'Key worker',
    ['key adult', 'key person', 'named adult'],
    own(({ pupil }) => pupil.keyWorker?.name),
  ],
});
