import type { Plan } from './plan.ts';

/** Words of the trade, with what a parent would say. */
const jargon: Readonly<Record<string, string>> = {
  SALT: 'speech and language therapist',
  SLT: 'speech and language therapist',
  SLCN: 'speech, language and communication needs',
  SEMH: 'social, emotional and mental health',
  APDR: 'assess, plan, do, review',
  QFT: 'good teaching for everybody',
  HQT: 'good teaching for everybody',
  ELSA: 'a trained adult for feelings',
  CAMHS: 'the mental health service for children',
  EP: 'educational psychologist',
  OT: 'occupational therapist',
  PFA: 'preparing for adult life',
  GPC: 'letters and their sounds',
  CVC: 'words of three sounds',
  VCOP: 'vocabulary and punctuation',
  'co-regulation': 'calming down together with an adult',
  dysregulated: 'overwhelmed',
  metacognition: 'thinking about how to learn',
  scaffolding: 'help that is taken away step by step',
  differentiation: 'work made to fit',
  phonological: 'about the sounds in words',
  proprioceptive: 'about feeling where the body is',
};

export type Jargon = { readonly word: string; readonly say: string };

/** The words of the trade in what parents read of a plan, each once. Capitals alone count for abbreviations. */
export function jargonIn(plan: Pick<Plan, 'sections' | 'targets'>): readonly Jargon[] {
  const text = [
    ...plan.sections.map(({ words }) => words ?? ''),
    ...plan.targets.flatMap(({ words, success, baseline, strategies }) => [
      words,
      success ?? '',
      baseline ?? '',
      ...strategies.map((one) => one.words),
    ]),
  ].join('\n');
  return Object.entries(jargon).flatMap(([word, say]) =>
    new RegExp(`\\b${word}\\b`, word === word.toUpperCase() ? '' : 'i').test(text) ? [{ word, say }] : [],
  );
}
