import type { Attempt, Field } from '#src/kernel/form.ts';
import type { Authority } from '#src/modules/ehcp/index.ts';
import type { Pupil } from '#src/modules/pupils/index.ts';
import { FormField } from '#src/ui/form-field.tsx';

type AuthorityFieldProps = {
  readonly of: Field & { readonly name: string };
  readonly attempt: Attempt;
  readonly pupil: Pick<Pupil, 'facts'>;
  readonly authorities: readonly Authority[];
  /** What can be done without one, where the school keeps none yet. */
  readonly without?: string;
};

/** One of the authorities that the school works with; the pupil's own is chosen already. */
export function AuthorityField({ of, attempt, pupil, authorities, without }: AuthorityFieldProps) {
  return (
    <>
      <FormField
        of={of}
        attempt={attempt}
        value={usualAuthority(pupil, authorities)}
        options={authorities.map(({ authorityId, name }) => ({ value: authorityId, label: name }))}
      />
      <p class="small">
        {authorities.length === 0 ? 'No authority is kept yet. ' : 'Not among them? '}
        <a href="/school/authorities">Add those that the school works with</a>.
        {authorities.length === 0 && without !== undefined && ` ${without}`}
      </p>
    </>
  );
}

/** The one that maintains the plan, else the one where the pupil lives. */
function usualAuthority(
  { facts }: Pick<Pupil, 'facts'>,
  authorities: readonly Authority[],
): string | undefined {
  const told = (kind: string) => facts.find((fact) => fact.kind === kind)?.value;
  const code = told('maintaining_authority') ?? told('home_authority');
  const found = authorities.find((each) => each.code !== null && each.code === code);
  return found?.authorityId ?? (authorities.length === 1 ? authorities[0]?.authorityId : undefined);
}
