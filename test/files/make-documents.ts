import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';

const words = (text: string) =>
  text
    .split('\n')
    .map(
      (line) => `<w:p><w:r><w:t>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</w:t></w:r></w:p>`,
    )
    .join('');

const types =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

/** A small Word file with these lines; `more` are further files in it. */
export const makeDocx = (text: string, more: Readonly<Record<string, Uint8Array>> = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(types),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="urn:w"><w:body>${words(text)}</w:body></w:document>`,
    ),
    ...more,
  });

/** A small OpenDocument text. */
export const makeOdt = (text: string): Uint8Array =>
  zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(
      `<office:document-content xmlns:office="urn:o" xmlns:text="urn:t"><text:p>${text}</text:p></office:document-content>`,
    ),
  });

/** A PDF of one page with this content, compressed as often as `filters` says. */
export function makeRawPdf(content: Uint8Array, filters = 1): Uint8Array {
  let stream = Buffer.from(content);
  for (let at = 0; at < filters; at++) stream = deflateSync(stream);
  const names = Array.from({ length: filters }, () => '/FlateDecode').join(' ');
  const objects = [
    Buffer.from('<</Type/Catalog/Pages 2 0 R>>'),
    Buffer.from('<</Type/Pages/Kids[3 0 R]/Count 1>>'),
    Buffer.from(
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>',
    ),
    Buffer.concat([
      Buffer.from(`<</Length ${stream.length}/Filter[${names}]>>\nstream\n`),
      stream,
      Buffer.from('\nendstream'),
    ]),
  ];
  let whole = Buffer.from('%PDF-1.4\n');
  const places: number[] = [];
  for (const [at, object] of objects.entries()) {
    places.push(whole.length);
    whole = Buffer.concat([whole, Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${whole.length}\n%%EOF`;
  return new Uint8Array(Buffer.concat([whole, Buffer.from(end)]));
}

/** A PDF that says one line. */
export const makeLinePdf = (line: string): Uint8Array =>
  makeRawPdf(Buffer.from(`BT /F1 12 Tf 50 700 Td (${line.replace(/[()\\]/g, '')}) Tj ET`));

/** The smallest picture that is one: a PNG of one dot. */
export const onePixel = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
