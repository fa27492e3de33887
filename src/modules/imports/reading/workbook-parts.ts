import { ofWorkbookSerial } from '../domain/school-dates.ts';
import { FileRefused } from './file-refused.ts';
import { limits } from './limits.ts';
import type { XmlListener } from './read-xml.ts';

/** How a number shows. `zeros`: padded to so many figures, as admission numbers are. */
export type NumberLook = 'plain' | 'date' | 'time' | 'percent' | { readonly zeros: number };

type Found = { readonly listener: XmlListener };
const silent: XmlListener = { open: () => {}, text: () => {}, close: () => {} };

/** Listens to `xl/workbook.xml`: names, order and relation ids of the sheets. */
export function workbookListener(): Found & {
  readonly sheets: { name: string; relation: string; isHidden: boolean }[];
  readonly isFrom1904: () => boolean;
} {
  const sheets: { name: string; relation: string; isHidden: boolean }[] = [];
  let isFrom1904 = false;
  return {
    sheets,
    isFrom1904: () => isFrom1904,
    listener: {
      ...silent,
      open: (name, attributes) => {
        if (name === 'workbookPr') isFrom1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
        if (name !== 'sheet') return;
        const relation = attributes['r:id'] ?? attributes['d3p1:id'] ?? attributes.id ?? '';
        const isHidden = (attributes.state ?? 'visible') !== 'visible';
        sheets.push({ name: attributes.name ?? '', relation, isHidden });
      },
    },
  };
}

/** Listens to the relations: which file is which sheet. */
export function relationListener(): Found & { readonly targets: Map<string, string> } {
  const targets = new Map<string, string>();
  return {
    targets,
    listener: {
      ...silent,
      open: (name, attributes) => {
        const [id, target] = [attributes.Id, attributes.Target];
        if (name !== 'Relationship' || id === undefined || target === undefined) return;
        targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
      },
    },
  };
}

/** Listens to the shared strings. Readings for East Asian scripts (`rPh`) are left out. */
export function stringListener(): Found & { readonly strings: string[] } {
  const strings: string[] = [];
  let current = '';
  let isText = false;
  let isReading = false;
  let characters = 0;
  return {
    strings,
    listener: {
      open: (name) => {
        if (name === 'si') current = '';
        if (name === 'rPh') isReading = true;
        isText = name === 't' && !isReading;
      },
      text: (text) => {
        if (!isText) return;
        current += text;
        characters += text.length;
        if (characters > limits.sharedStringCharacters)
          throw new FileRefused(
            'This workbook holds too much text. Export only the columns that are needed.',
          );
      },
      close: (name) => {
        if (name === 't') isText = false;
        if (name === 'rPh') isReading = false;
        if (name === 'si') strings.push(current);
      },
    },
  };
}

const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const BUILT_IN_TIMES = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56]);

/** What a number format shows, by the letters that are left when quoted text and colours are taken away. */
export function lookOf(format: string): NumberLook {
  const bare = (format.split(';')[0] ?? '')
    .replace(/"[^"]*"/g, '')
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, '')
    .replace(/\\./g, '')
    .toLowerCase();
  if (/general|standard/.test(bare)) return 'plain';
  if (/[yd]/.test(bare) || /m{3,}/.test(bare)) return 'date';
  if (/[hs]/.test(bare)) return 'time';
  if (bare.includes('%')) return 'percent';
  return /^0{2,20}$/.test(bare) ? { zeros: bare.length } : 'plain';
}

function builtInLook(id: number): NumberLook {
  if (BUILT_IN_DATES.has(id)) return 'date';
  if (BUILT_IN_TIMES.has(id)) return 'time';
  return id === 9 || id === 10 ? 'percent' : 'plain';
}

/** Listens to the styles: how the numbers of each cell style show. */
export function styleListener(): Found & { readonly looks: NumberLook[] } {
  const looks: NumberLook[] = [];
  const custom = new Map<number, string>();
  let isInCells = false;
  return {
    looks,
    listener: {
      ...silent,
      open: (name, attributes) => {
        if (name === 'numFmt')
          custom.set(Number(attributes.numFmtId), attributes.formatCode?.slice(0, 255) ?? '');
        if (name === 'cellXfs') isInCells = true;
        if (name !== 'xf' || !isInCells) return;
        const id = Number(attributes.numFmtId ?? 0);
        const format = custom.get(id);
        looks.push(format === undefined ? builtInLook(id) : lookOf(format));
      },
      close: (name) => {
        if (name === 'cellXfs') isInCells = false;
      },
    },
  };
}

const twoFigures = (value: number): string => String(value).padStart(2, '0');
const clockOf = (dayPart: number): string => {
  const minutes = Math.min(1439, Math.round(dayPart * 1440));
  return `${twoFigures(Math.floor(minutes / 60))}:${twoFigures(minutes % 60)}`;
};

/**
 * The text of a number as its format shows it, in our own spelling: dates as `2018-11-04`, times as `09:05`,
 * percentages with their sign, everything else in all its figures. Text that is no number stays.
 */
export function showNumber(text: string, look: NumberLook, isFrom1904: boolean): string {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number)) return text;
  if (look === 'percent') return `${Math.round(number * 1e6) / 1e4}%`;
  if (look === 'date' || look === 'time') {
    const part = number - Math.floor(number);
    if (look === 'time' || Math.floor(number) === 0) return clockOf(part);
    const on = ofWorkbookSerial(number, isFrom1904);
    if (on !== null) return part > 0.0003 ? `${on} ${clockOf(part)}` : on;
  }
  const shown = Math.abs(number) < 1e15 ? String(Math.round(number * 1e10) / 1e10) : String(number);
  return typeof look === 'object' ? shown.padStart(look.zeros, '0') : shown;
}
