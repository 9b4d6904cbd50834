import type { Channel } from '../deal.ts';

/** Words of other systems for a way of being in touch, beside those of a deal's channel. Parted by commas. */
export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  email: `emails, mass email, list email, logged email, forwarded email, email reply, メール連絡, メール対応, メール返信, メールやり取り, 返信,
    一斉メール, eメール連絡`,
  phone: `calls, logged call, cold call, phone conversation, 電話連絡, 電話対応, 電話商談, 電話フォロー, 電話営業, テレアポ, コール, 通話, tel連絡, 荷電,
    テレコール, 携帯電話`,
  visit: `visits, field visit, customer visit, client visit, onsite visit, on site visit, drop in, 訪問商談, 客先訪問, 飛び込み, 飛び込み訪問, 挨拶訪問,
    ご挨拶訪問, 同行訪問, 現地調査, 現調, 外訪, 外訪活動`,
  meeting: `meetings, event, appointment, in person meeting, face to face meeting, f2f, lunch, dinner, breakfast, coffee, demo,
    presentation, workshop, 面会, 来訪, 来店, 会食, 接待, 打合, 打ちあわせ, ミーティング, mtg, プレゼン, プレゼンテーション, デモ, 展示会, セミナー, 説明会, 見学,
    内見, 対面商談, 対面面談`,
  online: `online meeting, online call, virtual meeting, video conference, video chat, web conference, webinar, zoom meeting,
    zoom call, teams meeting, teams call, remote meeting, online demo, オンラインmtg, オンラインミーティング, オンライン面談, オンラインデモ, オンライン打合せ,
    オンライン打ち合わせ, web面談, web打合せ, web打ち合わせ, webmtg, webミーティング, zoom商談, zoom面談, zoom会議, teams商談, teams会議, リモート商談,
    リモート会議, tv会議, ウェビナー`,
  chat: `chat message, live chat, whatsapp message, sms message, text, text message, linkedin, linkedin message, line message,
    slack message, chatwork, チャットワーク, lineメッセージ, ショートメール, sms送信`,
  letter: `send letter, sent letter, postal mail, direct mail, postcard, ファックス, ファクス, fax送信, お礼状, 礼状, 年賀状, はがき, 葉書, 資料郵送, 郵送対応`,
};

/** Words that say who turned to whom as well. */
export const SIDED_WORDS: readonly (readonly [Channel, 'us' | 'them', string])[] = [
  [
    'email',
    'us',
    'email sent, sent email, outgoing email, outbound email, メール送信, メール送付, 送信メール, メール発信',
  ],
  [
    'email',
    'them',
    'email received, received email, incoming email, inbound email, メール受信, 受信メール, メール着信',
  ],
  ['phone', 'us', 'outgoing call, outbound call, call out, 発信, 電話発信, 電話架電, 架電発信, 電話をかけた'],
  [
    'phone',
    'them',
    'incoming call, inbound call, call received, received call, missed call, 着信, 受電, 入電, 来電, 電話受信, 電話着信, 電話受電, 電話を受けた, 不在着信',
  ],
  ['letter', 'them', 'fax受信, 郵便受領'],
];

/** Words for an attempt that reached nobody. */
export const UNREACHED_WORDS: readonly (readonly [Channel, string])[] = [
  ['phone', 'voicemail, left voicemail, call attempt, attempted call, 留守電, 電話不在, 架電不在, 不在, 留守, 不通'],
  ['visit', '訪問不在, 不在訪問'],
];

/** Words for what is no contact with a customer. */
export const NO_CONTACT_WORDS = `
  task, tasks, to do, to dos, todo, note, notes, deadline, reminder, follow up task, action item, internal, internal meeting, internal call,
  internal note, comment, comments, file, document, upload document, admin, administration, research, preparation, system,
  stage change, status change, field change, 社内, 社内会議, 社内打合せ, 社内打ち合わせ, 社内ミーティング, 社内mtg, 社内メモ, 社内作業, 社内業務, 内勤, 事務,
  事務作業, 事務処理, デスクワーク, メモ, 備考, タスク, やること, 作業, 期限, 締切, 締め切り, 締切日, 資料作成, 見積作成, 見積書作成, 提案書作成, 書類作成, 準備, 移動,
  休暇, 有休, リマインダー, リマインド, ステージ変更, ステータス変更, システム`;

export const OURS_WORDS = `
  us, ours, from us, outgoing, outbound, out, sent, email, outgoing email, forwarded email, outgoing call, outbound call, 発信, 送信, 架電, 発,
  送, 自社, 自社から, 当社, 当社から, 弊社, 弊社から, 当方, 当方から, こちら, こちらから, 営業, 営業から`;
export const THEIRS_WORDS = `
  them, theirs, from them, incoming, inbound, in, received, customer, client, from customer, incoming email, incoming call, inbound call,
  missed, 受信, 着信, 受電, 入電, 来電, 受, 先方, 先方から, お客様, お客様から, 顧客, 顧客から, 客先, 客先から, 相手, 相手から, 相手先`;

/** How an activity went: it took place, it did not (yet), it reached nobody. */
export const COURSE_WORDS = {
  held: `done, complete, completed, finished, closed, held, logged, connected, answered, reached, success, successful, spoke, met,
    完了, 済, 済み, 完了済み, 実施, 実施済, 実施済み, 対応済, 対応済み, 対応完了, 終了, 実績, 接続, 通話, 通話成立, 応答, 応答あり, 面談済, 面談済み, 面会, 会えた, つながった`,
  notHeld: `to do, todo, not started, not completed, incomplete, in progress, waiting, waiting on someone else, deferred, open, planned,
    scheduled, rescheduled, overdue, today, pending, upcoming, draft, postponed, canceled, cancelled, 未完了, 未, 未実施, 未対応, 未着手, 未開始, 予定, 計画,
    進行中, 対応中, 処理中, 着手中, 保留, 延期, 中止, キャンセル, リスケ, リスケジュール, 日程変更, 期限切れ, 待機中, 取消, 取り消し`,
  noAnswer: `no answer, not answered, did not answer, unanswered, voicemail, left voicemail, left message, left a message, left live message,
    busy, wrong number, not reached, unreachable, no show, no response, not available, unavailable, missed, failed, 不在, ご不在, 留守, 留守電, 留守番電話,
    不通, 話中, 話し中, 応答なし, 応答無し, 不在着信, 担当者不在, ご担当者不在, つながらず, 繋がらず, つながらない, 繋がらない, 会えず, 面会できず, 面談できず`,
} as const;
