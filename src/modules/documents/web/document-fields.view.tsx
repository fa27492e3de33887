import type { Actor } from '#src/kernel/access.ts';
import type { Attempt } from '#src/kernel/form.ts';
import { FileField } from '#src/ui/file-field.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { newDocumentForm } from '../domain/document.form.ts';
import { audiencesToKeep, type DocumentFacts } from '../domain/document.ts';
import {
  type DocumentAudience,
  documentAudienceWords,
  schoolAudienceWords,
} from '../domain/document-kinds.ts';
import { endings } from '../domain/file-formats.ts';

const { fields } = newDocumentForm;

/** The file of a document, with what may be given. */
export function TheFile({ attempt }: { attempt: Attempt }) {
  const { file } = fields;
  return (
    <FileField
      name={file.name}
      label={file.label}
      hint={file.hint}
      error={attempt.errors[file.name]}
      accept={endings.join(',')}
    />
  );
}

/** What is said of a document: kind, title, sender, days, notes. */
export function FactFields({ attempt, held }: { attempt: Attempt; held: Partial<DocumentFacts> }) {
  return (
    <>
      <FormField of={fields.kind} attempt={attempt} value={held.kind} />
      <FormField of={fields.title} attempt={attempt} value={held.title} />
      <FormField of={fields.fromWhom} attempt={attempt} value={held.fromWhom} />
      <FormField of={fields.datedOn} attempt={attempt} value={held.datedOn} />
      <FormField of={fields.receivedOn} attempt={attempt} value={held.receivedOn} />
      <FormField of={fields.notes} attempt={attempt} value={held.notes} />
    </>
  );
}

type AudienceProps = {
  readonly attempt: Attempt;
  readonly actor: Actor;
  readonly isOfSchool: boolean;
  readonly value?: DocumentAudience | undefined;
};

/** Who may read it: the audiences for which the actor may write. */
export function AudienceField({ attempt, actor, isOfSchool, value }: AudienceProps) {
  const words = isOfSchool ? schoolAudienceWords : documentAudienceWords;
  const options = audiencesToKeep(actor)
    .filter((one) => !isOfSchool || one !== 'family')
    .map((one) => ({ value: one, label: words[one] }));
  return <FormField of={fields.audience} attempt={attempt} options={options} value={value} />;
}
