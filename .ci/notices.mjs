import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Returns the licences of the libraries that these files belong to: their authors ask that they travel with their code. */
export function noticesOf(files) {
  const folders = new Set(files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []));
  const notices = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((it) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(it));
    if (!license && !file) throw new Error(`${name} says nothing of its licence`);
    const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `Licence: ${license}`;
    return `${name} ${version}: ${license}\n\n${text}\n`;
  });
  return notices.sort().join(`\n${'-'.repeat(80)}\n\n`);
}
