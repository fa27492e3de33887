import { strToU8, zipSync } from 'fflate';
import { extractRawText } from 'mammoth';
import { describe, expect, it } from 'vitest';
import * as forms from '#test/given-forms.ts';
import { fillForm } from './fill-form.ts';
import { type OpenForm, openForm, placesOf } from './open-form.ts';

function opened(bytes: Uint8Array): OpenForm {
  const result = openForm(bytes);
  if (!result.ok) throw new Error(result.why);
  return result.form;
}
const shown = (bytes: Uint8Array) =>
  placesOf(opened(bytes)).map(({ kind, label, heading }) => `${kind} | ${heading} | ${label}`);

/** Fills by label and reads the words back with a program that did not write them. */
async function filled(bytes: Uint8Array, by: Readonly<Record<string, readonly string[]>>) {
  const form = opened(bytes);
  const values = new Map(placesOf(form).map(({ address, label }) => [address, by[label] ?? []]));
  const made = fillForm(form, values);
  const { value } = await extractRawText({ buffer: Buffer.from(made.bytes) });
  return { ...made, text: value.replace(/\n{2,}/g, '\n') };
}
const xmlOf = (bytes: Uint8Array) =>
  new TextDecoder().decode(opened(bytes).entries.get('word/document.xml') ?? new Uint8Array());

describe('the places of a form', () => {
  it('finds cells beside and under labels in tables within tables, and rows to repeat', () => {
    expect(shown(forms.nestedForm())).toEqual([
      'cell | Who it is about | Full name',
      'cell | Who it is about | DOB',
      'cell | Who it is about | UPN',
      'cell | Who it is about | NC year',
      'cell | Where they learn | School',
      'cell | Where they learn | SENCo',
      'cell | Where they learn | URN',
      'cell | Where they learn | Attendance %',
      'cell | Section 1: The learner | Main area of need',
      'cell | What are the learner’s strengths? | What are the learner’s strengths?',
      'rows | What has been tried | Intervention',
      'rows | What has been tried | Who leads it',
      'rows | What has been tried | Cost to date',
      'rows | Cycles | Outcome sought',
      'rows | Cycles | Starting point',
      'rows | Cycles | What success looks like',
      'cell | How do the parents see it? | How do the parents see it?',
    ]);
  });

  it('finds content controls, boxes to tick and names in braces', () => {
    expect(shown(forms.controlForm())).toEqual([
      'control | Information for the panel | Child',
      'control | Information for the panel | Born on',
      'control | Information for the panel | Status',
      'ticks | Information for the panel | English as an additional language?',
      'ticks | Information for the panel | Area of need',
      'control | Views | Views',
      'control | Views | School',
      'cell | Views | Key adult',
      'slot | Views | today.filler',
      'slot | Views | today.date',
    ]);
  });

  it('finds lines, dots and questions, and reads tracked changes as if accepted', () => {
    expect(shown(forms.lineForm())).toEqual([
      ...['Name', 'Date of birth', 'Address', 'Home language', 'Ethnic background', 'School', 'Class'].map(
        (label) => `line | REFERRAL FOR ADVICE | ${label}`,
      ),
      'ticks | REFERRAL FOR ADVICE | Looked after child',
      ...['Name', 'Relationship', 'Telephone', 'Email'].map((label) => `line | Parent or carer | ${label}`),
      'below | Parent or carer | What are the child’s difficulties?',
      'below | Parent or carer | What is going well?',
      'below | Parent or carer | Please tell us the parents’ views',
    ]);
    expect(opened(forms.lineForm()).notes).toEqual([expect.stringContaining('tracked changes (2)')]);
  });

  it('gives each place an address of its own, the same each time', () => {
    for (const form of [forms.nestedForm(), forms.controlForm(), forms.lineForm()]) {
      const addresses = placesOf(opened(form)).map(({ address }) => address);
      expect(new Set(addresses).size).toBe(addresses.length);
      expect(placesOf(opened(form)).map(({ address }) => address)).toEqual(addresses);
    }
  });
});

