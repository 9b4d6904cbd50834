import type { Finding } from './judge.ts';
import { words } from './rule.ts';

interface Slip {
  readonly code: string;
  readonly pattern: RegExp;
  readonly correct: (match: readonly string[]) => string | undefined;
}

const TITLES = words`
  会長|社長|副社長|専務|常務|取締役|部長|次長|課長|係長|室長|所長|支店長|支社長|店長|工場長|局長|理事長|
  院長|校長|園長|館長|主任|主査|マネージャー|マネジャー|リーダー|チーフ`;
const RESPECTFUL = words`
  ご覧|お越し|お見え|お読み|お帰り|お話し|お聞き|お戻り|お出かけ|お出掛け|お召し上がり|お使い|お求め|お決め|
  お会い|お待ち|お持ち|お書き|お考え|お選び|お受け取り|おいで|お休み|お気づき|お探し`;
const ITADAKU = '(?:いただ|頂)(いて|いた|きま|きたい|きたく|き|く|けま|ければ|けれ|ける|け)';

/** How 「いただ＋ending」 reads once the verb before it carries the ending itself. */
const ENDINGS: Readonly<Record<string, Readonly<Record<'go' | 'suru' | 'itasu', string>>>> = {
  いて: { go: '伺って', suru: 'して', itasu: 'して' },
  いた: { go: '伺った', suru: 'した', itasu: 'した' },
  きま: { go: '伺いま', suru: 'しま', itasu: 'いたしま' },
  きたい: { go: '伺いたい', suru: 'したい', itasu: 'したい' },
  きたく: { go: '伺いたく', suru: 'したく', itasu: 'いたしたく' },
  き: { go: '伺い', suru: 'し', itasu: 'いたし' },
  く: { go: '伺う', suru: 'する', itasu: 'する' },
  けま: { go: '伺えま', suru: 'できま', itasu: 'できま' },
  ければ: { go: '伺えれば', suru: 'できれば', itasu: 'できれば' },
  けれ: { go: '伺えれ', suru: 'できれ', itasu: 'できれ' },
  ける: { go: '伺える', suru: 'できる', itasu: 'できる' },
  け: { go: '伺え', suru: 'でき', itasu: 'でき' },
};

/** How a verb in -ru goes on once the needless られ is gone. */
const BECOME: Readonly<Record<string, string>> = { ま: 'りま', て: 'って', た: 'った', る: 'る', れ: 'れ', な: 'らな' };
const SAY: Readonly<Record<string, string>> = { ...BECOME, ま: 'いま' };

const to = (replacement: string) => (): string => replacement;

/** Slips of Japanese business mail that a machine can put right. Usages accepted today are left alone. */
const SLIPS: readonly Slip[] = [
  { code: 'keigo_company', pattern: /御社/g, correct: to('貴社') },
  { code: 'keigo_title', pattern: new RegExp(`(${TITLES})(?:様|さま)`, 'g'), correct: ([, title]) => title },
  { code: 'keigo_title', pattern: /各位(?:様|殿|御中)|(?:様|殿)各位/g, correct: to('各位') },
  { code: 'keigo_understood', pattern: /了解(?:(?:いた|致)?しました|です)/g, correct: to('承知いたしました') },
  { code: 'keigo_understood', pattern: /ご苦労(?:様|さま)/g, correct: to('お疲れ様') },
  {
    code: 'keigo_double',
    pattern: new RegExp(`お?(?:(?:伺|うかが)い(?:さ|いたさ|致さ)|(?:伺|うかが)わ)せて${ITADAKU}`, 'g'),
    correct: ([, ending]) => (ending === 'きたい' ? '伺いたく' : ENDINGS[ending ?? '']?.go),
  },
  {
    code: 'keigo_double',
    pattern: new RegExp(`(?:ご|お)?(拝見|拝読|拝聴|拝受|拝借|頂戴)(?:さ|いたさ|致さ)せて${ITADAKU}`, 'g'),
    correct: ([, verb, ending]) => `${verb}${ENDINGS[ending ?? '']?.suru}`,
  },
  { code: 'keigo_double', pattern: /ご(拝見|拝読|拝聴|拝受)(?!さ)/g, correct: ([, verb]) => verb },
  {
    code: 'keigo_double',
    pattern: new RegExp(`(${RESPECTFUL})になられ(ま|て|た|る|れ|な)`, 'g'),
    correct: ([, verb, ending]) => `${verb}にな${BECOME[ending ?? '']}`,
  },
  {
    code: 'keigo_double',
    pattern: /(おっしゃ|仰|召し上が|いらっしゃ)られ(ま|て|た|る|れ|な)/g,
    correct: ([, verb, ending]) => `${verb}${(verb === '召し上が' ? BECOME : SAY)[ending ?? '']}`,
  },
  {
    code: 'keigo_hasty',
    pattern: /取り?急ぎ[^。\n]{0,16}礼(?:[^。\n]{0,12})まで/g,
    correct: to('まずはお礼申し上げます'),
  },
];

/** Once in a mail is polite, twice is a habit. */
const CAUSATIVE = new RegExp(`(?:(?<=[一-龠ァ-ヶー])(さ)|[さらわかたまばな])せて${ITADAKU}`, 'g');

/** Returns the slips in Japanese business wording, each with its correction where that is mechanical. */
export function keigoFindings(message: string): Finding[] {
  const found: Finding[] = [];
  for (const { code, pattern, correct } of SLIPS) {
    for (const match of message.matchAll(pattern)) found.push(finding(code, match, correct(match)));
  }
  const causatives = [...message.matchAll(CAUSATIVE)].filter(
    ({ index, 0: text }) => !found.some(({ from, to: end }) => index < end && index + text.length > from),
  );
  for (const match of causatives.slice(1)) {
    found.push(finding('keigo_causative', match, match[1] ? ENDINGS[match[2] ?? '']?.itasu : undefined));
  }
  return found;
}

function finding(code: string, match: RegExpExecArray, replacement: string | undefined): Finding {
  const place = { code, from: match.index, to: match.index + match[0].length, text: match[0] };
  return replacement === undefined ? place : { ...place, replacement };
}
