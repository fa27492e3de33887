const longest = 200;

/**
 * A file's name as it is kept: no path, nothing unseen, no mark that some system refuses, 200 characters at most with its
 * ending. What leaves nothing is called `file`.
 */
export function cleanFileName(given: string): string {
  const last = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '')
    .replace(/[<>:"|?*]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  if (plain === '') return 'file';
  if ([...plain].length <= longest && plain.length <= longest) return plain;
  const [, ending = ''] = /(\.[A-Za-z0-9]{1,8})$/.exec(plain) ?? [];
  return `${plain
    .slice(0, longest - ending.length)
    .toWellFormed()
    .replaceAll('\uFFFD', '')}${ending}`;
}

/** A title from a file's name: `EP_report-Amara.pdf` → `EP report Amara`. */
export const titleOf = (fileName: string): string =>
  fileName
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replace(/[_\-.]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim() || fileName;

/** The header that names a file that is sent: plain letters for old readers, all letters for the others. */
export function dispositionOf(how: 'attachment' | 'inline', fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const whole = encodeURIComponent(fileName).replace(
    /['()*!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${whole}`;
}
