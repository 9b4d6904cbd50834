/**
 * How well the wording check tells status messages from others: `npm run wording`. The rules are written by hand after
 * reading the samples, so they are judged twice. "Seen" is the check as it is, on what it was written from: no promise.
 * "Held out" judges each batch with the rules cut down to the alternatives that some sample of another batch needs, as if
 * the batch had never been read: cautious, since words the writers knew but no other sample holds are missing.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge, RULEBOOKS, type Rulebooks } from '../../src/core/wording/judge.ts';
import type { Rule } from '../../src/core/wording/rule.ts';
import { sentences } from '../../src/core/wording/sentences.ts';
import { narrowed, takenApart } from './alternatives.ts';

interface Sample {
  readonly lang: string;
  readonly label: string;
  readonly text: string;
  readonly batch: string;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface Tally {
  right: number;
  taken: number;
  labelled: number;
}

const [, ...lines] = readFileSync(join(process.cwd(), 'data/wording-samples.tsv'), 'utf8').trimEnd().split('\n');
const samples: readonly Sample[] = lines.map((line) => {
  const [lang = '', label = '', text = '', batch = ''] = line.split('\t');
  return { lang, label, text, batch };
});
const batches = [...new Set(samples.map(({ batch }) => batch))];
const apart: Rulebooks = { en: takenApart(RULEBOOKS.en), ja: takenApart(RULEBOOKS.ja) };

const supporters = new Map<Rule, Set<string>>();
for (const { text, batch } of samples) {
  for (const sentence of sentences(text)) {
    for (const rule of Object.values(apart[sentence.tongue]).flat() as Rule[]) {
      if (rule.pattern.test(sentence.text)) supporters.set(rule, (supporters.get(rule) ?? new Set()).add(batch));
    }
  }
}

/** The rules that would be there had this batch not been read. */
function without(batch: string): Rulebooks {
  const isNeeded = (rule: Rule): boolean => [...(supporters.get(rule) ?? [])].some((it) => it !== batch);
  return { en: narrowed(apart.en, isNeeded), ja: narrowed(apart.ja, isNeeded) };
}

function tally(them: readonly Sample[], books: Rulebooks): Tally {
  const sum: Tally = { right: 0, taken: 0, labelled: 0 };
  for (const { label, text } of them) {
    const isTaken = judge(text, books).verdict === 'status';
    sum.taken += Number(isTaken);
    sum.labelled += Number(label === 'status');
    sum.right += Number(isTaken && label === 'status');
  }
  return sum;
}

function figures({ right, taken, labelled }: Tally): string {
  const share = (of: number): string => (of === 0 ? '  –  ' : (right / of).toFixed(3));
  return `precision ${share(taken)}  recall ${share(labelled)}  (${right} of ${labelled} found, ${taken - right} wrong)`;
}

for (const lang of ['en', 'ja']) {
  const own = samples.filter((it) => it.lang === lang);
  const all: Tally = { right: 0, taken: 0, labelled: 0 };
  say(`status, ${lang}: ${own.length} samples`);
  for (const batch of batches) {
    const fold = tally(
      own.filter((it) => it.batch === batch),
      without(batch),
    );
    all.right += fold.right;
    all.taken += fold.taken;
    all.labelled += fold.labelled;
    say(`  batch ${batch} held out  ${figures(fold)}`);
  }
  say(`  all held out      ${figures(all)}`);
  say(`  all seen          ${figures(tally(own, RULEBOOKS))}\n`);
}
say(
  [
    'The rules were written by hand from these samples. "Seen" is how well they hold what they were written from; it promises',
    'nothing. "Held out" takes from the rules every alternative that only the judged batch, or no sample at all, needs: a',
    'cautious estimate for new messages, since the writers knew more words than the samples hold.',
  ].join('\n'),
);
