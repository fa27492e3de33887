import type { Audience } from '../../../kernel/access.ts';

/** Who may read a document, the usual one first: what somebody chooses who keeps it. */
export const documentAudiences = ['staff', 'family', 'health', 'sensitive', 'leaders'] as const;
/** `notes` is what teachers and assistants keep as evidence: they write for no other audience. */
const knownAudiences = [...documentAudiences, 'notes'] as const;
export type DocumentAudience = Extract<Audience, (typeof knownAudiences)[number]>;

export const documentAudience = (text: string): DocumentAudience => {
  const audience = knownAudiences.find((known) => known === text);
  if (audience === undefined) throw new Error(`Unknown audience ${text}`);
  return audience;
};

export const documentAudienceWords: Readonly<Record<DocumentAudience, string>> = {
  staff: 'Staff who teach or support the pupil',
  family: 'Staff, and the family too',
  health: 'Staff who teach or support the pupil, as a matter of health',
  sensitive: 'SENCO, leaders, designated teacher and safeguarding lead only',
  leaders: 'SENCO and leaders only',
  notes: 'Staff who teach or support the pupil',
};

/** The same, of a document that is about no pupil. */
export const schoolAudienceWords: Readonly<Record<DocumentAudience, string>> = {
  ...documentAudienceWords,
  staff: 'All staff who may read documents',
  health: 'All staff who may read documents, as a matter of health',
};

type Kind = {
  readonly label: string;
  readonly audience: DocumentAudience;
  /** Words of a file's name or first lines that speak for this kind. */
  readonly signs: readonly string[];
};

/** What documents are, in our own words; the audience is the usual one. */
const kinds = {
  psychology: {
    label: 'Educational psychologist’s report',
    audience: 'staff',
    signs: ['educational psycholog', 'educational psychology', 'ep report', 'ep advice'],
  },
  speech: {
    label: 'Speech and language report',
    audience: 'staff',
    signs: ['speech and language', 'salt report', 'slt report', 'speech therap'],
  },
  occupational: {
    label: 'Occupational therapy or physiotherapy report',
    audience: 'staff',
    signs: ['occupational therap', 'ot report', 'physiotherap', 'sensory profile'],
  },
  mental_health: {
    label: 'Mental health report',
    audience: 'sensitive',
    signs: ['camhs', 'cypmhs', 'mental health', 'psychiatr', 'clinical psycholog'],
  },
  health: {
    label: 'Medical letter or report',
    audience: 'health',
    signs: ['paediatric', 'hospital', 'audiolog', 'ophthalm', 'nhs', 'diagnos', 'clinic letter'],
  },
  specialist_teaching: {
    label: 'Specialist teacher’s report',
    audience: 'staff',
    signs: ['specialist teach', 'advisory teacher', 'teacher of the deaf', 'outreach', 'visual impairment'],
  },
  social_care: {
    label: 'Social care report',
    audience: 'sensitive',
    signs: ['social care', 'social worker', 'child in need', 'early help'],
  },
  plan_elsewhere: {
    label: 'Plan made elsewhere',
    audience: 'staff',
    signs: ['individual education plan', 'support plan', 'one plan', 'health care plan', 'ehc plan', 'ehcp'],
  },
  authority: {
    label: 'From the local authority',
    audience: 'staff',
    signs: ['local authority', 'county council', 'borough council', 'needs assessment'],
  },
  assessment: {
    label: 'Assessment or test result',
    audience: 'staff',
    signs: ['assessment result', 'test result', 'standardised score', 'boxall', 'access arrangement'],
  },
  meeting: { label: 'Record of a meeting', audience: 'staff', signs: ['minutes', 'meeting'] },
  consent: { label: 'Consent form', audience: 'staff', signs: ['consent'] },
  letter_in: { label: 'Letter received', audience: 'staff', signs: ['dear senco', 'dear school', 'letter'] },
  letter_out: { label: 'Letter sent', audience: 'family', signs: ['dear parent'] },
  pupil_work: { label: 'Work of the pupil', audience: 'staff', signs: [] },
  school_record: {
    label: 'Earlier school’s record',
    audience: 'staff',
    signs: ['transfer', 'school report'],
  },
  other: { label: 'Something else', audience: 'staff', signs: [] },
} as const satisfies Readonly<Record<string, Kind>>;

export type DocumentKind = keyof typeof kinds;
export const isDocumentKind = (text: string): text is DocumentKind => Object.hasOwn(kinds, text);
export const documentKind = (text: string): DocumentKind => {
  if (!isDocumentKind(text)) throw new Error(`Unknown kind ${text}`);
  return text;
};
export const documentKinds: readonly DocumentKind[] = Object.keys(kinds).filter(isDocumentKind);
export const kindLabel = (kind: DocumentKind): string => kinds[kind].label;
export const usualAudience = (kind: DocumentKind): DocumentAudience => kinds[kind].audience;
export const kindOptions = documentKinds.map((value) => ({ value, label: kindLabel(value) }));

const plain = (text: string): string => ` ${text.toLowerCase().replace(/[^a-z]+/g, ' ')} `;

/** Nearly anything may be called a letter: asked after all others. */
const weak: readonly DocumentKind[] = ['meeting', 'consent', 'letter_in', 'letter_out', 'school_record'];

/** What a file seems to be, by the signs in its name, else in its first lines. A guess, for a person to see. */
export function guessKind(fileName: string, words: string): DocumentKind {
  const texts = [plain(fileName.replace(/\.[^.]*$/, '')), plain(words.slice(0, 3000))];
  const strong = documentKinds.filter((kind) => !weak.includes(kind));
  for (const among of [strong, weak]) {
    for (const text of texts) {
      const found = among.find((kind) => kinds[kind].signs.some((sign) => text.includes(` ${sign}`)));
      if (found !== undefined) return found;
    }
  }
  return 'other';
}
