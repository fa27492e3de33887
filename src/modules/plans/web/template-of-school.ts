import { z } from 'zod';
import type { Tx } from '#src/platform/db/scope.ts';
import type { SchoolTemplate } from '../domain/plan-template.ts';
import { TemplateKey } from '../domain/template-key.ts';
import { findPlanTemplate } from '../queries/list-plan-templates.ts';

export const OfTemplate = z.object({ templateKey: TemplateKey });
export const templatesHref = '/school/plan-templates';
export const templateHref = ({ templateKey }: Pick<SchoolTemplate, 'templateKey'>): string =>
  `${templatesHref}/${templateKey}`;

export const loadTemplate = (tx: Tx, { templateKey }: z.output<typeof OfTemplate>) =>
  findPlanTemplate(tx, templateKey);

export const originWords: Readonly<Record<SchoolTemplate['origin'], string>> = {
  shipped: 'As it comes with Sendero',
  changed: 'Changed by the school',
  own: 'The school’s own',
};
export const staleWords =
  'Somebody changed this template while you had it open. Nothing was overwritten: look at it as it stands now, and save again if yours is right';
export const noPartsWords = 'Give at least one part a place';
