import { chosen, form, version } from '../../../kernel/form.ts';

/** What shall become of one record. The choices are those of the record: see `choicesForRow`. */
export const decideRowForm = form({
  choice: chosen({
    label: 'What shall become of it?',
    kind: 'radios',
    missing: 'Select what shall become of it',
  }),
  version: version(),
});

export type RowChoice = { readonly value: string; readonly label: string; readonly hint?: string };

type Asked = {
  readonly kind: string;
  readonly state: string;
  readonly hasOurs: boolean;
  /** Pupils who may be meant, each in words: `Amara Okafor, born 3 May 2018, 4 Oak`. */
  readonly pupils: readonly { readonly pupilId: string; readonly words: string }[];
  /** The one of them who was said to be meant. */
  readonly meantId: string | null;
};

const leaveOut = { value: 'leave', label: 'Leave this record out' };

/** What a person may say of a record: who is meant, whether the file or Sendero is right, or that it is left out. */
export function choicesForRow({ kind, state, hasOurs, pupils, meantId }: Asked): readonly RowChoice[] {
  if (state === 'ask' && kind === 'finance')
    return [{ value: 'take', label: 'Take it as it stands' }, leaveOut];
  if (state === 'ask') {
    return [
      ...pupils.map(({ pupilId, words }) => ({ value: `same:${pupilId}`, label: `Same pupil as ${words}` })),
      ...(hasOurs && meantId !== null
        ? [
            {
              value: `take:${meantId}`,
              label: 'The same pupil, and the file is right',
              hint: 'What somebody wrote in Sendero becomes history where the file says otherwise.',
            },
          ]
        : []),
      { value: 'new', label: 'Another child: add as new' },
      leaveOut,
    ];
  }
  if (state === 'new') return [{ value: 'usual', label: 'Add it' }, leaveOut];
  if (!hasOurs) return [{ value: 'usual', label: 'Take the changes' }, leaveOut];
  return [
    {
      value: 'usual',
      label: 'Leave what is ours',
      hint: 'The other changes are taken; what somebody wrote in Sendero stays.',
    },
    {
      value: 'take',
      label: 'Take the file’s',
      hint: 'What somebody wrote in Sendero becomes history.',
    },
    leaveOut,
  ];
}

/** The choice that stands, of those above. */
export function choiceHeld(
  { kind, state, decision }: Pick<Asked, 'kind' | 'state'> & { readonly decision: string | null },
  meantId: string | null,
): string | undefined {
  if (decision === 'leave') return 'leave';
  if (state !== 'ask') return decision ?? 'usual';
  if (decision === 'new') return 'new';
  if (kind === 'finance') return decision ?? undefined;
  return decision === null || meantId === null ? undefined : `${decision}:${meantId}`;
}
