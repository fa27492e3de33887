import { z } from 'zod';

/** What names a template in an address: a word of ours, or the id of one of the school's own. */
export const TemplateKey = z.string().regex(/^[a-z0-9-]{1,60}$/);
