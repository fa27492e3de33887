import { type Measure, type MeasureDomain, measureDomains } from './measure.ts';
import { type MeasureKind, measureKinds } from './measure-kinds.ts';

const oneOfKeys =
  <K extends string>(words: Readonly<Record<K, string>>, isKey: (text: string) => text is K) =>
  (text: string): K => {
    if (isKey(text)) return text;
    throw new Error(`Unknown value ${text}; known are ${Object.keys(words).join(', ')}`);
  };

/** Words of the database that are lists here; anything else is a bug. */
export const domainOf = oneOfKeys(measureDomains, (text): text is MeasureDomain =>
  Object.hasOwn(measureDomains, text),
);
export const kindOf = oneOfKeys(measureKinds, (text): text is MeasureKind =>
  Object.hasOwn(measureKinds, text),
);
export const directionOf = (text: string): Measure['direction'] => (text === 'low' ? 'low' : 'high');
