import type { SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import {
  type Carer,
  carerName,
  languageWords,
  listCarersOf,
  relationshipWords,
} from '#src/modules/pupils/index.ts';
import { compulsorySchoolAgeEndsOn } from '#src/modules/statutory/index.ts';
import { seeingAll, type Tx } from '#src/platform/db/scope.ts';
import {
  askSencoWords,
  holderOfRights,
  noLinkWords,
  type VoiceKind,
  whyNoLink,
} from '../domain/voice-link.ts';

/** Somebody whom a plan may be shown to, or in words why not. */
export type Answerer = {
  /** What the form chooses by: a carer's id, `young_person` or `pupil`. */
  readonly key: string;
  readonly kind: VoiceKind;
  readonly carerId: string | null;
  readonly name: string;
  readonly relationship: string;
  readonly email: string | null;
  readonly whyNot: string | null;
  /** As noted for the contact: a language, an interpreter, the way they like to be reached. */
  readonly note: string | null;
};

type OfPupil = {
  readonly pupilId: PupilId;
  readonly name: { readonly forename: string; readonly surname: string };
  readonly bornOn: SchoolDate;
};

export type Answerers = { readonly holder: 'parent' | 'young_person'; readonly people: readonly Answerer[] };

/**
 * Who may be given a link about a pupil: the carers, each with the reason where none may be made; the young person once
 * compulsory school age has ended; the pupil. A class teacher sees no contacts otherwise: of these, names and ties alone
 * are read for them here.
 */
export async function listWhoMayAnswer(tx: Tx, pupil: OfPupil): Promise<Answerers> {
  const carers = await seeingAll(tx, () => listCarersOf(tx, [pupil.pupilId]));
  const holder = holderOfRights(tx.scope.today, compulsorySchoolAgeEndsOn(pupil.bornOn));
  const keepsContacts = tx.scope.actor.sees.includes('contacts');
  const own = {
    carerId: null,
    name: `${pupil.name.forename} ${pupil.name.surname}`,
    email: null,
    note: null,
  };
  return {
    holder,
    people: [
      ...carers.map((carer) => answererOf(carer, keepsContacts)),
      ...(holder === 'young_person'
        ? [
            {
              ...own,
              key: 'young_person',
              kind: 'young_person' as const,
              relationship: 'young person',
              whyNot: null,
            },
          ]
        : []),
      { ...own, key: 'pupil', kind: 'pupil' as const, relationship: 'pupil', whyNot: null },
    ],
  };
}

function answererOf(carer: Carer, keepsContacts: boolean): Answerer {
  const reason = whyNoLink(carer);
  return {
    key: carer.carerId,
    kind: 'parent',
    carerId: carer.carerId,
    name: carerName(carer),
    relationship: relationshipWords(carer.relationship),
    email: carer.email,
    whyNot: reason === null ? null : keepsContacts ? noLinkWords[reason] : askSencoWords,
    note: keepsContacts ? contactNoteOf(carer) || null : null,
  };
}

/** `speaks Igbo, needs an interpreter`: a note for whoever writes or rings; nothing is translated. Blank where none is. */
export const contactNoteOf = ({ language, needsInterpreter, preferredContact }: Carer): string =>
  [
    ...(language === null ? [] : [`speaks ${languageWords(language)}`]),
    ...(needsInterpreter ? ['needs an interpreter'] : []),
    ...(preferredContact === null ? [] : [`likes to be reached by ${preferredContact}`]),
  ].join(', ');
