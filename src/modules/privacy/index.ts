export { audiencesInWords, type CanSee } from './domain/who-can-see.ts';
export { listViewsOf, mostViews, type ViewOf, type ViewsOf } from './queries/list-views-of.ts';
export { listWhoCanSee, type WhoCanSee } from './queries/list-who-can-see.ts';
