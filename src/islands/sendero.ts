import { filterChips } from './filter-chips.ts';
import { findPupil } from './find-pupil.ts';
import { keepDraft } from './keep-draft.ts';
import { formManners, pageRefresh } from './page-manners.ts';
import { passkeys } from './passkeys.ts';
import { readAndDraw } from './read-and-draw.ts';
import { screenGuard } from './screen-guard.ts';
import { logContact, reviewRows } from './single-keys.ts';

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
  reviewRows();
  screenGuard();
  readAndDraw();
}
