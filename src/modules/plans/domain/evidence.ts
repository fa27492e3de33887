import type { SchoolDate } from '#src/kernel/dates.ts';

export const evidenceKinds = ['note', 'result', 'photo', 'file'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export const evidenceKindWords: Readonly<Record<EvidenceKind, string>> = {
  note: 'Note',
  result: 'Result',
  photo: 'Photo',
  file: 'File',
};

/** What somebody saw of a target, on a day. */
export type Evidence = {
  readonly evidenceId: string;
  readonly targetId: string;
  readonly kind: EvidenceKind;
  readonly words: string | null;
  readonly result: number | null;
  readonly documentId: string | null;
  readonly seenOn: SchoolDate;
  readonly byPersonId: string | null;
  readonly byName: string | null;
  readonly version: number;
};

/** `Reads 25 words: 25`, `A photo`: what it says, without who and when. */
export function evidenceLine({ kind, words, result }: Pick<Evidence, 'kind' | 'words' | 'result'>): string {
  const text = words ?? `A ${evidenceKindWords[kind].toLowerCase()}`;
  return result === null ? text : `${text}: ${result}`;
}
