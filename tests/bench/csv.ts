import { closeSync, openSync, writeSync } from 'node:fs';
import { seeded } from './random.ts';

/** Rows are written in blocks, so that a file of any length takes little memory. */
const BLOCK = 1_000;

const HEADER = 'Deal ID,Customer,Title,Contact,Email,Phone,Amount,Currency,Stage,Owner,Proposed,Decision date,Note';
const FAMILIES = ['Aoki', 'Sato', 'Mori', 'Baker', 'Lindqvist', 'García', '青木', '佐藤', '森', '渡邉'];
const TRADES = ['Trading', 'Foods', 'Logistics', 'Clinic', '商事', '工業', '食品', '運輸'];
const THINGS = ['stock system', 'web shop', 'payroll', 'new line', '在庫管理', '受発注', '勤怠管理'];
const STAGES = ['Qualification', 'Proposal', 'Negotiation', 'Proposal', 'Closed Won'];

/** Writes a CSV file of so many deals, as another system would export them. The same number, the same file. */
export function writeCsv(file: string, rows: number): void {
  const random = seeded(20250722);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const number = (count: number): number => Math.floor(random() * count);
  const day = (months: readonly number[]): string => `2025-0${pick(months)}-${String(1 + number(28)).padStart(2, '0')}`;
  const row = (n: number): string => {
    const [family, thing] = [pick(FAMILIES), pick(THINGS)];
    const note = number(4) === 0 ? `"met at the fair, hall ${number(9)}; wants ""${thing}"""` : '';
    return [
      `D-${n}`,
      `${family} ${pick(TRADES)} ${n}`,
      `${thing} ${number(500)}`,
      `${pick(FAMILIES)}${number(2) === 0 ? '' : '様'}`,
      `person${n}@example.com`,
      `03-${String(1000 + number(9000))}-${String(1000 + number(9000))}`,
      1_000 * (1 + number(5_000)),
      pick(['JPY', 'USD']),
      pick(STAGES),
      pick(['Mori', 'Sato', 'Lee']),
      day([4, 5, 6]),
      number(3) === 0 ? '' : day([7, 8, 9]),
      note,
    ].join(',');
  };
  const output = openSync(file, 'w');
  try {
    writeSync(output, `${HEADER}\n`);
    for (let from = 1; from <= rows; from += BLOCK) {
      const count = Math.min(BLOCK, rows - from + 1);
      writeSync(output, Array.from({ length: count }, (_, at) => `${row(from + at)}\n`).join(''));
    }
  } finally {
    closeSync(output);
  }
}
