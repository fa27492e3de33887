import type { PersonId } from '../../../../kernel/ids.ts';
import type { ReviewCapacity, ReviewKind } from './review.ts';

/** What is known of a pupil that decides who is invited. */
export type InvitedFacts = {
  readonly kind: ReviewKind;
  /** Whose the rights are: the parents', or the young person's own after compulsory school age. */
  readonly holder: 'parent' | 'young_person';
  readonly pupilName: string;
  readonly carers: readonly {
    readonly carerId: string;
    readonly name: string;
    readonly relationship: string;
    readonly email: string | null;
    /** In words why no letter or link may be sent; null where it may. */
    readonly whyNot: string | null;
  }[];
  readonly authority: { readonly name: string; readonly email: string | null } | null;
  readonly head: string | null;
  readonly staff: readonly { readonly personId: PersonId; readonly name: string }[];
  readonly isInCare: boolean;
  readonly referringSchool: string | null;
};

export type Invitee = {
  /** What the form ticks by. */
  readonly key: string;
  readonly capacity: ReviewCapacity;
  readonly name: string;
  readonly email: string | null;
  readonly personId: PersonId | null;
  readonly carerId: string | null;
  readonly isRequired: boolean;
  readonly why: string;
  /** Whether words are asked of them before the meeting. */
  readonly givesAdvice: boolean;
  /** In words why they get no invitation; null where they do. */
  readonly whyNot: string | null;
};

const regulation = 'SEND Regulations 2014 reg 20(2)';
const none = { email: null, personId: null, carerId: null, whyNot: null } as const;

/**
 * Who is invited to a review (rule ar-3): by law the holder of the rights, the head, an SEN officer of the authority, a health
 * professional and a social services officer; besides them the pupil, those who teach, and where there are any the other
 * parents, those who look after the child for an authority, the school that referred the pupil and the next place. A carer
 * whose contact a court limits is named with the reason and not invited. SEND Regulations 2014 reg 20(2); Code 9.176.
 */
export function whoIsInvited(facts: InvitedFacts): readonly Invitee[] {
  const isOfLaw = facts.kind !== 'termly';
  return [
    ...familyOf(facts),
    ...(isOfLaw ? officialsOf(facts) : []),
    ...facts.staff.map((one) => ({
      ...none,
      key: `staff-${one.personId}`,
      capacity: 'staff' as const,
      name: one.name,
      personId: one.personId,
      isRequired: false,
      why: 'Teaches or supports the pupil (Code of Practice 9.176)',
      givesAdvice: true,
    })),
    ...(isOfLaw ? othersOf(facts) : []),
  ];
}

function familyOf({ kind, holder, carers, pupilName }: InvitedFacts): readonly Invitee[] {
  const isOfLaw = kind !== 'termly';
  const isHolder = (one: 'parent' | 'young_person') => isOfLaw && holder === one;
  const young: readonly Invitee[] =
    holder === 'young_person'
      ? [
          {
            ...none,
            key: 'young_person',
            capacity: 'young_person',
            name: pupilName,
            isRequired: isOfLaw,
            why: `Holds the rights now that compulsory school age has ended (${regulation}; CFA 2014 s80)`,
            givesAdvice: true,
          },
        ]
      : [
          {
            ...none,
            key: 'pupil',
            capacity: 'pupil',
            name: pupilName,
            isRequired: false,
            why: 'Takes part as fully as possible (CFA 2014 s19; Code of Practice 9.166)',
            givesAdvice: true,
          },
        ];
  return [
    ...young,
    ...carers.map(
      ({ carerId, name, relationship, email, whyNot }): Invitee => ({
        ...none,
        key: `carer-${carerId}`,
        capacity: 'parent',
        name: `${name} (${relationship})`,
        email,
        carerId,
        isRequired: isHolder('parent') && whyNot === null,
        why: !isOfLaw
          ? 'The meeting is with the parents'
          : isHolder('parent')
            ? `The child’s parent (${regulation})`
            : 'The rights are the young person’s own: invited only with their agreement',
        givesAdvice: true,
        whyNot,
      }),
    ),
  ];
}

const officialsOf = ({ authority, head }: InvitedFacts): readonly Invitee[] => [
  {
    ...none,
    key: 'head',
    capacity: 'head',
    name: head ?? 'Headteacher',
    isRequired: true,
    why: `The head of the school (${regulation})`,
    givesAdvice: false,
  },
  {
    ...none,
    key: 'authority',
    capacity: 'authority',
    name: authority === null ? 'SEN officer of the authority' : `SEN officer, ${authority.name}`,
    email: authority?.email ?? null,
    isRequired: true,
    why: `Must be invited and need not come (${regulation})`,
    givesAdvice: false,
  },
  {
    ...none,
    key: 'health',
    capacity: 'health',
    name: 'Health professional',
    isRequired: true,
    why: `Named by the body that commissions health care (${regulation})`,
    givesAdvice: true,
  },
  {
    ...none,
    key: 'social_care',
    capacity: 'social_care',
    name: 'Social services officer',
    isRequired: true,
    why: `Must be invited and need not come (${regulation})`,
    givesAdvice: true,
  },
];

const othersOf = ({ isInCare, referringSchool, kind }: InvitedFacts): readonly Invitee[] => [
  ...(isInCare
    ? [
        {
          ...none,
          key: 'care_team',
          capacity: 'care_team' as const,
          name: 'Social worker and virtual school',
          isRequired: false,
          why: 'The review is aligned with that of the care plan (Code of Practice 9.169)',
          givesAdvice: true,
        },
      ]
    : []),
  ...(referringSchool === null
    ? []
    : [
        {
          ...none,
          key: 'referring_school',
          capacity: 'referring_school' as const,
          name: referringSchool,
          isRequired: false,
          why: 'The school that referred the pupil and has them on roll',
          givesAdvice: true,
        },
      ]),
  ...(kind === 'phase_transfer'
    ? [
        {
          ...none,
          key: 'next_place',
          capacity: 'next_place' as const,
          name: 'Next school or place',
          isRequired: false,
          why: 'The plan will name it (SEND Regulations 2014 reg 18)',
          givesAdvice: false,
        },
      ]
    : []),
];
