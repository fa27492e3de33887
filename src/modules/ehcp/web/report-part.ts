import { z } from 'zod';
import { type Field, form, optionalOneOf, optionalText, version } from '#src/kernel/form.ts';
import {
  type ReportStep,
  type ReportWords,
  reportParts,
  reportSteps,
} from '../domain/review/report-parts.ts';
import { recommendForm } from '../domain/review/review.form.ts';
import { OfReview } from './review-of.ts';

export const OfStep = OfReview.extend({ step: z.enum(reportSteps) });

export const stepHref = (reviewId: string, step: ReportStep): string =>
  `/annual-reviews/${reviewId}/report/${step}`;
export const draftHref = (reviewId: string, step: ReportStep): string => `${stepHref(reviewId, step)}/draft`;

/** Under which name the private draft of a page is kept. */
export const draftPartOf = (reviewId: string, step: ReportStep) => `report-${step}-${reviewId}` as const;

const longest = 8000;
const partField = (label: string, hint: string | undefined) =>
  optionalText({ label, max: longest, kind: 'longText', ...(hint === undefined ? {} : { hint }) });

/** A field for each part of a report; a page posts its own. */
const partFields: Readonly<Record<string, ReturnType<typeof partField>>> = Object.fromEntries(
  reportParts.map(({ name, label, hint }) => [name, partField(label, hint)]),
);

const versionSoFar = () => ({ ...version(), schema: z.coerce.number().int().min(0) });
export const partForm = form({
  ...partFields,
  recommendation: recommendForm.fields.recommendation,
  sections: recommendForm.fields.sections,
  version: versionSoFar(),
  reviewVersion: version(),
  goOn: {
    ...optionalOneOf({ label: 'Then', options: [{ value: 'next', label: 'Next' }] }),
    kind: 'hidden' as const,
  },
});

export const fieldOf = (name: string): (Field & { readonly name: string }) | null => {
  const field = partFields[name];
  return field === undefined ? null : { ...field, name };
};

/** The parts of one page as they were typed; what was left blank is left out. */
export const wordsTyped = (step: ReportStep, values: Readonly<Record<string, unknown>>): ReportWords =>
  Object.fromEntries(
    reportParts
      .filter((part) => part.step === step)
      .flatMap(({ name }) => {
        const words = values[name];
        return typeof words === 'string' ? [[name, words] as const] : [];
      }),
  );
