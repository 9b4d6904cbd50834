import type { ArchivedDeal } from '../core/archive.ts';
import { BadInput, Failure } from '../core/failure.ts';
import { bytesToText } from '../core/unicode.ts';

/** The name and version of the format. A change that an older reader would misread takes the next number. */
const FORMAT = 'followup';
const VERSION = 1;

/** What stands before the first deal, between two and after the last: a deal is a line, so that two exports can be compared. */
export const ARCHIVE_HEAD = `{\n"format": "${FORMAT}",\n"version": ${VERSION},\n"deals": [`;
export const ARCHIVE_TAIL = '\n]\n}\n';

/** Returns a deal as its line of the archive; every line but the first follows a comma. */
export function archiveLine(deal: ArchivedDeal, isFirst: boolean): string {
  return `${isFirst ? '' : ','}\n${JSON.stringify(deal).replace(UNSAFE, escaped)}`;
}

/** What a terminal or an editor would obey instead of show; JSON has a harmless spelling for it that reads the same. */
const UNSAFE = /[\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/**
 * Reads an archive whole. Throws BadInput with the place in the file and what was expected there, Failure for one that a newer
 * version wrote.
 */
export async function readArchive(bytes: Uint8Array, file: string): Promise<readonly ArchivedDeal[]> {
  const content = parsed(bytes, file);
  const { format, version } = content;
  if (format !== FORMAT) throw new BadInput('not_an_archive', { file });
  if (typeof version === 'number' && version > VERSION) throw new Failure('newer_archive', { file, version });
  const { archiveSchema, mistakeOf } = await import('./archiveschema.ts');
  const { data, error } = archiveSchema.safeParse(content);
  if (error) throw new BadInput('bad_archive', { file, ...mistakeOf(error) });
  return data.deals;
}

function parsed(bytes: Uint8Array, file: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(bytesToText(bytes));
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>;
  } catch {
    // Said below, in the user's language.
  }
  throw new BadInput('not_an_archive', { file });
}
