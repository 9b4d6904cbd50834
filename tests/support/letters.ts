import { ANGLE_KINDS, type AngleCode, type Occasion, type SlotCode, WRITTEN_SLOTS } from '../../src/core/codes.ts';
import type { Language } from '../../src/core/deal.ts';
import { NOTHING_TOLD } from '../../src/core/told.ts';
import { builtInPlaybook } from '../../src/exchange/playbooks.ts';
import { PLAIN } from '../../src/terminal/terminal.ts';
import { type Letter, letterOf } from '../../src/views/letter.ts';
import { createPage, type Page } from '../../src/views/page.ts';
import { contacts, day, type Fields, placed, promise, question, type Story, TODAY } from './deals.ts';

export function pageIn(language: Language): Page {
  return createPage({ language, today: TODAY, width: null, paint: PLAIN, playbookOf: builtInPlaybook });
}

interface Facts {
  readonly fills: Partial<Record<SlotCode, string>>;
  readonly writer: { readonly name: string; readonly signature: string };
}

const CHAIN: Fields = {
  proposedOn: day('2025-05-20'),
  goalOn: day('2025-09-30'),
  lead: '1mo',
  slots: [day('2025-08-22')],
  prep: '14d',
  approval: '5bd',
  assumed: ['approval'],
};

const WORDS: Record<
  Language,
  {
    fields: Fields;
    words: Record<string, string>;
    fills: Facts['fills'];
    /** What one angle says of its own. */
    angleFills: Partial<Record<AngleCode, Facts['fills']>>;
    writer: Facts['writer'];
  }
> = {
  en: {
    fields: {
      customer: 'Hartley Foods',
      contact: 'Anna Reid',
      title: 'ordering system',
      goal: 'take spring orders without paper',
      scene: 'the management meeting',
      decider: 'the managing director',
      route: 'department head, then the board',
      rival: 'staying with paper',
      next: 'staff hours at two similar companies',
    },
    words: {
      promise: 'the security sheet',
      question: 'Can shops without a scanner use it?',
      doubt: 'we tried once and had to go back to paper',
      oldReason: 'the price was above this year’s budget',
    },
    fills: {
      place: 'page 3',
      point: 'the cost over three years',
      answer: 'yes, on any phone',
      basis: 'the test with your Leeds shop',
      unknownPart: 'the offline mode',
      unknownBy: '30 July',
      issue: 'overtime at month-end',
      ourTask: 'a draft rollout plan',
      theirTask: 'a list of your shops',
      byDate: '29 July',
      option: 'plan B',
      otherOption: 'plan C',
      reason: 'it only pays above forty shops',
      facts: 'twelve shops, one warehouse',
      scope: 'one shop for four weeks',
      test: 'half the typing time',
      terms: 'no fee, and your data handed back',
      task: 'listing your current items',
      input: 'last month’s order file',
      source: 'the Food Standards Agency',
      sourceOn: '14 July 2025',
      effect: 'the labels on your ready meals',
      observation: 'that most of your late orders come in after six',
      approach: 'taking evening orders by shop instead of by region',
      event: 'the opening of your Leeds shop',
      minutes: '20',
      team: 'your IT team',
      specialist: 'data engineer',
      newFact: 'the reader now works without a network',
      alternative: 'the same system with training in February',
      nextPeriod: 'next spring',
      change: 'there is now a version for fewer than twenty shops',
      criteria: 'staff time first, then price',
      role: 'finance director',
    },
    angleFills: {
      info: { point: 'from April, ready meals have to show where the meat comes from' },
      idea: { reason: 'the drivers plan by shop already' },
      othertopic: { point: 'the figures of both, side by side' },
    },
    writer: { name: 'Keiko Mori', signature: 'Keiko Mori\nMori Systems\nkeiko@mori.example' },
  },
  ja: {
    fields: {
      customer: '林フーズ株式会社',
      contact: '林 一郎',
      title: '受発注システム',
      goal: '春の受注を紙なしで受ける',
      scene: '経営会議',
      decider: '社長',
      route: '課長→部長→役員会',
      rival: '紙のまま続ける',
      next: '同規模2社の作業時間',
    },
    words: {
      promise: 'セキュリティシート',
      question: 'スキャナーのない店舗でも使えますか。',
      doubt: '以前に導入して、紙に戻したことがある',
      oldReason: '今年度の予算を超えている',
    },
    fills: {
      place: '3ページの表',
      point: '3年間の費用',
      answer: 'どの店舗でも、お手持ちの携帯電話でお使いいただけます',
      basis: '大宮店での試験の結果',
      unknownPart: '通信が切れたときの動作',
      unknownBy: '7月30日',
      issue: '月末の残業の多さ',
      ourTask: '導入計画の案を作成',
      theirTask: '店舗一覧のご用意',
      byDate: '7月29日',
      option: 'B案',
      otherOption: 'C案',
      reason: '40店舗を超えてはじめて見合うため',
      facts: '12店舗・倉庫1か所',
      scope: '1店舗・4週間',
      test: '入力の時間が半分になること',
      terms: '費用はいただかず、データはすべてお返しいたします',
      task: '現行品目の一覧づくり',
      input: '先月の受注データ',
      source: '消費者庁の公表資料',
      sourceOn: '2025年7月14日',
      effect: '惣菜のラベル表示',
      observation: '遅れるご注文の多くが18時以降に入っていること',
      approach: '夜のご注文を地域別でなく店舗別に受ける',
      event: '大宮店のご開店',
      minutes: '20',
      team: '情報システム部',
      specialist: '技術担当',
      newFact: '通信のない場所でも読み取れるようになりました。',
      alternative: '2月の研修を含む同じ内容',
      nextPeriod: '来春',
      change: '20店舗未満向けの構成をご用意できるようになりました。',
      criteria: '現場の手間、次に価格',
      role: '経理部長',
    },
    angleFills: {
      info: { point: '来年4月から、惣菜にも原材料の原産地の表示が必要になります。' },
      idea: { reason: '配送はすでに店舗別に組まれているため' },
      othertopic: { point: '2社の数字を並べた表' },
    },
    writer: { name: '森システムの森恵子', signature: '森システム株式会社\n森 恵子\nkeiko@mori.example' },
  },
};

