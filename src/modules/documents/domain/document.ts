import type { Actor } from '../../../kernel/access.ts';
import type { SchoolDate } from '../../../kernel/dates.ts';
import type { PupilId } from '../../../kernel/ids.ts';
import { type DocumentAudience, type DocumentKind, documentAudiences } from './document-kinds.ts';
import type { FileFormat, Reading, Scan } from './file-formats.ts';

/** A file that was looked at and put away, before any record speaks of it. */
export type TakenFile = {
  readonly fileName: string;
  readonly format: FileFormat;
  readonly bytes: number;
  readonly sha256: string;
  readonly storeName: string;
  readonly scan: Extract<Scan, 'clean' | 'not_scanned' | 'held'>;
};

export type DocumentFile = {
  readonly documentFileId: string;
  readonly documentId: string | null;
  readonly versionNumber: number | null;
  readonly fileName: string;
  readonly format: FileFormat;
  readonly bytes: number;
  readonly sha256: string;
  /** Null when the bytes are no longer kept. */
  readonly storeName: string | null;
  readonly scan: Scan;
  readonly scanFound: string | null;
  readonly reading: Reading;
  readonly pages: number | null;
  readonly why: string | null;
  readonly byName: string | null;
  readonly receivedAt: Date;
};

export type DocumentFacts = {
  readonly kind: DocumentKind;
  readonly title: string;
  /** The day that the document itself bears; null when it bears none. */
  readonly datedOn: SchoolDate | null;
  readonly receivedOn: SchoolDate;
  readonly fromWhom: string | null;
  readonly notes: string | null;
};

export type SchoolDocument = DocumentFacts & {
  readonly documentId: string;
  /** Null: it is about the school. */
  readonly pupilId: PupilId | null;
  readonly audience: DocumentAudience;
  readonly currentVersion: number;
  readonly withdrawnAt: Date | null;
  readonly withdrawnWhy: string | null;
  readonly version: number;
};

/** The audiences for which somebody may keep documents. */
export const audiencesToKeep = ({ writes }: Pick<Actor, 'writes'>): readonly DocumentAudience[] =>
  documentAudiences.filter((one) => writes.some((may) => may === one));

/** The bytes may be given out: they are there, and no scanner holds them back. */
export const mayBeGiven = ({ scan, storeName }: Pick<DocumentFile, 'scan' | 'storeName'>): boolean =>
  storeName !== null && (scan === 'clean' || scan === 'not_scanned');

export type DatesRefusal = 'dated_after_received' | 'received_in_future';

/** Two days that cannot be: a letter is not received before it is written, nor tomorrow. */
export function datesRefused(
  { datedOn, receivedOn }: Pick<DocumentFacts, 'datedOn' | 'receivedOn'>,
  today: SchoolDate,
): DatesRefusal | null {
  if (receivedOn > today) return 'received_in_future';
  return datedOn !== null && datedOn > receivedOn ? 'dated_after_received' : null;
}

export const datesWording: Readonly<Record<DatesRefusal, Readonly<Record<string, string>>>> = {
  dated_after_received: { datedOn: 'Date of the document must be on or before the day it was received' },
  received_in_future: { receivedOn: 'Received on must be today or in the past' },
};
