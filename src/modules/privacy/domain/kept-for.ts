/** How long a table's rows are kept, as its comment declares it. Years and the like are whole numbers. */
export type KeptFor =
  | {
      readonly from: 'birth';
      readonly years: number;
      /** Where another period holds for a pupil who ever had SEN. */
      readonly withSenYears: number | null;
      /** What holds for a row about no pupil. */
      readonly withoutPupil: KeptFor | null;
    }
  | { readonly from: 'event'; readonly event: string | null; readonly count: number; readonly unit: KeptUnit }
  | { readonly from: 'other'; readonly as: string }
  | { readonly from: 'while'; readonly what: string }
  | { readonly from: 'derived' };

const units = ['hour', 'day', 'month', 'year'] as const;
type KeptUnit = (typeof units)[number];

const birth = /^birth \+ (\d+) years(?:, with SEN \+ (\d+) years)?(?:; without a pupil (.+))?$/;
const after = /^(?:([a-z][a-z ]*) \+ )?(\d+) (hour|day|month|year)s?$/;

/**
 * Reads what stands after `retain: ` in a table's comment; null for what is not of the grammar (rule priv-1):
 * `birth + 25 years[, with SEN + 31 years][; without a pupil …]` · `[event +] 6 years` (hours, days, months) ·
 * `as the …` or `pupil record` · `while …` · `derived`.
 */
export function readKeptFor(comment: string | null): KeptFor | null {
  const text = comment?.startsWith('retain: ') ? comment.slice('retain: '.length) : null;
  return text === null ? null : readPeriod(text);
}

function readPeriod(text: string): KeptFor | null {
  if (text === 'derived') return { from: 'derived' };
  if (text === 'pupil record') return { from: 'other', as: 'the pupil record' };
  if (text.startsWith('as the ')) return { from: 'other', as: text.slice(3) };
  if (text.startsWith('while ')) return { from: 'while', what: text.slice('while '.length) };
  return readBirth(text) ?? readAfter(text);
}

function readBirth(text: string): KeptFor | null {
  const found = birth.exec(text);
  if (found === null) return null;
  const [, years, withSen, rest] = found;
  const withoutPupil = rest === undefined ? null : readPeriod(rest);
  if (rest !== undefined && withoutPupil === null) return null;
  return {
    from: 'birth',
    years: Number(years),
    withSenYears: withSen === undefined ? null : Number(withSen),
    withoutPupil,
  };
}

function readAfter(text: string): KeptFor | null {
  const found = after.exec(text);
  const unit = units.find((one) => one === found?.[3]);
  if (found === null || unit === undefined) return null;
  return { from: 'event', event: found[1] ?? null, count: Number(found[2]), unit };
}

const counted = (count: number, unit: KeptUnit) => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** The period in words, for a page. */
export function keptWords(kept: KeptFor): string {
  switch (kept.from) {
    case 'birth':
      return [
        kept.withSenYears === null
          ? `Until ${kept.years} years after birth`
          : `Until ${kept.years} years after birth; ${kept.withSenYears} where the pupil ever had SEN`,
        ...(kept.withoutPupil === null
          ? []
          : [`about no pupil: ${keptWords(kept.withoutPupil).toLowerCase()}`]),
      ].join('; ');
    case 'event':
      return kept.event === null
        ? counted(kept.count, kept.unit)
        : `${counted(kept.count, kept.unit)} after: ${kept.event}`;
    case 'other':
      return `As long as ${kept.as}`;
    case 'while':
      return `While ${kept.what}`;
    default:
      return 'Made from other records, and gone with them';
  }
}
