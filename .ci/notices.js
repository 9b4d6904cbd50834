// Writes the licences of the libraries that the bundle holds beside it: their authors ask that they travel with their code.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const { inputs } = JSON.parse(readFileSync('.cache/bundle.json', 'utf8'));
const folders = new Set(
  Object.keys(inputs).flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []),
);

const notices = [...folders].map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((it) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(it));
  if (!license && !file) throw new Error(`${name} says nothing of its licence`);
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `Licence: ${license}`;
  return `${name} ${version}: ${license}\n\n${text}\n`;
});

writeFileSync(join('dist', 'THIRD-PARTY-LICENSES.txt'), notices.sort().join(`\n${'-'.repeat(80)}\n\n`));
