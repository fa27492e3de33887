import { type Carer, carerName, languageWords, relationshipWords } from '#src/modules/pupils/index.ts';
import type { FactsRead } from '../queries/get-facts-read.ts';
import { each, type Fact, type FactSource, factsOf, one } from './fact.ts';

const sourceOf = (read: FactsRead, carer: Carer | undefined): FactSource => ({
  label: `Parents and carers (${carer?.source ?? 'Sendero'})`,
  on: carer?.fromOn ?? null,
  href: `/pupils/${read.pupil.pupilId}/people`,
});

const words: Readonly<
  Record<string, readonly [name: string, also: readonly string[], of: (carer: Carer) => string | null]>
> = {
  name: ['name', ['name', 'full name', 'name of parent or carer', 'parent name'], carerName],
  relationship: [
    'relationship',
    ['relationship to child', 'relationship'],
    (carer) => relationshipWords(carer.relationship),
  ],
  responsibility: [
    'parental responsibility',
    ['has parental responsibility', 'pr'],
    ({ hasParentalResponsibility: has }) => (has === null ? null : has ? 'Yes' : 'No'),
  ],
  address: ['address', ['address', 'home address', 'address if different'], ({ address }) => address],
  phone: [
    'telephone',
    ['phone', 'telephone', 'mobile', 'contact number', 'telephone number', 'daytime telephone'],
    ({ phone }) => phone,
  ],
  'other-phone': [
    'other telephone',
    ['work phone', 'home phone', 'other number', 'alternative number'],
    ({ otherPhone }) => otherPhone,
  ],
  email: ['email', ['email', 'email address', 'e-mail'], ({ email }) => email],
  language: [
    'language',
    ['language', 'first language', 'preferred language'],
    ({ language }) => (language === null ? null : languageWords(language)),
  ],
  interpreter: [
    'needs an interpreter',
    ['interpreter needed', 'interpreter'],
    ({ needsInterpreter }) => (needsInterpreter ? 'Yes' : 'No'),
  ],
  contact: [
    'best way of contact',
    ['preferred contact', 'preferred method of contact'],
    ({ preferredContact }) => preferredContact,
  ],
};

/** Those whom a court keeps away are told of nowhere: a form of the family goes home. */
const shown = ({ carers }: FactsRead): readonly Carer[] => carers.filter(({ isRestricted }) => !isRestricted);

const carerFacts = (group: 'carer1' | 'carer2', at: number, who: string): readonly Fact[] =>
  factsOf(
    group,
    'contacts',
    Object.fromEntries(
      Object.entries(words).map(([key, [name, also, of]]) => [
        key,
        [
          `${who}: ${name}`,
          also,
          (read: FactsRead) => {
            const carer = shown(read)[at];
            return one(carer === undefined ? null : of(carer), sourceOf(read, carer));
          },
        ] as const,
      ]),
    ),
  );

const list =
  (of: (carer: Carer) => string | null): Fact['of'] =>
  (read) =>
    each(shown(read), of, (carer) => sourceOf(read, carer));

/** Who answers for the pupil at home. */
export const familyFacts: readonly Fact[] = [
  ...carerFacts('carer1', 0, 'First parent or carer'),
  ...carerFacts('carer2', 1, 'Second parent or carer'),
  ...factsOf('carers', 'contacts', {
    names: [
      'All parents and carers: names',
      ['names of parents or carers', 'parents names', 'parent carer', 'name'],
      list(carerName),
    ],
    relationships: [
      'All parents and carers: relationships',
      ['relationship'],
      list((carer) => relationshipWords(carer.relationship)),
    ],
    phones: [
      'All parents and carers: telephones',
      ['contact number', 'telephone'],
      list(({ phone }) => phone),
    ],
    emails: ['All parents and carers: emails', ['email'], list(({ email }) => email)],
    addresses: ['All parents and carers: addresses', ['address'], list(({ address }) => address)],
    responsibilities: [
      'All parents and carers: parental responsibility',
      ['parental responsibility'],
      list(({ hasParentalResponsibility: has }) => (has === null ? null : has ? 'Yes' : 'No')),
    ],
  }),
];