/** What must have happened for an angle to be the right one. */
function storyFor(code: AngleCode, language: Language): { fields: Fields; story: Story } {
  const { words } = WORDS[language];
  const talk = contacts({ on: '2025-07-08', channel: 'meeting', from: 'us' });
  switch (code) {
    case 'promise':
      return { fields: {}, story: { promises: [promise('2025-07-23', { text: words.promise ?? '' })] } };
    case 'answer':
      return { fields: {}, story: { questions: [question('2025-07-21', { text: words.question ?? '' })] } };
    case 'thanks':
      return {
        fields: { nextOn: day('2025-07-31') },
        story: {
          contacts: contacts({ on: '2025-07-18', channel: 'visit', from: 'us' }),
          promises: [promise('2025-07-29', { text: WORDS[language].fills.ourTask ?? '' })],
        },
      };
    case 'material':
      return { fields: { kind: 'mid', decisionOn: day('2025-07-31') }, story: { contacts: talk } };
    case 'verdict':
      return { fields: { decisionOn: day('2025-07-15') }, story: { contacts: talk } };
    case 'withdraw':
      return { fields: { ...CHAIN, goalOn: day('2025-08-29'), slots: [day('2025-07-25')], approval: null }, story: {} };
    case 'risk':
      return {
        fields: {},
        story: { questions: [question('2025-07-21', { text: words.doubt ?? '', doubt: 'past', answeredOn: null })] },
      };
    case 'othertopic':
      return { fields: { nextOn: day('2025-07-24') }, story: { contacts: talk } };
    case 'reopen':
      return { fields: {}, story: { contacts: contacts({ on: '2025-04-10', from: 'them' }) } };
    case 'revisit':
      return { fields: { state: 'lost', closedOn: day('2025-02-10'), revisitOn: day('2025-07-14') }, story: {} };
    case 'lossreason':
      return { fields: { state: 'declined', closedOn: day('2025-07-18') }, story: {} };
    case 'holdack':
      return { fields: { holdSinceOn: TODAY, holdUntilOn: day('2025-08-01') }, story: {} };
    default:
      return { fields: {}, story: { contacts: talk } };
  }
}

export interface LetterOptions {
  readonly isKnown: boolean;
  readonly isSpoken?: boolean;
  readonly uses?: number;
  readonly occasion?: Occasion;
}

/** Returns the draft of an angle, with everything recorded and filled in or with next to nothing. */
export function letterFor(
  code: AngleCode,
  language: Language,
  { isKnown, isSpoken = false, uses = 0, occasion }: LetterOptions,
): Letter {
  const { fields, fills: general, angleFills, writer, words } = WORDS[language];
  const fills: Facts['fills'] = { ...general, ...angleFills[code] };
  const { fields: own, story } = storyFor(code, language);
  const told = { ...NOTHING_TOLD, uses: { [code]: uses } };
  const placement = isKnown
    ? placed({ ...CHAIN, ...fields, ...own }, story)
    : placed({ customer: fields.customer ?? '', state: own.state ?? 'open' });
  return letterOf(
    placement,
    {
      angle: { code, kind: ANGLE_KINDS[code] },
      language,
      isSpoken,
      occasion: occasion ?? null,
      fills: isKnown ? Object.fromEntries(WRITTEN_SLOTS.map((slot) => [slot, fills[slot] ?? ''])) : {},
      writer: isKnown ? writer : { name: null, signature: null },
      told: isKnown ? { ...told, oldReason: words.oldReason ?? null } : told,
    },
    pageIn(language),
  );
}
