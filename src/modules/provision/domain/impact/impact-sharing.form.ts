import { form, text, tick, version } from '../../../../kernel/form.ts';

/** Whether a school lets the other schools of its trust see its figures of impact. Version 1: it never said. */
export type ImpactSharing = { readonly sharesImpact: boolean; readonly version: number };

export const noSharing: ImpactSharing = { sharesImpact: false, version: 1 };

export const sharingForm = form({
  sharesImpact: tick({ label: 'Share the figures of impact with the schools of our trust' }),
  why: text({ label: 'Why', max: 1000, kind: 'longText' }),
  version: version(),
});
