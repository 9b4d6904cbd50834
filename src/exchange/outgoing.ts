import type { ArchivedDeal } from '../core/archive.ts';
import { dealToRow, EXPORT_COLUMNS } from '../core/dealrow.ts';
import { ARCHIVE_HEAD, ARCHIVE_TAIL, archiveLine } from './archive.ts';
import { csvLines } from './csvout.ts';
import type { Encoding } from './encode.ts';

/** The deals as the text of a file that is written page by page. */
export interface Outgoing {
  readonly head: () => Promise<string>;
  readonly page: (deals: readonly ArchivedDeal[]) => Promise<string>;
  readonly tail: string;
}

/** A character that the file's encoding does not have, and where it stands. `twin` is written for it, where it has one. */
export interface Misfit {
  readonly deal: number;
  readonly column: string;
  readonly character: string;
  readonly twin: string | null;
}

/** Returns the deals as a table, every misfit handed over as its page is written. */
export function tableOf(encoding: Encoding, misfit: (misfit: Misfit) => void): Outgoing {
  const row = (deal: ArchivedDeal): string[] =>
    dealToRow(deal).map((cell, index) =>
      encoding.adapt(cell, (character, twin) =>
        misfit({ deal: deal.id, column: EXPORT_COLUMNS[index] ?? '', character, twin }),
      ),
    );
  return {
    head: async () => encoding.mark + (await csvLines([EXPORT_COLUMNS])),
    page: (deals) => csvLines(deals.map(row)),
    tail: '',
  };
}

/** Returns the deals with everything recorded of them. */
export function archiveOf(): Outgoing {
  let isFirst = true;
  return {
    head: async () => ARCHIVE_HEAD,
    page: async (deals) =>
      deals
        .map((deal) => {
          const line = archiveLine(deal, isFirst);
          isFirst = false;
          return line;
        })
        .join(''),
    tail: ARCHIVE_TAIL,
  };
}
