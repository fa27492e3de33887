import type { Actor, Audience } from '../../../kernel/access.ts';
import type { SchoolDate } from '../../../kernel/dates.ts';
import type { PersonId, PupilId } from '../../../kernel/ids.ts';

export const contactKinds = ['contact', 'worry', 'decision', 'meeting'] as const;
export type ContactKind = (typeof contactKinds)[number];
export const contactKind = (text: string): ContactKind => {
  const kind = contactKinds.find((known) => known === text);
  if (kind === undefined) throw new Error(`Unknown kind ${text}`);
  return kind;
};
export const contactWords: Readonly<Record<ContactKind, string>> = {
  contact: 'Contact',
  worry: 'Worry',
  decision: 'Decision',
  meeting: 'Meeting with parents',
};

export const noteAudiences = ['notes', 'staff', 'family', 'sensitive', 'leaders'] as const;
export type NoteAudience = Extract<Audience, (typeof noteAudiences)[number]>;

/** Who will read a note, in words. */
export const noteAudienceWords: Readonly<Record<NoteAudience, string>> = {
  notes: 'Staff who teach or support the pupil',
  staff: 'Staff who teach or support the pupil',
  family: 'The family too',
  sensitive: 'SENCO, leaders, designated teacher and safeguarding lead only',
  leaders: 'SENCO and leaders only',
};

/**
 * For whom somebody may write, the usual one first. Those who keep the staff's own records choose among them; others
 * write notes, and choose nothing.
 */
export function audiencesToWrite({ writes }: Pick<Actor, 'writes'>): readonly NoteAudience[] {
  const chosen = noteAudiences.filter((one) => one !== 'notes' && writes.some((may) => may === one));
  return chosen.includes('staff') ? chosen : ['notes'];
}

/** What was said, feared or decided, on a day. */
export type ContactNote = {
  readonly contactNoteId: string;
  readonly pupilId: PupilId;
  readonly kind: ContactKind;
  readonly words: string;
  readonly withWhom: string | null;
  readonly on: SchoolDate;
  /** As known at the school; null for the program itself. */
  readonly byName: string | null;
  readonly audience: Audience;
};

export type NewContactNote = Omit<ContactNote, 'contactNoteId' | 'byName' | 'withWhom' | 'audience'> & {
  readonly withWhom?: string | undefined;
  readonly audience: NoteAudience;
  /** What is to be done about it, by whom and until when: becomes a task. */
  readonly followUp?: { readonly on: SchoolDate; readonly ownerPersonId: PersonId } | undefined;
};

/** Why a contact is not taken, said at the field that it is about. */
export const contactRefusals = {
  in_future: { on: 'On must be today or in the past' },
  no_partner: { withWhom: 'Enter with whom the contact was' },
  follow_up_in_past: { followUpOn: 'Follow up on must be today or later' },
} as const;
