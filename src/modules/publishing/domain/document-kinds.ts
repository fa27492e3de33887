import { governorsReportParts } from './governors-report.ts';
import { inclusionStrategyParts } from './inclusion-strategy.ts';
import { informationReportParts } from './information-report.ts';
import type { PartRule } from './part-rule.ts';

export const documentKinds = ['inclusion_strategy', 'sen_information_report', 'governors_report'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export type KindOfDocument = {
  readonly title: string;
  /** As it stands in an address. */
  readonly slug: string;
  readonly why: string;
  readonly source: string;
  readonly parts: readonly PartRule[];
  readonly hasBudget: boolean;
  /** Whether anybody may read it; else the governors may. */
  readonly isPublic: boolean;
};

/** The documents, with what the rules want in each (rules pub-1, pub-2, pub-8). */
export const kindsOfDocument: Readonly<Record<DocumentKind, KindOfDocument>> = {
  inclusion_strategy: {
    title: 'Inclusion strategy',
    slug: 'inclusion-strategy',
    why: 'On the website by 31 December: what the school does about barriers to learning, and what it costs',
    source: 'Condition of the Inclusive Mainstream Fund 2026 to 2027, Education Act 2002 s14',
    parts: inclusionStrategyParts,
    hasBudget: true,
    isPublic: true,
  },
  sen_information_report: {
    title: 'SEN information report',
    slug: 'sen-information-report',
    why: 'On the website, looked at anew each year, and as soon as something changes',
    source: 'CFA s69; SEND Regulations 2014 reg 51 and Schedule 1; CoP 6.79',
    parts: informationReportParts,
    hasBudget: false,
    isPublic: true,
  },
  governors_report: {
    title: 'Governors’ SEND report',
    slug: 'governors-report',
    why: 'For the governors and not public: figures of the year with the words to them, and never a pupil',
    source: 'Governors follow how pupils with SEN are served: CoP 6.3 (unverified); docs-and-forms.md 14',
    parts: governorsReportParts,
    hasBudget: false,
    isPublic: false,
  },
};

/** `inclusion-strategy` → `inclusion_strategy`; null for what is no such document. */
export const kindOfSlug = (slug: string): DocumentKind | null =>
  documentKinds.find((kind) => kindsOfDocument[kind].slug === slug) ?? null;

export const documentKind = (text: string): DocumentKind => {
  const kind = documentKinds.find((known) => known === text);
  if (kind === undefined) throw new Error(`Unknown kind of document ${text}`);
  return kind;
};
