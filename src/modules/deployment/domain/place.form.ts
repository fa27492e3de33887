import { z } from 'zod';
import { chosen, form, tick, version } from '../../../kernel/form.ts';

/** Where something that is needed goes: `slot adult`, as the table and the list of places name it. */
export const placeForm = form({
  demandId: chosen({ label: 'What is placed', missing: 'Select what is placed', kind: 'hidden' }),
  moving: { kind: 'hidden', label: 'In place of', isOptional: true, schema: z.string().max(120).optional() },
  place: chosen({ label: 'When and with whom', missing: 'Select when and with whom' }),
  isPinned: tick({ label: 'Pin it', hint: 'A suggestion then leaves it where it is' }),
  version: version(),
});
