import type { Attempt } from '#src/kernel/form.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { asksAsLines, authorityForm } from '../domain/authority.form.ts';
import type { Authority } from '../domain/authority.ts';

const { fields } = authorityForm;

/** The fields of an authority: who it is, whom to write to, and what it does its own way. */
export function AuthorityFields({ authority, attempt }: { authority: Authority | null; attempt: Attempt }) {
  const rules = authority?.rules;
  return (
    <>
      <HiddenField name="version" value={String(authority?.version ?? 0)} />
      <Card title="The authority">
        <FormField of={fields.name} attempt={attempt} value={authority?.name} />
        <FormField of={fields.code} attempt={attempt} value={authority?.code} />
      </Card>
      <Card title="Its SEND team">
        <FormField of={fields.teamContact} attempt={attempt} value={authority?.teamContact} />
        <FormField of={fields.teamEmail} attempt={attempt} value={authority?.teamEmail} />
        <FormField of={fields.teamPhone} attempt={attempt} value={authority?.teamPhone} />
        <FormField of={fields.teamPost} attempt={attempt} value={authority?.teamPost} />
      </Card>
      <Card title="What it does its own way">
        <p>
          <Tag kind="warn">LOCAL</Tag> None of this is law. Left blank, what is usual holds. What it asks for
          is its wish: an assessment cannot be refused for a missing item alone (CFA 2014 s36(8)).
        </p>
        <FormField of={fields.draftWeek} attempt={attempt} value={rules?.draftWeek} />
        <FormField of={fields.askAdviceDays} attempt={attempt} value={rules?.askAdviceDays} />
        <FormField
          of={fields.asks}
          attempt={attempt}
          value={rules === undefined ? undefined : asksAsLines(rules)}
        />
      </Card>
    </>
  );
}
