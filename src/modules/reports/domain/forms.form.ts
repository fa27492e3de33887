import { chosen, file, form, optionalText, text, version } from '../../../kernel/form.ts';
import { mayBeBlank } from '../../../kernel/form-optional.ts';

/** As many places as are offered of one form. */
export const mostMapped = 600;
export const fieldOfPlace = (at: number): string => `place${at}`;

export const newFormForm = form({
  name: text({ label: 'Name of the form', hint: 'Such as: Request for funding, Northshire 2026', max: 200 }),
  authorityId: mayBeBlank(chosen({ label: 'Whose form it is' })),
  file: file({
    label: 'The form as a Word file (.docx)',
    hint: 'Empty, as the authority gives it. It is kept as it is.',
    missing: 'Select the form',
  }),
});

export const mapFormForm = form({
  version: version(),
  ...Object.fromEntries(
    Array.from({ length: mostMapped }, (_, at) => [
      fieldOfPlace(at),
      optionalText({ label: 'Fact', max: 200 }),
    ]),
  ),
});

export const takeMappingForm = form({
  version: version(),
  file: file({
    label: 'The mapping (.json)',
    hint: 'As another school exported it from Sendero',
    missing: 'Select the mapping',
  }),
});

export const newEditionForm = form({
  version: version(),
  file: file({
    label: 'The new edition as a Word file (.docx)',
    hint: 'Empty, as the authority gives it',
    missing: 'Select the new edition',
  }),
});

export const withdrawFormForm = form({
  version: version(),
  why: text({ label: 'Why it is withdrawn', max: 1000, kind: 'longText', missing: 'Enter why' }),
});
