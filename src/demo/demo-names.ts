import type { Chance } from './demo-chance.ts';
import held from './demo-names.json' with { type: 'json' };

/** Where a family's roots are, and the names, languages and census codes that go with them. */
export type Culture = {
  readonly key: string;
  readonly ethnicities: readonly (readonly [string, number])[];
  readonly languages: readonly (readonly [string, number])[];
  /** How many of the children whose home language is not English learn English as a further language. */
  readonly ealShare: number;
  readonly female: readonly string[];
  readonly male: readonly string[];
  readonly women: readonly string[];
  readonly men: readonly string[];
  readonly surnames: readonly string[];
  /** Endings of surnames that differ for women: `ski` → `ska`. */
  readonly feminineEndings: readonly (readonly [string, string])[];
};

const pair = (given: readonly (string | number)[]): readonly [string, number] => [
  String(given[0]),
  Number(given[1]),
];
const ending = (given: readonly string[]): readonly [string, string] => [given[0] ?? '', given[1] ?? ''];
const list = (names: string): readonly string[] => names.split(' ');

const cultures: readonly (readonly [Culture, number])[] = held.cultures.map((given) => [
  {
    key: given.key,
    ethnicities: given.ethnicities.map(pair),
    languages: given.languages.map(pair),
    ealShare: given.ealShare,
    female: list(given.female),
    male: list(given.male),
    women: list(given.women),
    men: list(given.men),
    surnames: list(given.surnames),
    feminineEndings: given.feminineEndings.map(ending),
  },
  given.weight,
]);

/** All forenames and surnames that are held, each once. */
export const allNames = (): { forenames: ReadonlySet<string>; surnames: ReadonlySet<string> } => ({
  forenames: new Set(cultures.flatMap(([culture]) => [...culture.female, ...culture.male])),
  surnames: new Set(cultures.flatMap(([culture]) => culture.surnames)),
});

export const someCulture = (chance: Chance): Culture => chance.weighted(cultures);

/** The surname as this person bears it: Kowalski, and his daughter Kowalska. */
export function surnameFor(culture: Culture, surname: string, sex: 'M' | 'F'): string {
  if (sex === 'M') return surname;
  const found = culture.feminineEndings.find(([masculine]) => surname.endsWith(masculine));
  return found === undefined ? surname : surname.slice(0, -found[0].length) + found[1];
}

export const childForename = (chance: Chance, culture: Culture, sex: 'M' | 'F'): string =>
  chance.pick(sex === 'F' ? culture.female : culture.male);

export const grownUpForename = (chance: Chance, culture: Culture, sex: 'M' | 'F'): string =>
  chance.pick(sex === 'F' ? culture.women : culture.men);

/** Letters, figures and hyphens only, for addresses of email: `Łukasz Wójcik` → `lukasz.wojcik`. */
export const plainLetters = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'l')
    .replaceAll('ı', 'i')
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '');
