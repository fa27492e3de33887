import type { Actor, Audience } from '../../../kernel/access.ts';

type Heard = {
  /** As it is called on the page. */
  readonly name: string;
  readonly table: string;
  readonly id: string;
  /** The column whose words tell one record from another. */
  readonly label: string;
  /** The column that decides whether its audience is fixed; null where none does. */
  readonly part: string | null;
  /** The audiences that the table takes. */
  readonly takes: readonly Audience[];
  /** Parts whose audience is fixed, whoever asks. */
  readonly fixed: readonly string[];
};

/**
 * The one rule of whose audience may be changed, table by table. Facts, contacts and figures are not here: theirs
 * follows from what they are. Court orders and the safeguarding flag are always `sensitive`.
 */
export const heardTables = {
  'contact-note': {
    name: 'Contact, worry or decision',
    table: 'contact_notes',
    id: 'contact_note_id',
    label: 'words',
    part: 'kind',
    takes: ['notes', 'staff', 'family', 'sensitive', 'leaders'],
    fixed: [],
  },
  alert: {
    name: 'Alert',
    table: 'pupil_alerts',
    id: 'alert_id',
    label: 'words',
    part: 'kind',
    takes: ['staff', 'health', 'sensitive'],
    fixed: ['court', 'safeguarding'],
  },
  status: {
    name: 'SEN status',
    table: 'sen_statuses',
    id: 'status_id',
    label: 'status',
    part: null,
    takes: ['staff', 'family'],
    fixed: [],
  },
  need: {
    name: 'Need',
    table: 'needs',
    id: 'need_id',
    label: 'sen_type',
    part: null,
    takes: ['staff', 'family'],
    fixed: [],
  },
  strength: {
    name: 'Strength',
    table: 'strengths',
    id: 'strength_id',
    label: 'words',
    part: null,
    takes: ['staff', 'family'],
    fixed: [],
  },
  task: {
    name: 'Task',
    table: 'tasks',
    id: 'task_id',
    label: 'title',
    part: null,
    takes: ['notes', 'staff', 'family', 'sensitive', 'leaders'],
    fixed: [],
  },
} as const satisfies Record<string, Heard>;

export type HeardKind = keyof typeof heardTables;
const isHeardKind = (text: string): text is HeardKind => Object.hasOwn(heardTables, text);
export const heardKinds: readonly HeardKind[] = Object.keys(heardTables).filter(isHeardKind);

/** A record about a pupil with who may read it. */
export type HeardRecord = {
  readonly kind: HeardKind;
  readonly recordId: string;
  readonly audience: Audience;
  /** The kind of alert or note. */
  readonly part: string | null;
  readonly label: string;
  readonly version: number;
};

/**
 * To whom else somebody may give a record (rule access-4): audiences that its table takes, and only where they may
 * write both the one that it has and the one that it gets. Empty when they may change nothing.
 */
export function audiencesOpen(
  record: Pick<HeardRecord, 'kind' | 'audience' | 'part'>,
  { writes }: Pick<Actor, 'writes'>,
): readonly Audience[] {
  const { takes, fixed }: Heard = heardTables[record.kind];
  const mayWrite = (audience: Audience) => writes.some((written) => written === audience);
  if (!mayWrite(record.audience) || (record.part !== null && fixed.includes(record.part))) return [];
  return takes.filter((audience) => audience !== record.audience && mayWrite(audience));
}
