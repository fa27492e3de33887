type Format = {
  readonly label: string;
  readonly type: string;
  readonly ending: string;
  /** How a page shows it: a picture in the page, the browser's own reader, its words, or only to be saved. */
  readonly shownAs: 'picture' | 'reader' | 'words' | 'saved';
};

/** What may be kept. What a file is is told from its content, never from its name. */
const formats = {
  pdf: { label: 'PDF', type: 'application/pdf', ending: '.pdf', shownAs: 'reader' },
  docx: {
    label: 'Word',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ending: '.docx',
    shownAs: 'saved',
  },
  odt: {
    label: 'OpenDocument text',
    type: 'application/vnd.oasis.opendocument.text',
    ending: '.odt',
    shownAs: 'saved',
  },
  xlsx: {
    label: 'Excel',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ending: '.xlsx',
    shownAs: 'saved',
  },
  jpeg: { label: 'JPEG picture', type: 'image/jpeg', ending: '.jpg', shownAs: 'picture' },
  png: { label: 'PNG picture', type: 'image/png', ending: '.png', shownAs: 'picture' },
  heic: { label: 'HEIC picture', type: 'image/heic', ending: '.heic', shownAs: 'saved' },
  txt: { label: 'Text', type: 'text/plain; charset=utf-8', ending: '.txt', shownAs: 'words' },
} as const satisfies Readonly<Record<string, Format>>;

export type FileFormat = keyof typeof formats;
export const isFileFormat = (text: string): text is FileFormat => Object.hasOwn(formats, text);
export const fileFormat = (text: string): FileFormat => {
  if (!isFileFormat(text)) throw new Error(`Unknown format ${text}`);
  return text;
};
export const formatOf = (format: FileFormat): Format => formats[format];
export const endings: readonly string[] = [...Object.values(formats).map(({ ending }) => ending), '.jpeg'];

export const largestFile = 25 * 1024 * 1024;
export const largestBatch = { files: 100, bytes: 200 * 1024 * 1024 } as const;

/** The virus scanner's word. */
export const scans = ['clean', 'not_scanned', 'held', 'refused'] as const;
export type Scan = (typeof scans)[number];
export const scanOf = (text: string): Scan => {
  const scan = scans.find((known) => known === text);
  if (scan === undefined) throw new Error(`Unknown scan ${text}`);
  return scan;
};
export const scanWords: Readonly<Record<Scan, string>> = {
  clean: 'Scanned for viruses: clean',
  not_scanned: 'Not scanned for viruses: no scanner is set up',
  held: 'Held back: the virus scanner did not answer. It is asked again every ten minutes',
  refused: 'Refused by the virus scanner',
};

/** Whether the words were taken out, for search. */
export const readings = ['waiting', 'read', 'no_words', 'locked', 'unreadable'] as const;
export type Reading = (typeof readings)[number];
export const readingOf = (text: string): Reading => {
  const reading = readings.find((known) => known === text);
  if (reading === undefined) throw new Error(`Unknown reading ${text}`);
  return reading;
};
export const readingWords: Readonly<Record<Reading, string>> = {
  waiting: 'Its words are being read',
  read: 'Its words can be searched',
  no_words: 'A picture or a scan: it has no words to search',
  locked: 'Locked by a password: its words cannot be searched',
  unreadable: 'Kept as it came, but it could not be read: its words cannot be searched',
};

/** `340 KB`, `2.4 MB`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
