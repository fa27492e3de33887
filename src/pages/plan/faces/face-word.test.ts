import { strFromU8, unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { shippedTemplates } from '#src/modules/plans/domain/shipped-templates.ts';
import { contentOf, faceOf, facePdf } from '#src/modules/plans/index.ts';
import { makePdf } from '#src/paper/pdf.ts';
import * as givenPlans from '#test/given-plans.ts';
import { faceWord } from './face-word.ts';

const plan = givenPlans.plan();
const faceBy = (templateKey: string, isIssued: boolean) => {
  const template = shippedTemplates.find((one) => one.templateKey === templateKey);
  if (template === undefined) throw new Error(templateKey);
  const bornOn = givenPlans.onDay('2018-05-01');
  return faceOf(template, {
    pupil: { forename: 'Ada', surname: 'Lark & Sons <b>', bornOn, place: 'Year 4' },
    schoolName: 'Larkfield Primary',
    content: contentOf(plan),
    issued: isIssued ? { number: 3, on: givenPlans.onDay('2026-11-24') } : null,
  });
};

/** The parts of a Word file, and its words with nothing but one space between them. */
async function wordOf(templateKey: string, given: { isIssued: boolean; isLarge?: boolean }) {
  const bytes = await faceWord(faceBy(templateKey, given.isIssued), {
    footer: 'Larkfield',
    isLarge: given.isLarge ?? false,
  });
  const files = unzipSync(bytes);
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const body = part('word/document.xml');
  const words = [...body.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)]
    .map(([, text = '']) => text)
    .join(' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  return { body, words, styles: part('word/styles.xml'), core: part('docProps/core.xml') };
}
const headings = (body: string, level: number): number =>
  body.split(`<w:pStyle w:val="Heading${level}"/>`).length - 1;
const oneSpace = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** Every word that a person wrote into the plan and that a face shows. */
const written = [
  ...plan.targets.flatMap(({ words, baseline, success }) => [words, baseline ?? '', success ?? '']),
  ...plan.targets.flatMap(({ strategies }) =>
    strategies.flatMap(({ words, who, howOften }) => [words, who ?? '', howOften ?? '']),
  ),
  ...plan.sections.flatMap(({ words }) => (words === null ? [] : words.split('\n'))),
].filter((words) => words !== '');

describe('a face as a Word file', () => {
  it('holds every word, under real headings, with tables that have a head, in British English', async () => {
    const { body, words, styles, core } = await wordOf('support-plan', { isIssued: true });
    for (const text of written) expect(oneSpace(words)).toContain(oneSpace(text));
    expect(words).toContain('Lark & Sons <b>');
    expect([headings(body, 1), headings(body, 2), headings(body, 3)]).toEqual([
      1,
      faceBy('support-plan', true).blocks.length,
      plan.targets.length,
    ]);
    expect(body.split('<w:tblHeader/>').length - 1).toBe(plan.targets.length);
    expect(styles).toContain('<w:lang w:val="en-GB"/>');
    expect(core).toContain('<dc:title>SEN support plan: Ada Lark &amp; Sons &lt;b&gt;</dc:title>');
    expect(words).not.toContain('Draft');
  });

  it('says of a draft that it is one, and of the ISP that it is proposed', async () => {
    const { words } = await wordOf('isp', { isIssued: false });
    expect(words).toContain('Draft: not issued yet, and it may change.');
    expect(words).toContain('Proposed, not law');
  });

  it('has letters of 18 points in large print', async () => {
    expect((await wordOf('passport', { isIssued: true, isLarge: true })).styles).toContain(
      '<w:sz w:val="36"/>',
    );
  });
});

describe('a face as a PDF', () => {
  it.each(shippedTemplates.map(({ templateKey }) => templateKey))(
    '%s is tagged, titled and in English',
    async (key) => {
      const pdf = await getDocumentProxy(
        await makePdf(facePdf(faceBy(key, true), { footer: 'Larkfield', isLarge: key === 'isp' })),
      );
      const marked: { Marked?: boolean } | null = await pdf.getMarkInfo();
      const { info } = await pdf.getMetadata();
      const tree = JSON.stringify(await (await pdf.getPage(1)).getStructTree());
      expect(marked?.Marked).toBe(true);
      expect(info).toMatchObject({
        Language: 'en-GB',
        Title: `${faceBy(key, true).name}: Ada Lark & Sons <b>`,
      });
      for (const role of ['"H1"', '"H2"']) expect(tree).toContain(role);
      if (key === 'passport' || key === 'profile') expect(pdf.numPages).toBe(1);
    },
  );

  it('holds every word of the plan', async () => {
    const pdf = await getDocumentProxy(
      await makePdf(facePdf(faceBy('support-plan', true), { footer: 'Larkfield', isLarge: false })),
    );
    const { text } = await extractText(pdf, { mergePages: true });
    for (const words of written) expect(oneSpace(text)).toContain(oneSpace(words));
  });
});
