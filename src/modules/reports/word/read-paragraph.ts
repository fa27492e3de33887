import { type FormPiece, optionsNamed, type Place } from '../domain/place.ts';
import { fillControl, setTick } from './fill-parts.ts';
import { addWords, controlMark, type Inline, inlinesOf, replaceWords } from './inlines.ts';
import { type Around, cleanLabel, type Reading, type TickGroup } from './reading.ts';
import { childOf, elementsOf, type XmlElement } from './xml.ts';

/** A name in braces; a control; a box to tick; a blank of lines or dots, as a date is left blank too. */
const signs =
  /(\{\{?[^{}\n]{1,80}\}\}?|«[^»\n]{1,80}»)|(\uFFFC)|(☐)|(_{2,}(?:\s*\/\s*_{2,})+|_{3,}(?:[ \t]+_{3,})*|…{2,}|\.{5,})/g;

type Read = { readonly pieces: readonly FormPiece[]; readonly words: string };
type Mark = { readonly from: number; readonly until: number; readonly label: string };

/** The words of a paragraph and the places in it, which are added to what is read. */
export function readParagraph(paragraph: XmlElement, of: Reading, around: Around): Read {
  const inlines = inlinesOf(paragraph);
  const words = inlines.map((one) => one.words).join('');
  const number = ++of.paragraphs;
  const pieces: FormPiece[] = [];
  if (!/^\s*☐/.test(words)) of.ticks = null;
  let at = 0;
  for (const [index, found] of [...words.matchAll(signs)].entries()) {
    const [from, until] = [found.index, found.index + found[0].length];
    const before = words.slice(at, from);
    if (before !== '') pieces.push(before);
    const mark = { from, until, label: cleanLabel(before) || around.label };
    const address = `${of.part}${found[3] === undefined ? 'line' : 'ticks'}:${number}.${index}`;
    pieces.push(
      ...(found[3] === undefined
        ? [addMark(of, { found: found[0], inlines, mark, address, isSlot: found[1] !== undefined })]
        : addTick(of, { inlines, words, from, address, outer: around.label })),
    );
    at = until;
  }
  const rest = words.slice(at);
  if (rest !== '') pieces.push(rest);
  if (around.takesEnd && /:\s*$/.test(rest) && cleanLabel(rest) !== '') {
    const address = `${of.part}line:${number}.end`;
    add(of, { address, kind: 'line', label: cleanLabel(rest) }, (values) => {
      addWords(paragraph, `${/\s$/.test(rest) ? '' : ' '}${values.join('\n')}`);
      return null;
    });
    pieces.push({ address });
  }
  return { pieces, words };
}

type Known = Pick<Place, 'address' | 'kind' | 'label'> & { readonly options?: readonly string[] };

/** Adds a place under the heading that is read now. */
export function add(of: Reading, known: Known, put: (values: readonly string[]) => string | null): void {
  of.spots.push({ place: { heading: of.heading, options: [], ...known }, put });
}

type NewMark = {
  readonly found: string;
  readonly inlines: readonly Inline[];
  readonly mark: Mark;
  readonly address: string;
  readonly isSlot: boolean;
};

function addMark(of: Reading, { found, inlines, mark, address, isSlot }: NewMark): FormPiece {
  if (found === controlMark) {
    const control = inlineAt(inlines, mark.from);
    return control === undefined ? '' : addControl(of, control.node, mark.label);
  }
  const name = found.replace(/[{}«»]/g, '').trim();
  add(of, { address, kind: isSlot ? 'slot' : 'line', label: isSlot ? name : mark.label }, (values) => {
    replaceWords(inlines, mark, values.join('\n'));
    return null;
  });
  return { address };
}

function inlineAt(inlines: readonly Inline[], offset: number): Inline | undefined {
  let at = 0;
  return inlines.find(({ words }) => {
    at += words.length;
    return at > offset;
  });
}

