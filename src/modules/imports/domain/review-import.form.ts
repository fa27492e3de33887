import { form, version } from '../../../kernel/form.ts';

/** Taking an import in asks for nothing but the state that was reviewed. */
export const reviewImportForm = form({ version: version() });
