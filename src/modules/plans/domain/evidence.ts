import { type Actor, may } from '#src/kernel/access.ts';
import { middleDate, type SchoolDate } from '#src/kernel/dates.ts';
import type { DocumentAudience } from '#src/modules/documents/index.ts';

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

/** `Words of the list: 25 (26 Oct 2026, Ms Nuttall)`; without any, where the pupil stood at the start. */
export function lastLine(last: Evidence | undefined, baseline: string | null): string {
  if (last === undefined) return baseline === null ? 'nothing noted' : `nothing noted since: ${baseline}`;
  const by = [middleDate(last.seenOn), last.byName ?? ''].filter(Boolean).join(', ');
  return `${evidenceLine(last)} (${by})`;
}

/** What is written down of it. */
export type NewEvidence = {
  readonly words: string | null;
  readonly result: number | null;
  readonly seenOn: SchoolDate;
  readonly file: { readonly documentId: string; readonly isPicture: boolean } | null;
};

/** A number makes a result; else a picture or file is one; else it is a note. */
export function kindOfEvidence({ result, file }: Pick<NewEvidence, 'result' | 'file'>): EvidenceKind {
  if (result !== null) return 'result';
  if (file === null) return 'note';
  return file.isPicture ? 'photo' : 'file';
}

/** For whom it is written: the readers of the plan, or by those who write no plans the staff around the pupil. */
export const evidenceAudience = ({ writes }: Pick<Actor, 'writes'>): 'plans' | 'notes' =>
  writes.includes('plans') ? 'plans' : 'notes';

/** For whom a photo or file is kept that belongs to it. */
export const fileAudience = ({
  writes,
}: Pick<Actor, 'writes'>): Extract<DocumentAudience, 'staff' | 'notes'> =>
  writes.includes('staff') ? 'staff' : 'notes';

/** Whoever wrote it takes it back, and those who write plans. */
export const mayWithdrawEvidence = (actor: Actor, { byPersonId }: Pick<Evidence, 'byPersonId'>): boolean =>
  may(actor, 'plan.write') || (byPersonId !== null && byPersonId === actor.personId);
