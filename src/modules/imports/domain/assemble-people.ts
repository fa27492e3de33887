import { telephoneType } from '../../../kernel/codes/telephone-type.codes.ts';
import { type TableContext, yesNoInCell } from './assemble-pupil.ts';
import { readCode, readRelationship } from './code-values.ts';
import type { FieldName } from './fields.ts';
import { wordsForPostcode } from './identifiers.ts';
import type { IncomingAddress, IncomingContact, IncomingPhone, IncomingPupil, Told } from './incoming.ts';
import { type Cells, codeInCell, nameIn, valueIn } from './row-cells.ts';
import { told } from './told.ts';
import { isBlank, readEmail, readIdentifier, readNumber, readPhone, splitTitledName } from './values.ts';

type PhoneField = { readonly field: FieldName; readonly kind: string | null };
const PUPIL_PHONES: readonly PhoneField[] = [
  { field: 'mobile', kind: 'M' },
  { field: 'homePhone', kind: 'H' },
  { field: 'workPhone', kind: 'W' },
  { field: 'phone', kind: null },
];
const CONTACT_PHONES: readonly PhoneField[] = [
  { field: 'contactMobile', kind: 'M' },
  { field: 'contactHomePhone', kind: 'H' },
  { field: 'contactWorkPhone', kind: 'W' },
  { field: 'contactPhone', kind: null },
];

function phoneOf(text: string, cells: Cells, { field, kind }: PhoneField): readonly IncomingPhone[] {
  if (isBlank(text)) return [];
  const column = cells.heading(field);
  const read = readPhone(text);
  if (!read.ok) {
    cells.on.warn({ column, value: text, ...read });
    return [];
  }
  if (read.value.hasZeroRestored)
    cells.on.once({
      column,
      message: 'Telephone numbers had lost their leading zero; it was put back.',
      todo: 'Look at one number.',
    });
  return [{ kind: kind === null ? null : readCode(telephoneType, kind), number: read.value.number }];
}

/** Numbers of all telephone columns; undefined when there is no such column. The same number twice counts once. */
function phonesIn(cells: Cells, fields: readonly PhoneField[], block?: number) {
  const present = fields.filter(({ field }) => cells.texts(field, block) !== undefined);
  if (present.length === 0) return undefined;
  const phones = present.flatMap((each) =>
    (cells.texts(each.field, block) ?? []).flatMap((text) => phoneOf(text, cells, each)),
  );
  return phones.filter(({ number }, at) => phones.findIndex((other) => other.number === number) === at);
}

/** Lines of an address: a cell of its own each, or one cell with commas or line ends. A house number joins its street. */
function linesOf(texts: readonly string[]): readonly string[] {
  const filled = texts.filter((text) => !isBlank(text)).map((text) => text.trim());
  const lines =
    filled.length === 1 ? (filled[0] ?? '').split(/\s*[\n,]\s*/).filter((line) => line !== '') : filled;
  const [first = '', second, ...rest] = lines;
  return second !== undefined && /^\d+[a-z]?$/i.test(first) ? [`${first} ${second}`, ...rest] : lines;
}

function addressIn(
  cells: Cells,
  context: TableContext,
  at: { readonly line: FieldName; readonly postcode: FieldName; readonly block?: number },
): Told<IncomingAddress> | undefined {
  const texts = cells.texts(at.line, at.block);
  const written = cells.text(at.postcode, at.block);
  if (texts === undefined && written === undefined) return undefined;
  const lines = [...linesOf(texts ?? [])];
  const last = lines.at(-1) ?? '';
  const inLines = written === undefined && context.checks.postcode(last).ok;
  const text = inLines ? lines.pop() : written;
  if (text === undefined || isBlank(text)) return lines.length === 0 ? null : { lines };
  const read = context.checks.postcode(text);
  if (!read.ok)
    cells.on.warn({ column: cells.heading(at.postcode, at.block), value: text, ...wordsForPostcode });
  return { lines, postcode: read.ok ? read.value : text.trim() };
}

/** Where the pupil lives and can be reached. */
export const reachOfPupil = (
  cells: Cells,
  context: TableContext,
): Pick<IncomingPupil, 'address' | 'phones' | 'email'> => ({
  ...told('address', addressIn(cells, context, { line: 'addressLine', postcode: 'postcode' })),
  ...told('phones', phonesIn(cells, PUPIL_PHONES)),
  ...told('email', valueIn(cells, { field: 'email' }, readEmail)),
});

const CONTACT_FIELDS = [
  'contactMisId',
  'contactOrder',
  'contactTitle',
  'contactForename',
  'contactSurname',
  'contactFullName',
  'contactSalutation',
  'contactRelationship',
  'contactPr',
  'contactLivesWith',
  'contactMobile',
  'contactHomePhone',
  'contactWorkPhone',
  'contactPhone',
  'contactEmail',
  'contactAddressLine',
  'contactPostcode',
] as const satisfies readonly FieldName[];

function contactNames(cells: Cells, block: number): Pick<IncomingContact, 'title' | 'forename' | 'surname'> {
  const whole = cells.text('contactFullName', block);
  const split = whole === undefined || isBlank(whole) ? null : splitTitledName(whole);
  return {
    ...told('title', nameIn(cells, 'contactTitle', block) ?? split?.title ?? undefined),
    ...told('forename', nameIn(cells, 'contactForename', block) ?? split?.forename ?? undefined),
    ...told('surname', nameIn(cells, 'contactSurname', block) ?? split?.surname ?? undefined),
  };
}

function contactOf(cells: Cells, context: TableContext, block: number): IncomingContact {
  const address = { line: 'contactAddressLine', postcode: 'contactPostcode', block } as const;
  return {
    rows: [cells.row.number],
    ...told('order', valueIn(cells, { field: 'contactOrder', block }, readNumber)),
    ...told('misId', valueIn(cells, { field: 'contactMisId', block }, readIdentifier)),
    ...contactNames(cells, block),
    ...told('salutation', nameIn(cells, 'contactSalutation', block)),
    ...told('relationship', codeInCell(cells, { field: 'contactRelationship', block }, readRelationship)),
    ...told('hasParentalResponsibility', yesNoInCell(cells, 'contactPr', block)),
    ...told('livesWithPupil', yesNoInCell(cells, 'contactLivesWith', block)),
    ...told('phones', phonesIn(cells, CONTACT_PHONES, block)),
    ...told('email', valueIn(cells, { field: 'contactEmail', block }, readEmail)),
    ...told('address', addressIn(cells, context, address)),
  };
}

/** The contacts of one row, one a block of columns. A block without a name is nobody, with a warning if it holds more than signs. */
export function contactsOfRow(cells: Cells, context: TableContext): readonly IncomingContact[] | undefined {
  const blocks = cells.blocks(CONTACT_FIELDS);
  if (blocks.length === 0) return undefined;
  return blocks.flatMap((block) => {
    const isEmpty = CONTACT_FIELDS.every((field) => isBlank(cells.texts(field, block)?.join('') ?? ''));
    if (isEmpty) return [];
    const contact = contactOf(cells, context, block);
    if (contact.surname != null || contact.forename != null) return [contact];
    const isNamed = cells.blocks(['contactSurname', 'contactForename', 'contactFullName']).includes(block);
    if (isNamed && (contact.phones ?? []).length > 0)
      cells.on.warn({
        column: cells.heading('contactSurname', block) || cells.heading('contactFullName', block),
        message: 'A contact has no name and was left out.',
        todo: 'Give the contact a name in the school’s system.',
      });
    return [];
  });
}
