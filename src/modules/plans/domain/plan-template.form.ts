import { z } from 'zod';
import { form, oneOf, optionalText, text, type Values } from '#src/kernel/form.ts';
import { type FacePart, type FaceTemplate, faceParts, facePartWords } from './plan-template.ts';

const notShown = '0';

const place = (part: FacePart) =>
  oneOf({
    label: `Place of “${facePartWords[part].label}”`,
    kind: 'select',
    options: [
      { value: notShown, label: 'Not shown' },
      ...faceParts.map((_, at) => ({ value: String(at + 1), label: String(at + 1) })),
    ],
    missing: `Select the place of “${facePartWords[part].label}”`,
  });
const heading = (part: FacePart) =>
  optionalText({
    label: `Heading of “${facePartWords[part].label}”`,
    hint: facePartWords[part].hint,
    max: 100,
  });

export const planTemplateForm = form({
  name: text({ label: 'Name', hint: 'As staff and families know it', max: 60 }),
  lead: optionalText({ label: 'Text under the name', max: 300 }),
  layout: oneOf({
    label: 'Layout',
    options: [
      { value: 'pages', label: 'A document', hint: 'As many pages as it takes' },
      { value: 'one_page', label: 'One page', hint: 'Panels on one side of A4' },
    ],
    missing: 'Select the layout',
  }),
  place_facts: place('facts'),
  heading_facts: heading('facts'),
  place_strengths: place('strengths'),
  heading_strengths: heading('strengths'),
  place_pupil_views: place('pupil_views'),
  heading_pupil_views: heading('pupil_views'),
  place_parent_views: place('parent_views'),
  heading_parent_views: heading('parent_views'),
  place_hopes: place('hopes'),
  heading_hopes: heading('hopes'),
  place_barriers: place('barriers'),
  heading_barriers: heading('barriers'),
  place_help: place('help'),
  heading_help: heading('help'),
  place_targets: place('targets'),
  heading_targets: heading('targets'),
  place_goals: place('goals'),
  heading_goals: heading('goals'),
  place_strategies: place('strategies'),
  heading_strategies: heading('strategies'),
  place_review: place('review'),
  heading_review: heading('review'),
  place_signatures: place('signatures'),
  heading_signatures: heading('signatures'),
  version: { kind: 'hidden', label: 'Version', schema: z.coerce.number().int().min(0) },
});

export const withdrawTemplateForm = form({
  why: text({ label: 'Why it is withdrawn', max: 1000, missing: 'Enter why it is withdrawn' }),
  version: { kind: 'hidden', label: 'Version', schema: z.coerce.number().int().min(0) },
});

/**
 * What was typed as a template: the parts that have a place, in that order (two in one place keep their usual order), each under
 * its usual heading where none was typed. Null where no part has a place.
 */
export function templateTyped(
  typed: Values<typeof planTemplateForm>,
): Pick<FaceTemplate, 'name' | 'lead' | 'layout' | 'parts'> | null {
  const parts = faceParts
    .map((part) => ({
      part,
      place: Number(typed[`place_${part}`]),
      heading: typed[`heading_${part}`] ?? facePartWords[part].label,
    }))
    .filter(({ place: at }) => at > 0)
    .toSorted((one, other) => one.place - other.place)
    .map(({ part, heading: words }) => ({ part, heading: words }));
  if (parts.length === 0) return null;
  return { name: typed.name, lead: typed.lead ?? null, layout: typed.layout, parts };
}

/** Where a template shows a part, as the form has it. */
export function placeHeld(template: Pick<FaceTemplate, 'parts'>, part: FacePart): string {
  return String(template.parts.findIndex((one) => one.part === part) + 1);
}
