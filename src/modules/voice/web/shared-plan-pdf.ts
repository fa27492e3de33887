import type { SharedCopy } from '#src/modules/plans/index.ts';
import type { PdfBlock, PdfDocument } from '#src/paper/pdf.ts';
import { type Signature, signedWords } from '../domain/signature.ts';
import { type VoiceAnswer, verdictWords } from '../domain/voice-answers.ts';
import { londonDay } from './london-day.ts';
import { partsOf } from './shared-parts.ts';

type Shown = {
  readonly copy: SharedCopy;
  readonly schoolName: string;
  readonly signatures: readonly Signature[];
  readonly answers?: readonly VoiceAnswer[];
  /** Room to sign by hand and to write. */
  readonly forSigning?: boolean;
};

const saidLine = ({ verdict, words }: VoiceAnswer): string =>
  [verdict === null ? null : verdictWords[verdict], words].filter((part) => part !== null).join('. ');

const rule = '_'.repeat(46);
const toSign: readonly PdfBlock[] = [
  { kind: 'newPage' },
  { kind: 'heading', level: 2, words: 'What we want to say' },
  {
    kind: 'note',
    words:
      'Write whatever you like about the plan: what you see at home, what matters to you, what you would change.',
  },
  ...Array.from({ length: 9 }, (): PdfBlock => ({ kind: 'text', words: `${rule}${'_'.repeat(20)}` })),
  { kind: 'heading', level: 2, words: 'Signed' },
  { kind: 'text', words: 'I have read this plan and agree that it is used.' },
  { kind: 'text', words: `Name ${rule}` },
  { kind: 'text', words: `Signature ${rule}` },
  { kind: 'text', words: `Date ${'_'.repeat(20)}` },
  { kind: 'note', words: 'Give this page back to the school, or a photo of it.' },
];

/** A shared plan as a tagged PDF in large letters: with who signed it and what was said, or with room to sign. */
export function sharedPlanPdf({
  copy,
  schoolName,
  signatures,
  answers = [],
  forSigning,
}: Shown): PdfDocument {
  const said = (about: string): readonly PdfBlock[] =>
    answers
      .filter((one) => one.about === about)
      .map((one) => ({ kind: 'note', words: `${one.byName}: ${saidLine(one)}` }));
  const views = answers.filter(({ about }) => about === 'views');
  return {
    title: `Plan of ${copy.pupilName}`,
    footer: `${schoolName} · shared ${londonDay(copy.madeAt)} · ${copy.sha256.slice(0, 12)}`,
    size: 13,
    blocks: [
      { kind: 'heading', level: 1, words: `Plan of ${copy.pupilName}` },
      { kind: 'text', words: `${schoolName}. Shared on ${londonDay(copy.madeAt)}.` },
      ...partsOf(copy).flatMap(({ about, title, words, facts, does }): PdfBlock[] => [
        { kind: 'heading', level: 2, words: title },
        { kind: 'text', words },
        ...facts.map((fact): PdfBlock => ({ kind: 'text', words: fact })),
        ...(does.length === 0 ? [] : [{ kind: 'list' as const, items: does }]),
        ...said(about),
      ]),
      ...(views.length === 0
        ? []
        : [
            { kind: 'heading' as const, level: 2 as const, words: 'What was said' },
            ...views.map((one): PdfBlock => ({ kind: 'text', words: `${one.byName}: ${saidLine(one)}` })),
          ]),
      ...(signatures.length === 0
        ? []
        : [
            { kind: 'heading' as const, level: 2 as const, words: 'Signed' },
            ...signatures.map(
              (one): PdfBlock => ({
                kind: 'text',
                words: signedWords(one, londonDay(one.signedOn)),
              }),
            ),
          ]),
      ...(forSigning ? toSign : []),
    ],
  };
}
