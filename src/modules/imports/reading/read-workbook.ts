import type { RawRow } from '../domain/raw-row.ts';
import { FileRefused } from './file-refused.ts';
import { withinLimits } from './read-csv.ts';
import { feedXml, type XmlListener } from './read-xml.ts';
import { type SheetParts, sheetListener } from './sheet-listener.ts';
import { NOT_A_WORKBOOK, type Unpacked, unzip } from './unzip.ts';
import { relationListener, stringListener, styleListener, workbookListener } from './workbook-parts.ts';

/** The sheet that was read, and the names of the others. */
export type SheetRead = {
  readonly name: string;
  readonly others: readonly string[];
  readonly rows: readonly RawRow[];
};

/** No more sheets than these are looked through for one with rows. */
const MOST_SHEETS = 12;

type Zip = { readonly bytes: Uint8Array; readonly unpacked: Unpacked };

/** Reads XML parts of the zip, each by its listener, as they are unpacked. Gives the names of all entries. */
function readParts(zip: Zip, listeners: ReadonlyMap<string, XmlListener>): ReadonlySet<string> {
  const names = new Set<string>();
  unzip(zip.bytes, zip.unpacked, (name) => {
    names.add(name);
    const listener = listeners.get(name);
    if (listener === undefined) return null;
    const feed = feedXml(listener);
    const decoder = new TextDecoder();
    return (data, isLast) => {
      feed.write(decoder.decode(data, { stream: !isLast }));
      if (isLast) feed.close();
    };
  });
  return names;
}

function refuseOtherZip(names: ReadonlySet<string>): never {
  const has = (part: string) => [...names].some((name) => name.startsWith(part));
  if (has('word/')) throw new FileRefused('This is a Word document. Export the report as Excel or CSV.');
  if (has('xl/workbook.bin') || has('xl/'))
    throw new FileRefused(
      'This workbook is binary (.xlsb) or not whole. Save it as an Excel workbook (.xlsx).',
    );
  if (names.has('content.xml') || has('Index/'))
    throw new FileRefused(
      'This is a workbook of another program. Save it as an Excel workbook (.xlsx) or as CSV.',
    );
  throw new FileRefused(NOT_A_WORKBOOK);
}

/** Names, order and parts of the sheets: those that a person sees first. */
function readOutline(zip: Zip) {
  const workbook = workbookListener();
  const relations = relationListener();
  const styles = styleListener();
  const strings = stringListener();
  const names = readParts(
    zip,
    new Map([
      ['xl/workbook.xml', workbook.listener],
      ['xl/_rels/workbook.xml.rels', relations.listener],
      ['xl/styles.xml', styles.listener],
      ['xl/sharedStrings.xml', strings.listener],
    ]),
  );
  if (!names.has('xl/workbook.xml')) refuseOtherZip(names);
  const sheets = workbook.sheets.flatMap(({ name, relation, isHidden }) => {
    const path = relations.targets.get(relation);
    return path === undefined || !names.has(path) ? [] : [{ name, path, isHidden }];
  });
  const parts: SheetParts = {
    strings: strings.strings,
    looks: styles.looks,
    isFrom1904: workbook.isFrom1904(),
  };
  return { sheets: sheets.sort((a, b) => Number(a.isHidden) - Number(b.isHidden)), parts };
}

/**
 * Reads the first sheet of an Excel workbook that has rows, hidden sheets last. The zip is gone through once for
 * the outline and once a sheet, so that neither the whole workbook nor a whole part is ever held.
 * Throws `FileRefused`.
 */
export function readWorkbook(bytes: Uint8Array): SheetRead {
  const zip = { bytes, unpacked: { bytes: 0 } };
  const { sheets, parts } = readOutline(zip);
  for (const sheet of sheets.slice(0, MOST_SHEETS)) {
    const { listener, rows } = sheetListener(parts);
    readParts(zip, new Map([[sheet.path, listener]]));
    if (rows.length === 0) continue;
    const others = sheets.filter((other) => other !== sheet).map((other) => other.name);
    return { name: sheet.name, others, rows: withinLimits(rows) };
  }
  throw new FileRefused('The workbook has no sheet with rows. Look that the right file was exported.');
}
