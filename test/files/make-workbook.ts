import { strToU8, zipSync } from 'fflate';

/** What a sheet holds as raw XML cells, and what the workbook says around it. */
export type WorkbookGiven = {
  /** The inside of `sheetData` of each sheet, by name. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly strings?: readonly string[];
  /** Number formats by the number of the cell style, from 0. */
  readonly formats?: readonly string[];
  readonly isFrom1904?: boolean;
  readonly hidden?: readonly string[];
};

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const workbookXml = ({
  sheets,
  isFrom1904,
  hidden = [],
}: WorkbookGiven): string => `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">
<workbookPr${isFrom1904 ? ' date1904="1"' : ''}/><sheets>${Object.keys(sheets)
  .map((name, at) => {
    const state = hidden.includes(name) ? ' state="hidden"' : '';
    return `<sheet name="${name}" sheetId="${at + 1}"${state} r:id="rId${at + 1}"/>`;
  })
  .join('')}</sheets></workbook>`;

const stylesXml = (formats: readonly string[]): string =>
  `${XML}<styleSheet xmlns="${MAIN}"><numFmts>${formats
    .map((format, at) => `<numFmt numFmtId="${200 + at}" formatCode="${format}"/>`)
    .join(
      '',
    )}</numFmts><cellXfs>${formats.map((_, at) => `<xf numFmtId="${200 + at}"/>`).join('')}</cellXfs></styleSheet>`;

/** An Excel workbook made by hand, so that a test may hold what no program writes. */
export function makeWorkbook(given: WorkbookGiven): Uint8Array {
  const names = Object.keys(given.sheets);
  const relations = names
    .map(
      (_, at) =>
        `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
    )
    .join('');
  const strings = (given.strings ?? []).map((text) => `<si><t>${text}</t></si>`).join('');
  const parts: Record<string, string> = {
    'xl/workbook.xml': workbookXml(given),
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships>${relations}</Relationships>`,
    'xl/styles.xml': stylesXml(given.formats ?? ['General']),
    'xl/sharedStrings.xml': `${XML}<sst xmlns="${MAIN}">${strings}</sst>`,
  };
  for (const [at, name] of names.entries())
    parts[`xl/worksheets/sheet${at + 1}.xml`] =
      `${XML}<worksheet xmlns="${MAIN}"><sheetData>${given.sheets[name]}</sheetData></worksheet>`;
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

/** One row of text cells. */
export const textRow = (number: number, cells: readonly string[]): string =>
  `<row r="${number}">${cells
    .map(
      (cell, at) =>
        `<c r="${String.fromCharCode(65 + at)}${number}" t="inlineStr"><is><t>${cell}</t></is></c>`,
    )
    .join('')}</row>`;
