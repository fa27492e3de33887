import type { Attempt } from '#src/kernel/form.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { placeHeld, planTemplateForm } from '../domain/plan-template.form.ts';
import { type FacePart, type FaceTemplate, faceParts } from '../domain/plan-template.ts';

const { fields } = planTemplateForm;

type FieldsProps = {
  readonly template: FaceTemplate;
  readonly version: number;
  readonly attempt: Attempt;
};

/** The fields of a template: its name, and of every part whether and where it is shown, and under which heading. */
export function TemplateFields({ template, version, attempt }: FieldsProps) {
  return (
    <>
      <HiddenField name="version" value={String(version)} />
      <Card>
        <FormField of={fields.name} attempt={attempt} value={template.name} />
        <FormField of={fields.lead} attempt={attempt} value={template.lead} />
        <FormField of={fields.layout} attempt={attempt} value={template.layout} />
      </Card>
      <Card title="Parts">
        <p>A part with place 1 comes first. A part without a heading of its own has the usual one.</p>
        <div class="template-parts">
          {inPlace(template).map((part) => (
            <div key={part} class="template-part">
              <FormField of={fields[`place_${part}`]} attempt={attempt} value={placeHeld(template, part)} />
              <FormField
                of={fields[`heading_${part}`]}
                attempt={attempt}
                value={template.parts.find((one) => one.part === part)?.heading}
              />
            </div>
          ))}
        </div>
      </Card>
    </>
  );
}

/** What is shown first, in its order; what is not, after it. */
function inPlace(template: FaceTemplate): readonly FacePart[] {
  const place = (part: FacePart) => Number(placeHeld(template, part)) || faceParts.length + 1;
  return faceParts.toSorted((one, other) => place(one) - place(other));
}

/** What a template shows, in order. */
export function TemplateParts({ template }: { template: Pick<FaceTemplate, 'parts'> }) {
  return (
    <ol>
      {template.parts.map(({ part, heading }) => (
        <li key={part}>{heading}</li>
      ))}
    </ol>
  );
}