describe('filling a form', () => {
  it('fills cells, makes as many rows as there are values, and numbers them on', async () => {
    const { text, bytes } = await filled(forms.nestedForm(), {
      'Full name': ['Maya Patel'],
      Intervention: ['Word club', '', 'Quiet start'],
      'Cost to date': ['£10.00', '£20.00', '£30.00'],
      'What are the learner’s strengths?': ['Kind.\nDraws well.'],
    });
    expect(text).toContain('Full name\nMaya Patel');
    expect(text).toContain('1\nWord club\n£10.00\n2\n£20.00\n3\nQuiet start\n£30.00');
    expect(text).toContain('Kind.\nDraws well.');
    expect(xmlOf(bytes)).toContain('<w:tcW w:w="2400" w:type="dxa"/>');
  });

  it('fills controls, frees them from their data, chooses from a list and ticks the right box', async () => {
    const { text, bytes, refused } = await filled(forms.controlForm(), {
      Child: ['Maya <Patel> & Co'],
      'Born on': ['3 May 2018'],
      Status: ['SEN support'],
      'English as an additional language?': ['No'],
      'Area of need': ['Cognition and learning', 'Social, emotional and mental health'],
      Views: ['I like drawing.\nI do not like noise.'],
      'today.date': ['24 November 2026'],
    });
    expect(text).toContain('Child: Maya <Patel> & Co');
    expect(text).toContain('Status: SEN support');
    expect(text).toContain('I like drawing.\nI do not like noise.');
    expect(text).toContain('on 24 November 2026');
    expect(xmlOf(bytes)).not.toContain('dataBinding');
    expect(xmlOf(bytes).match(/w14:checked w14:val="1"/g)).toHaveLength(3);
    expect(refused.size).toBe(0);
  });

  it('writes in lines without moving what stands beside them', async () => {
    const { text } = await filled(forms.lineForm(), {
      Name: ['Maya Patel'],
      'Date of birth': ['3 May 2018'],
      Address: ['1 High Road'],
      'Ethnic background': ['Indian'],
      School: ['Larkfield Primary'],
      Class: ['4H'],
      'Looked after child': ['Yes'],
      'What is going well?': ['Drawing', 'Friends'],
    });
    expect(text).toContain('Name: Maya Patel   Date of birth: 3 May 2018');
    expect(text).toContain('Address 1 High Road');
    expect(text).toContain('........................ Ethnic background Indian');
    expect(text).toContain('School: Larkfield Primary');
    expect(text).toContain('Class: 4H');
    expect(text).toContain('Yes ☒ No ☐');
    expect(text).toContain('What is going well?\nDrawing\nFriends\n');
  });

  it('says why nothing could be chosen, and leaves the form alone there', async () => {
    const { refused } = await filled(forms.controlForm(), {
      Status: ['Monitoring'],
      'Area of need': ['Nothing known'],
    });
    expect([...refused.values()]).toEqual([
      'None of its boxes says “Nothing known”',
      'None of its choices is “Monitoring”',
    ]);
  });
});

describe('what is no form', () => {
  const why = (bytes: Uint8Array) => {
    const result = openForm(bytes);
    return result.ok ? 'opened' : result.why;
  };
  it('is told in a sentence', () => {
    expect(why(strToU8('not a file'))).toMatch(/cannot be unpacked|not a Word file/);
    expect(why(zipSync({ 'a.txt': strToU8('x') }))).toMatch(/not a Word file/);
    expect(
      why(zipSync({ 'word/document.xml': strToU8('<!DOCTYPE x [<!ENTITY a "b">]><w:document/>') })),
    ).toMatch(/broken/);
    expect(why(zipSync({ 'word/document.xml': strToU8('<a>'.repeat(300) + '</a>'.repeat(300)) }))).toMatch(
      /broken/,
    );
    const pages = { 'docProps/app.xml': strToU8('<Properties><Pages>301</Pages></Properties>') };
    expect(why(forms.wordFile(forms.line('Name:'), pages))).toBe(
      'The form has 301 pages. Give one of up to 300.',
    );
  });
});
