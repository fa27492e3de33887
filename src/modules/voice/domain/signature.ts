import type { SchoolDate } from '../../../kernel/dates.ts';

export type Signature = {
  readonly planSignatureId: string;
  readonly planId: string;
  readonly sharedCopyId: string;
  readonly signedById: string;
  readonly forName: string;
  readonly relationship: string;
  readonly signedAs: string;
  readonly way: 'link' | 'paper';
  readonly signedOn: SchoolDate;
  readonly documentId: string | null;
};

/** `Signed by mother (as N. Okafor) on 24 November 2026`. */
export const signedWords = (
  { relationship, signedAs, way }: Pick<Signature, 'relationship' | 'signedAs' | 'way'>,
  day: string,
): string => `Signed by ${relationship}, as ${signedAs}, on ${day}${way === 'paper' ? ', on paper' : ''}`;

/** What was signed beside what was issued (rule voice-6). `differing` counts what says something else. */
export const besideIssued = (differing: number, number: number): string =>
  differing === 0
    ? `What was signed is the same as number ${number}`
    : `What was signed differs from number ${number} in ${differing === 1 ? 'one place' : `${differing} places`}`;
