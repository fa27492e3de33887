import type { Audience } from '../kernel/access.ts';

/** Who may read a record, in a word or two. */
export const audienceLabel: Readonly<Record<Audience, string>> = {
  identity: 'All who see the pupil',
  contacts: 'Office and SENCO',
  family: 'Family',
  plans: 'Staff, while written',
  card: 'Staff, and a supply link',
  notes: 'Staff notes',
  staff: 'Staff',
  health: 'Staff, health',
  sensitive: 'SEND and safeguarding leads',
  leaders: 'SENCO and leaders',
  finance: 'Finance',
  figures: 'Figures',
  import: 'Imports',
};

/** Stands beside every record about a pupil: who may read it, and for those who may change that, the way to. */
export function AudienceTag({ audience, href }: { audience: Audience; href?: string | undefined }) {
  const words = (
    <>
      <span class="govuk-visually-hidden">Who may read it: </span>
      {audienceLabel[audience]}
    </>
  );
  return href === undefined ? (
    <span class="heard">{words}</span>
  ) : (
    <a class="heard" href={href}>
      {words}
      <span class="govuk-visually-hidden">, change</span>
    </a>
  );
}
