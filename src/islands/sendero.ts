import { filterChips } from './filter-chips.ts';
import { findPupil } from './find-pupil.ts';
import { formManners } from './form-manners.ts';
import { keepDraft } from './keep-draft.ts';
import { logContact } from './log-contact.ts';
import { pageRefresh } from './page-refresh.ts';
import { passkeys } from './passkeys.ts';
import { screenGuard } from './screen-guard.ts';

/** The script of every page. A page that loads it twice, by mistake or by an extension, gets it once. */
const { dataset } = document.documentElement;
if (dataset.islands !== 'on') {
  dataset.islands = 'on';
  findPupil();
  logContact();
  keepDraft();
  formManners();
  filterChips();
  pageRefresh();
  passkeys();
  screenGuard();
}
