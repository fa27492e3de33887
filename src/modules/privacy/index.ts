export { changeAudience } from './commands/change-audience.ts';
export { sayWhyOpened } from './commands/say-why-opened.ts';
export { audienceForm } from './domain/audience.form.ts';
export {
  audiencesOpen,
  type HeardKind,
  type HeardRecord,
  heardTables,
} from './domain/heard-records.ts';
export { trustViewForm } from './domain/trust-view.form.ts';
export { audiencesInWords, type CanSee } from './domain/who-can-see.ts';
export { askWhyOfTrust } from './queries/ask-why-of-trust.ts';
export { listHeardRecords } from './queries/list-heard-records.ts';
export { listTrustViews, type TrustView } from './queries/list-trust-views.ts';
export { listViewsOf, mostViews, type ViewOf, type ViewsOf } from './queries/list-views-of.ts';
export { listWhoCanSee, type WhoCanSee } from './queries/list-who-can-see.ts';