/** A content control of Word as a place; what holds a contents list or a picture is none. */
export function addControl(of: Reading, sdt: XmlElement, label: string): FormPiece {
  const settings = childOf(sdt, 'w:sdtPr');
  const said = (name: string) => childOf(settings, name)?.attributes['w:val'] ?? '';
  if (
    settings === undefined ||
    elementsOf(settings).some(({ name }) => /^w:(docPart(Obj|List)|picture)$/.test(name))
  )
    return '';
  const address = `${of.part}control:${++of.controls}`;
  const list = childOf(settings, 'w:dropDownList') ?? childOf(settings, 'w:comboBox');
  const options = (list === undefined ? [] : elementsOf(list))
    .filter(({ name }) => name === 'w:listItem')
    .map(({ attributes }) => attributes['w:displayText'] ?? attributes['w:value'] ?? '')
    .filter((option) => option.trim() !== '');
  const isClosed = list?.name === 'w:dropDownList';
  const known = {
    address,
    kind: 'control' as const,
    label: label || cleanLabel(said('w:alias')) || cleanLabel(said('w:tag')),
    options: isClosed ? options : [],
  };
  add(of, known, (values) => {
    if (!isClosed) {
      fillControl(sdt, values);
      return null;
    }
    const chosen = optionsNamed(options, values)[0];
    if (chosen === undefined) return `None of its choices is “${values.join(', ')}”`;
    fillControl(sdt, [options[chosen] ?? '']);
    return null;
  });
  return { address };
}

type NewTick = {
  readonly inlines: readonly Inline[];
  readonly words: string;
  readonly from: number;
  readonly address: string;
  readonly outer: string;
};

/** A box to tick: one more of the boxes before it, else the first of a new place. */
function addTick(of: Reading, { inlines, words, from, address, outer }: NewTick): readonly FormPiece[] {
  const tick = tickIn(inlines, from, words);
  const isFirst = of.ticks === null;
  of.ticks ??= newTicks(of, { address, label: tick.label || outer });
  of.ticks.options.push(tick.option);
  of.ticks.setters.push(tick.set);
  return isFirst ? [{ address }, '☐'] : ['☐'];
}

function newTicks(of: Reading, known: { address: string; label: string }): TickGroup {
  const ticks: TickGroup = { options: [], setters: [] };
  add(of, { ...known, kind: 'ticks', options: ticks.options }, (values) => {
    const named = optionsNamed(ticks.options, values);
    if (named.length === 0) return `None of its boxes says “${values.join(', ')}”`;
    for (const [at, set] of ticks.setters.entries()) set(named.includes(at));
    return null;
  });
  return ticks;
}

/** What a box stands for: the words after it; where none follow the last box, those before each. */
function tickIn(inlines: readonly Inline[], at: number, words: string) {
  const inline = inlineAt(inlines, at);
  const comesFirst = /[\p{L}\p{N}]/u.test(words.slice(words.lastIndexOf('☐') + 1));
  const after = cleanOption(words.slice(at + 1).split(/[☐\uFFFC\t\n]|_{3,}|\s{4,}/)[0] ?? '');
  const before = words.slice(0, at);
  const back = before.slice(before.lastIndexOf('☐') + 1);
  const [, label = '', own = back] = /^(.*[:?])(.*)$/s.exec(back) ?? [];
  const set = (isTicked: boolean) => {
    if (inline !== undefined) setTick(inline.node, inline.parent, isTicked);
  };
  return comesFirst || cleanOption(own) === ''
    ? { option: after, label: cleanLabel(before.includes('☐') ? '' : before), set }
    : { option: cleanOption(own), label: cleanLabel(label), set };
}

const cleanOption = (words: string): string =>
  words
    .replace(/\s+/g, ' ')
    .replace(/^[\s/,;–-]+|[\s/,;:–-]+$/g, '')
    .replace(/\s+(or|and)$/i, '');
