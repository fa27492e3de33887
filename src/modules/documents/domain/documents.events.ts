/** What happens to documents, with the version of each shape. */
export const documentsEvents = {
  DocumentKept: 1,
  DocumentVersionAdded: 1,
  DocumentChanged: 1,
  DocumentAudienceChanged: 1,
  DocumentWithdrawn: 1,
  DocumentFileRefused: 1,
  DocumentFileReleased: 1,
  DocumentBatchBrought: 1,
  DocumentFileLeft: 1,
  DocumentPeriodSet: 1,
} as const;
