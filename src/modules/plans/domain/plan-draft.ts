import { z } from 'zod';
import { type Attempt, type Form, form, noAttempt, readPosted, text } from '#src/kernel/form.ts';
import { sectionKinds } from './plan.ts';

/**
 * What somebody is writing about a pupil: a part of the plan, a new target, a target by its id; or a page of a report, a part
 * of an application or of a request that a later module keeps drafts of.
 */
export const DraftPart = z.union([
  z.enum(sectionKinds),
  z.literal('new'),
  z.uuid(),
  z.templateLiteral(['report-', z.string().max(53)]),
  z.templateLiteral(['bid-', z.string().max(56)]),
  z.templateLiteral(['request-', z.string().max(52)]),
]);
export type DraftPart = z.output<typeof DraftPart>;

/** Words that are not saved yet, of one writer. */
export type PlanDraft = {
  readonly typed: Readonly<Record<string, string>>;
  /** The version of what was written upon. */
  readonly baseVersion: number;
  readonly savedAt: Date;
};

/** What a form posts while somebody types: its fields as they stand, as JSON. Wrong words are kept too: nothing is lost. */
export const draftForm = form({
  typed: text({ label: 'What was typed', max: 100_000, kind: 'hidden' }),
  base: { kind: 'hidden' as const, label: 'Version', schema: z.coerce.number().int().min(0) },
});

const Typed = z.record(z.string().max(40), z.string());

/** The fields of a form by their names. Null where it is no such thing. */
export function readTyped(json: string): PlanDraft['typed'] | null {
  try {
    const parsed = Typed.safeParse(JSON.parse(json));
    if (!parsed.success) return null;
    // PostgreSQL keeps every sign but this one.
    return Object.fromEntries(
      Object.entries(parsed.data).map(([name, words]) => [name, words.replaceAll('\u0000', '')]),
    );
  } catch {
    return null;
  }
}

/** A form as it was left, as if it had just been posted. */
export function attemptOf(of: Form, draft: PlanDraft | null): Attempt {
  if (draft === null) return noAttempt;
  const posted = new FormData();
  for (const [name, words] of Object.entries(draft.typed)) posted.append(name, words);
  return { values: readPosted(of, posted), errors: {} };
}
