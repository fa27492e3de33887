import { strToU8, zipSync } from 'fflate';

const types = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const relations = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

/** A Word file with a body as Word writes it, and whatever else is to be in it. */
export const wordFile = (
  body: string,
  more: Readonly<Record<string, Uint8Array>> = {},
): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    zipSync({
      '[Content_Types].xml': strToU8(types),
      '_rels/.rels': strToU8(relations),
      'word/document.xml': strToU8(
        `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`,
      ),
      ...more,
    }),
  );

export const run = (words: string, look = ''): string =>
  `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`;
export const line = (words = '', look = ''): string =>
  words === '' ? '<w:p/>' : `<w:p>${run(words, look)}</w:p>`;
export const heading = (words: string, level = 1): string =>
  `<w:p><w:pPr><w:pStyle w:val="Heading${level}"/></w:pPr>${run(words)}</w:p>`;
export const cell = (inside: string, span = 1): string =>
  `<w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/>${span === 1 ? '' : `<w:gridSpan w:val="${span}"/>`}</w:tcPr>${inside}</w:tc>`;
export const row = (...cells: readonly string[]): string =>
  `<w:tr>${cells.map((one) => (one.startsWith('<w:tc>') ? one : cell(one.startsWith('<') ? one : line(one)))).join('')}</w:tr>`;
export const table = (...rows: readonly string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;
export const control = (name: string, inside = run('Click here to write'), kind = '<w:text/>'): string =>
  `<w:sdt><w:sdtPr><w:alias w:val="${name}"/>${kind}<w:showingPlcHdr/></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;
export const box = (): string =>
  `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="0"/></w14:checkbox></w:sdtPr><w:sdtContent>${run('☐')}</w:sdtContent></w:sdt>`;

/** A form of tables within tables, with rows to repeat and a merged heading. */
export const nestedForm = (): Uint8Array<ArrayBuffer> =>
  wordFile(
    [
      heading('High needs funding request'),
      table(
        row(cell(line('Section 1: The learner'), 2)),
        row(
          cell(
            line('Who it is about') +
              table(row('Full name', ''), row('DOB', ''), row('UPN', ''), row('NC year', '')),
          ),
          cell(
            line('Where they learn') +
              table(row('School', ''), row('SENCo', ''), row('URN', ''), row('Attendance %', '')),
          ),
        ),
        row('Main area of need', ''),
        row(cell(line('What are the learner’s strengths?'), 2)),
        row(cell(line(), 2)),
      ),
      heading('What has been tried', 2),
      table(
        row('No', 'Intervention', 'Who leads it', 'Cost to date'),
        row('1', '', '', ''),
        row('2', '', '', ''),
      ),
      heading('Cycles', 2),
      table(row('Outcome sought', 'Starting point', 'What success looks like'), row('', '', '')),
      line('Parents’ views'),
      table(row(cell(line('How do the parents see it?'), 1)), row(cell(line() + line() + line()))),
    ].join(''),
  );

/** A form of Word's own fields, some tied to data, one a list, with boxes to tick. */
export const controlForm = (): Uint8Array<ArrayBuffer> =>
  wordFile(
    [
      heading('Information for the panel'),
      `<w:p>${run('Child: ')}${control('Name of child')}</w:p>`,
      `<w:p>${run('Born on: ')}${control('DOB', run('Pick a date'), '<w:date/><w:dataBinding w:xpath="/x" w:storeItemID="{0}"/>')}</w:p>`,
      `<w:p>${run('Status: ')}${control('Status', run('Choose'), '<w:dropDownList><w:listItem w:displayText="No SEN" w:value="0"/><w:listItem w:displayText="SEN support" w:value="1"/><w:listItem w:displayText="EHC plan" w:value="2"/></w:dropDownList>')}</w:p>`,
      `<w:p>${run('English as an additional language? ')}${box()}${run(' Yes ')}${box()}${run(' No')}</w:p>`,
      line('Area of need'),
      ...[
        'Communication and interaction',
        'Cognition and learning',
        'Social, emotional and mental health',
      ].map((area) => `<w:p>${box()}${run(` ${area}`)}</w:p>`),
      heading('Views', 2),
      control('What the pupil says', `${line('Click here')}`, '<w:richText/>'),
      table(row('School', control('School', cell(line('Click')))), row('Key adult', '')),
      line('Signed for the school: {today.filler} on {today.date}'),
    ].join(''),
  );

/** A form of lines to write on, with dots, rules and questions, changed by several hands. */
export const lineForm = (): Uint8Array<ArrayBuffer> =>
  wordFile(
    [
      line('REFERRAL FOR ADVICE', '<w:b/>'),
      line('Name: ______________________   Date of birth: ____/____/______'),
      `<w:p>${run('Address ')}${run('                          ', '<w:u w:val="single"/>')}</w:p>`,
      line('Home language ........................ Ethnic background ……………'),
      line('School:'),
      `<w:p>${run('Class: ')}<w:del w:id="1"><w:r><w:delText>Form: </w:delText></w:r></w:del><w:ins w:id="2">${run('__________')}</w:ins></w:p>`,
      line('Looked after child: Yes ☐ No ☐'),
      line('Parent or carer', '<w:b/>'),
      line('Name ________________ Relationship ________________'),
      line('Telephone ________________ Email ________________'),
      line('What are the child’s difficulties?'),
      line(),
      line(),
      line('What is going well?'),
      line(),
      line('Please tell us the parents’ views:'),
      line(),
    ].join(''),
  );
