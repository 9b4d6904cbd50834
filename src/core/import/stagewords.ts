import type { State } from '../deal.ts';

/**
 * Stage words of other systems and what they say of a deal, in lower case, without numbers in front. "Lost" there is the
 * seller's word: without the customer's own words it comes in as `declined`. Words that may be either end ("closed", "完了") are
 * not listed, nor are hopes ("受注見込み" is open).
 */
export const STAGE_WORDS: Readonly<Record<State, readonly string[]>> = {
  open: listed(`
    open, new, active, in progress, ongoing, pending, on hold, hold, stalled, paused, backlog, lead, new lead,
    lead in, lead generated, prospect, prospecting, suspect, inbound, incoming, intake, qualification, qualified,
    qualify, qualifying, qualified to buy, unqualified lead, pre qualification, sales qualified, marketing qualified,
    mql, sql, sal, engaged, engaging, interested, nurture, discovery, discovery call, initial contact, first contact,
    contact made, contacted, connected, attempted, attempted to contact, contacting, not contacted, outreach,
    follow up, following up, callback, appointment scheduled, meeting scheduled, meeting booked, meeting,
    first meeting, call scheduled, demo, demo scheduled, demo done, demo completed, presentation,
    presentation scheduled, trial, pilot, poc, proof of concept, evaluation, evaluating, technical evaluation,
    validation, scoping, requirements, needs analysis, needs defined, needs assessment, value proposition,
    perception analysis, develop, solution, id. decision makers, id decision makers, identify decision makers,
    decision maker bought in, decision makers, decision makers bought in, decision maker identified, business case,
    solution design, solutioning, propose, proposal, proposals, proposal made, proposal sent, proposal submitted,
    proposal presented, proposition, proposal/price quote, proposal & price quote, proposal/quote,
    proposal/negotiation, quote, quoted, quote sent, quotation, quotation sent, estimate, estimate sent, pricing,
    offer, offer sent, negotiation, negotiating, negotiations, negotiation started, negotiation/review,
    in negotiation, review, under review, legal, legal review, procurement, security review, redlining, decision,
    awaiting decision, decision pending, final decision, closing, commit, best case, upside, verbal,
    verbal commitment, verbal agreement, verbally agreed, verbal yes, pipeline, forecast, contract, contracting,
    contract sent, contract review, contract negotiation, awaiting signature, preparation, prepayment invoice,
    executing, final invoice, considering, scheduling, confirmed meeting,
    進行中, 対応中, 継続, 継続中, オープン, 新規, 新規案件, 未着手, 未対応, 着手, 着手中, アクティブ, 保留, 保留中,
    ペンディング, 凍結, 一時停止, 停滞, 延期, 先送り, 長期, 様子見, 様子見中, 再検討, 見込み, 見込, 見込客, 見込み客,
    見込みあり, 潜在, 潜在顧客, リード, リード獲得, 引合, 引き合い, 引合い, 問合せ, 問い合わせ, お問い合わせ, 反響,
    案件化, 商談化, 案件発掘, 発掘, 情報収集, 名刺交換, 種まき, アプローチ, アプローチ中, 初回アプローチ, 初回接触,
    初回連絡, 連絡済み, 連絡済, 架電, 架電済, 資料送付, 資料送付済, 資料送付済み, アポ, アポ調整, アポ調整中,
    アポ獲得, アポ取得, アポ設定, アポ確定, 日程調整中, 日程調整, 日程確定, 訪問, 訪問予定, 訪問済, 訪問済み,
    初回訪問, 再訪問, 初回面談, 面談, 初回商談, 商談, 商談中, 商談前, 商談予定, 商談設定, 商談済, 商談済み, 商談実施,
    2回目商談, 二次商談, フォロー, フォロー中, フォローアップ, フォローアップ待ち, ナーチャリング, ヒアリング,
    ヒアリング中, ヒアリング済, ヒアリング済み, ニーズ確認, ニーズ把握, ニーズ分析, ニーズ喚起, 課題確認, 課題把握,
    課題ヒアリング, 要件確認, 要件定義, 現状把握, 調査, 調査中, 企画, 企画提案, 企画提案中, デモ, デモ実施,
    トライアル, トライアル中, 評価中, 検証, 検証中, サンプル提出, 提案, 提案前, 提案準備, 提案準備中, 提案書作成,
    提案書提出, 提案書提出済, 提案中, 提案済, 提案済み, 提案書送付, 初回提案, 再提案, 価格提示, 価格交渉, 見積,
    見積り, 見積もり, 見積中, 見積作成, 見積作成中, 見積依頼, 見積提示, 見積提示済, 見積提出, 見積提出済,
    見積提出済み, 見積済, 見積済み, 見積送付, 見積送付済, 概算見積, 検討, 検討中, 社内検討, 社内検討中, 導入検討中,
    先方検討中, お客様検討中, 顧客検討中, 比較検討, 比較検討中, 比較中, 返答待ち, 返事待ち, 回答待ち, 返信待ち,
    連絡待ち, 結果待ち, 決裁待ち, 承認待ち, 稟議, 稟議中, 稟議待ち, 決裁中, 社内稟議, 社内決裁, 予算化, 予算確保,
    交渉, 交渉中, 条件交渉, 最終交渉, 最終提案, 最終調整, 最終確認, 最終見積, クロージング, クロージング中, 内示,
    内定, 口頭内示, 内諾, 口頭合意, 口約束, 受注見込, 受注見込み, 受注予定, 受注待ち, 受注前, 発注待ち, 成約見込み,
    契約準備, 契約準備中, 契約手続き, 契約手続き中, 契約手続中, 契約書送付, 契約書確認, 契約書締結前, 契約交渉,
    契約交渉中, 契約待ち, 契約前, コミット, 有望, 確度高, 評価, 認知, 顧客分析, 価値提案, 意思決定者の特定,
    意思決定者の賛同, 認識の分析, 提案/見積もり, 提案/見積, 交渉/レビュー, 交渉/検討, アポイント設定, アポイント,
    適格, 購入見込みあり, プレゼン, プレゼン予定, プレゼンテーション, 意思決定
  `),
  won: listed(`
    won, closed won, close won, closed/won, deal won, win, won deal, closed as won, ordered, order received,
    po received, signed, contract signed, sold, customer won, closed business,
    受注, 受注済, 受注済み, 受注確定, 受注完了, 受注決定, 正式受注, ご成約, 成約, 成約済, 成約済み, 成約完了,
    契約済, 契約済み, 契約締結, 契約締結済, 契約完了, 契約成立, 獲得, 成立, 採用決定, 導入決定, 受注クローズ,
    クローズ(受注), 完了(受注), 成功, 勝ち, 発注済, 発注済み, 注文書受領, 注文書受領済, 商談成立, 受注成功
  `),
  lost: [],
  declined: listed(`
    declined, lost, closed lost, close lost, closed/lost, deal lost, lose, apology, rejected,
    closed lost to competition, closed lost to competitor, lost to competitor, lost to competition, out sold,
    lost deal, closed as lost, loss, not interested, refused, no sale, closed no decision, failed,
    失注, 失注済, 失注済み, 失注確定, 失注クローズ, 敗戦, 敗退, 負け, 他決, 他社決定, 他社受注, 他社採用, 競合負け,
    競合敗退, コンペ負け, お断り, 断り, 断られた, 謝絶, 却下, 不採用, 不成立, 見送り, 見送, 今回見送り, 採用見送り,
    導入見送り, 検討見送り, 商談不成立, 成約ならず, 落選, 失敗, ng, クローズ(失注), 完了(失注)
  `),
  withdrawn: listed(`
    withdrawn, withdrew, disqualified, unqualified, not qualified, no bid, no go, we declined,
    撤退, 自社撤退, 辞退, 自社辞退, 取下げ, 取り下げ, 取下, 提案辞退, 見積辞退, 対象外, 不適格, 対応不要
  `),
  dormant: listed(`
    dormant, inactive, gone quiet, ghosted, gone cold,
    休眠, 休眠中, 自然消滅, 音信不通, 塩漬け, 立ち消え, 立消え
  `),
  void: listed(`
    void, cancelled, canceled, cancel, duplicate, duplicated, junk, invalid, deleted, abandoned,
    消滅, 案件消滅, 中止, 案件中止, 計画中止, 商談中止, 検討中止, 予算中止, キャンセル, 取消, 取消し, 取消済,
    取り消し, 無効, 重複, 重複案件, 誤登録, 削除, 廃案
  `),
};

/** Reads words that are parted by commas. */
function listed(words: string): readonly string[] {
  return words.trim().split(/\s*,\s*/);
}
