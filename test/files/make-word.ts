import { strToU8, type Zippable, zipSync } from 'fflate';

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const paragraph = (text: string): string =>
  `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
const cell = (text: string): string => `<w:tc><w:tcPr/>${text.split('\n').map(paragraph).join('')}</w:tc>`;
const row = (cells: readonly string[]): string => `<w:tr>${cells.map(cell).join('')}</w:tr>`;

const head = '<?xml version="1.0" encoding="UTF-8"?>';
const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** The XML of a document whose body is given. */
export const wordXml = (body: string, before = ''): string =>
  `${head}${before}<w:document ${space}><w:body>${body}</w:body></w:document>`;

export const wordTable = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map(row).join('')}</w:tbl>`;

/** A Word document of this XML, or of any parts. */
export const wordFile = (xml: string, more: Zippable = {}): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(xml), ...more }),
  );
