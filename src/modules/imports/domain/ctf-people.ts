import { relationship } from '../../../kernel/codes/relationship.codes.ts';
import { sex } from '../../../kernel/codes/sex.codes.ts';
import { telephoneType } from '../../../kernel/codes/telephone-type.codes.ts';
import { type CtfContext, codeIn, countIn, yesNoIn } from './ctf-values.ts';
import { wordsForPostcode } from './identifiers.ts';
import type { IncomingAddress, IncomingContact, IncomingPhone, Told } from './incoming.ts';
import { told } from './told.ts';
import { findChild, listChildren, textOf, type XmlNode } from './xml-node.ts';

/** Flat, house, street … to town, in the order in which an envelope has them. */
const BS7666 = ['saon', 'paon', 'street', 'locality', 'town', 'administrativearea', 'posttown'];
const LINES = ['addressline1', 'addressline2', 'addressline3', 'addressline4', 'addressline5'];

/** House number and street stand on one line: `12`, `High Street` → `12 High Street`. */
function joinHouse(lines: readonly string[]): readonly string[] {
  const [first = '', second, ...rest] = lines;
  return second !== undefined && /^\d+[A-Za-z]?$/.test(first) ? [`${first} ${second}`, ...rest] : lines;
}

const linesOf = (node: XmlNode | null, names: readonly string[]): readonly string[] =>
  names.flatMap((name) => textOf(node, name) ?? []);

/** Reads an address of either form. Null: the element is there and empty. */
export function addressIn(
  parent: XmlNode,
  { checks, on }: CtfContext,
): Told<IncomingAddress | 'asPupil'> | undefined {
  const node = findChild(parent, 'address');
  if (node === null) return undefined;
  if (/^(true|1)$/i.test(textOf(node, 'addressaspupil') ?? '')) return 'asPupil';
  const bs7666 = findChild(node, 'bs7666address');
  const county = textOf(node, 'county');
  const lines = [
    ...joinHouse(linesOf(bs7666, BS7666)),
    ...linesOf(findChild(node, 'addresslines') ?? node, LINES),
    ...(county == null ? [] : [county]),
  ].filter((line, index, all) => all.indexOf(line) === index);
  const written = textOf(node, 'postcode');
  const read = written == null ? null : checks.postcode(written);
  if (read?.ok === false) on.warn({ column: 'PostCode', value: written ?? '', ...wordsForPostcode });
  const postcode = read?.ok === true ? read.value : written;
  if (lines.length === 0 && postcode == null) return null;
  return {
    lines,
    ...told('postcode', postcode),
    ...told('country', textOf(node, 'country')),
    ...told('uprn', textOf(bs7666, 'uniquepropertyreferencenumber')),
  };
}

export function phonesIn(parent: XmlNode, { on }: CtfContext): readonly IncomingPhone[] | undefined {
  const node = findChild(parent, 'phones');
  if (node === null) return undefined;
  return listChildren(node, 'phone').flatMap((phone) => {
    const number = textOf(phone, 'phoneno');
    if (number == null) return [];
    const kind = codeIn(phone, 'TelephoneType', { list: telephoneType, on }) ?? null;
    return [{ kind, number: number.replace(/\s+/g, ' ') }];
  });
}

function contactOf(node: XmlNode, context: CtfContext): IncomingContact {
  const { on } = context;
  const sexElement = findChild(node, 'sex') === null ? 'Gender' : 'Sex';
  return {
    rows: [on.row],
    ...told('order', countIn(node, 'Order')),
    ...told('title', textOf(node, 'title')),
    ...told('forename', textOf(node, 'forename')),
    ...told('surname', textOf(node, 'surname')),
    ...told('middleNames', textOf(node, 'middlenames')),
    ...told('sex', codeIn(node, sexElement, { list: sex, on })),
    ...told('relationship', codeIn(node, 'Relationship', { list: relationship, on })),
    ...told('hasParentalResponsibility', yesNoIn(node, 'Responsibility', on)),
    ...told('phones', phonesIn(node, context)),
    ...told('email', textOf(node, 'email')),
    ...told('address', addressIn(node, context)),
  };
}

/** The contacts by their order, those without one last. */
export function contactsIn(pupil: XmlNode, context: CtfContext): readonly IncomingContact[] | undefined {
  const node = findChild(pupil, 'contacts');
  if (node === null) return undefined;
  return listChildren(node, 'contact')
    .map((contact) => contactOf(contact, context))
    .sort((a, b) => (a.order ?? 999) - (b.order ?? 999));
}
