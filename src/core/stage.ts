import type { State } from './deal.ts';
import { searchKey } from './text.ts';

/**
 * Stage words of other systems and what they say of a deal. "Lost" there is the seller's word: without the customer's own
 * words it comes in as `declined`.
 */
const STAGES: Readonly<Record<State, readonly string[]>> = {
  open: [
    'open',
    'new',
    'lead',
    'prospect',
    'prospecting',
    'qualification',
    'qualified',
    'discovery',
    'engaging',
    'contacted',
    'needs analysis',
    'value proposition',
    'proposal',
    'proposal sent',
    'presentation',
    'demo',
    'evaluation',
    'quote',
    'quoted',
    'negotiation',
    'negotiation/review',
    'review',
    'decision',
    'contract',
    'contract sent',
    'in progress',
    'active',
    'pending',
    '進行中',
    '商談中',
    '見込み',
    '見込',
    'リード',
    '初回訪問',
    'ヒアリング',
    '要件確認',
    '要件定義',
    '課題確認',
    '提案',
    '提案中',
    '提案済',
    '提案済み',
    '見積',
    '見積中',
    '見積提出',
    '見積提出済',
    '検討中',
    '交渉',
    '交渉中',
    '内示',
    '稟議中',
    '最終調整',
    'クロージング',
    '新規',
    '継続',
  ],
  won: [
    'won',
    'closed won',
    'closedwon',
    'win',
    'ordered',
    '受注',
    '受注済',
    '受注済み',
    '成約',
    '契約',
    '契約済',
    '契約済み',
    '獲得',
  ],
  lost: [],
  declined: [
    'declined',
    'lost',
    'closed lost',
    'closedlost',
    'lose',
    'rejected',
    '失注',
    '敗戦',
    'お断り',
    '断り',
    '見送り',
    '不成立',
  ],
  withdrawn: ['withdrawn', '撤退', '自社撤退', '辞退', '取下げ', '取り下げ'],
  dormant: ['dormant', '休眠'],
  void: ['void', 'cancelled', 'canceled', 'duplicate', '消滅', '案件消滅', '中止', '重複'],
};

const BY_WORD = new Map(
  (Object.entries(STAGES) as [State, readonly string[]][]).flatMap(([state, words]) =>
    words.map((word) => [searchKey(word), state] as const),
  ),
);

/** Returns the state that a stage word of another system means, or null where it is not known. */
export function stateNamed(word: string): State | null {
  const key = searchKey(word);
  return BY_WORD.get(key) ?? BY_WORD.get(key.replace(/[_-]+/g, ' ')) ?? null;
}
