import { z } from 'zod';

/** What is sent to everybody invited: the advice before the meeting, the report after it. SEND Regulations 2014 reg 20(4), 20(7). */
export const papers = ['advice', 'report'] as const;
export type Paper = (typeof papers)[number];

export const paperWords: Readonly<Record<Paper, string>> = {
  advice: 'Advice for the review',
  report: 'Report of the review',
};

/** One paper on its way to one person: the proof of what was sent, and whether it was opened. */
export const Delivery = z.object({
  deliveryId: z.string(),
  reviewPersonId: z.string(),
  what: z.enum(papers),
  documentId: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  askedAt: z.date(),
  mailedAt: z.date().nullable(),
  openedAt: z.date().nullable(),
});
export type Delivery = z.output<typeof Delivery>;

export type DeliveryState = 'opened' | 'mailed' | 'not mailed';

/** How far a paper got. One without an address stays where it is until somebody hands it over. */
export const deliveryState = ({ mailedAt, openedAt }: Delivery): DeliveryState =>
  openedAt !== null ? 'opened' : mailedAt !== null ? 'mailed' : 'not mailed';
