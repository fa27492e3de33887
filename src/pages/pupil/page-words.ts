const known: Readonly<Record<string, string>> = {
  '/pupils': 'The register',
  '/pupils.csv': 'The register as CSV',
  '/pupils/print': 'The register to print',
  '/concerns': 'The concerns',
  '/concerns/new': 'Raise a concern',
  '/concerns/:concernId': 'A concern',
  '/concerns/:concernId/decide': 'Decide on a concern',
  '/concerns/:concernId/withdraw': 'Withdraw a concern',
  '/watch-list': 'The watch-list',
  '/watch-list.csv': 'The watch-list as CSV',
  '/census': 'The census',
  '/census.csv': 'The census as CSV',
  '/find': 'Find a pupil',
  '/pupils/:pupilId': 'Summary of the pupil',
  '/pupils/:pupilId/people': 'People of the pupil',
  '/pupils/:pupilId/timeline': 'Timeline of the pupil',
  '/guests': 'Guests',
  '/guests/new': 'Invite a guest',
  '/invited': 'Pupils a guest is invited to',
  '/trust/pupils/:openedPupilId/why': 'Asked why the trust opens the record',
  '/documents': 'All documents',
  '/documents/upload': 'Bring many documents',
  '/documents/batches/:documentBatchId': 'Files to be filed',
  '/documents/batches/:documentBatchId/files/:documentFileId': 'A file to be filed',
  '/documents/:documentId': 'A document',
  '/documents/:documentId/files/:documentFileId': 'A document, downloaded',
  '/documents/:documentId/files/:documentFileId/show': 'A document, opened',
  '/pupils/:pupilId/documents': 'Documents of the pupil',
  '/provision': 'The provision of the school',
  '/provision/today': 'The sessions of a day',
  '/provision/runs/:runId': 'A group of provision',
  '/provision/map': 'The provision map',
  '/provision/costs': 'The costs of provision',
  '/provision/what-if': 'What if provision stopped',
  '/pupils/:pupilId/provision': 'The provision of the pupil',
  '/pupils/:pupilId/plan/family': 'The plan with the family',
  '/pupils/:pupilId/plan/family/paper.pdf': 'The plan to sign on paper, as PDF',
  '/pupils/:pupilId/letters/:letterId': 'A letter to the family',
  '/cards': 'Lesson cards',
  '/classes/:groupId/card': 'The lesson card of a class',
  '/classes/:groupId/card.pdf': 'The lesson card of a class as a PDF',
  '/supply/:token': 'The lesson card by a link for a supply teacher',
  '/pupils/:pupilId/seen': 'Who can see, and who has seen',
  '/pupils/:pupilId/seen.csv': 'Who can see, and who has seen, as CSV',
};

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const isWord = (part: string): boolean => part !== '' && !part.startsWith(':');

/**
 * A page as the record of views names it, in words. One that has no words of its own is spelt out of its address:
 * `/pupils/:pupilId/key-worker` → Key worker.
 */
export function pageWords(path: string): string {
  const asked = /^[A-Z]+ \/api\/v1(\/.*)$/.exec(path)?.[1];
  if (asked !== undefined) return `${sentence(asked.split('/').filter(isWord).join(', '))}, by a program`;
  const own = known[path];
  if (own !== undefined) return own;
  const parts = path.split('/').filter(isWord);
  const rest = parts[0] === 'pupils' && parts.length > 1 ? parts.slice(1) : parts;
  return (
    sentence(
      rest
        .join(', ')
        .replace(/\.csv$/, ' as CSV')
        .replaceAll('-', ' '),
    ) || path
  );
}
