import type { ContactField } from '../../../core/import/contactfield.ts';

/**
 * Headers of activity exports, best first: HubSpot, Salesforce (tasks, events, reports), Pipedrive, Zoho, Odoo, kintone, サイボウズ,
 * eセールスマネージャー and diaries kept by hand. An activity's own number, its owner (担当者) and what is planned next are left out on purpose.
 */
export const ACTIVITY_HEADERS: Readonly<Record<ContactField, string>> = {
  subject: `
    subject, activity subject, task subject, event subject, call subject, meeting subject, email subject, activity title, activity name,
    call title, call name, meeting title, meeting name, task title, event title, title/subject, subject/title, summary, topic, headline,
    activity,
    件名, 活動件名, 活動名, 活動タイトル, タイトル, 表題, 標題, 題名, 用件, 要件, 目的, 訪問目的, 商談目的, 活動目的, 議題, 主題, テーマ`,
  type: `
    type, activity type, task type, event type, activity type name, call and meeting type, engagement type, task subtype, activity kind, kind,
    contact method, method, contact type, communication type, interaction type, interaction, touch type, channel, medium,
    活動種別, 活動種類, 活動タイプ, 活動区分, 活動分類, 活動方法, 活動手段, 活動形態, 種別, 種類, タイプ, 区分, 分類, 対応方法, 対応種別, 対応区分, 対応手段, 接触方法,
    接触手段, 接触種別, 連絡方法, 連絡手段, コンタクト方法, コンタクト種別, コンタクト手段, 手段, 方法, 形式, 訪問区分, 訪問種別, 訪問形態, 商談方法, 商談形式, 商談形態,
    面談方法, 面談形式, 面談形態, 面談種別, アクション種別, アクション, アプローチ方法, チャネル, 営業手段, 行動種別, 行動区分`,
  date: `
    date, activity date, activity due date, due date, due date only, contact date, date of contact, contacted on, visit date, call date, call start time,
    meeting date, meeting start time, meeting start, event date, event start, email date, date sent, sent on, sent at, sent date, start date,
    start date time, start date/time, start time, start, activity date/time, activity start, date time, date/time, datetime, occurred at,
    occurred on, happened on, timestamp, due on, day, completed date, completed on, completed at, completed date/time, marked as done time,
    activity marked as done time, done time, entry date, log date, logged on, logged at, create date, created date, created on,
    created at, created time, created date/time,
    活動日, 訪問日, 対応日, 接触日, 活動日時, 訪問日時, 対応日時, 実施日, 実施日時, 面談日, 面談日時, 商談日, 商談日時, 打合せ日, 打ち合わせ日, 打合せ日時, 架電日,
    架電日時, 通話日時, 連絡日, 連絡日時, コンタクト日, 接触日時, 行動日, 活動年月日, 訪問年月日, 日付, 日時, 年月日, 開始日時, 活動開始日時, 開始日, 開始, 送信日時,
    受信日時, 送信日, 報告日, 日報日付, 期日, 期日のみ, 期限, 期限日, 完了日, 完了日時, 記入日, 入力日, 登録日, 登録日時, 作成日, 作成日時`,
  note: `
    note, notes, activity note, activity notes, full comments, comments, comment, description, activity description, task description, body,
    body preview, note body, email body, call notes, call note, meeting notes, meeting note, meeting description, call description, details,
    content, text, message, discussion, minutes, remarks, memo, report,
    活動内容, 対応内容, 訪問内容, 商談内容, 面談内容, 打合せ内容, 打ち合わせ内容, 連絡内容, 接触内容, 行動内容, 報告内容, 日報内容, 通話内容, 内容, 詳細, 内容詳細, 活動詳細,
    説明, すべてのコメント, 全コメント, コメント, 本文, 議事録, 対応履歴, 活動メモ, 商談メモ, 面談メモ, 報告, 概要, 活動概要, やり取り, 経緯, 所感, メモ, 備考`,
  deal: `
    deal, opportunity, associated deal, associated deals, deals, opportunities, related deal, related opportunity, related to, regarding,
    regarding object, what, document name, related record,
    案件, 商談, 取引, 関連案件, 関連商談, 関連取引, 関連する案件, 関連する商談, 関連する取引, 関連付けられた取引, 対象案件, 関連先, 関連先名, 関連レコード, ディール`,
  'external-id': `
    external id, deal id, associated deal ids, associated deal id, opportunity id, deal record id, deal external id, related to id, related to id id,
    what id, potential id, deal number, opportunity number, deal no, opportunity no, quote number,
    案件id, 案件番号, 案件no, 案件コード, 案件管理番号, 商談id, 商談番号, 商談no, 商談コード, 商談管理番号, 取引id, 取引番号, 関連付けられた取引id, ディールid, 見積番号,
    見積no`,
  customer: `
    customer, customer name, account name, company / account, account, company, company name, associated company, associated companies,
    organization name, organization, organisation name, organisation, client, client name, related account, deal organization, deal organisation,
    顧客名, 取引先名, 会社名, 企業名, お客様名, 訪問先, 訪問先名, 訪問先会社名, 顧客, 取引先, 会社, 企業, お客様, 得意先名, 得意先, 客先名, 客先, 訪問先企業名, 面談先,
    商談先, 対応先, 活動先, 相手先名, 相手先, 先方会社名, 組織名, 組織, 法人名, 社名, 関連付けられた会社, 関連する会社, アカウント名`,
  title: `
    title, deal title, deal name, opportunity name, opportunity title, potential name, project name, project,
    案件名, 商談名, 取引名, 案件名称, 商談名称, 案件タイトル, 商談タイトル, プロジェクト名, 物件名, 工事名, ディール名, 見積件名`,
  contact: `
    contact, contact name, contact person, person name, person, associated contact, associated contacts, contacts, full name, who, attendees,
    recipient, contacted person, spoke to, spoke with,
    先方担当者, 先方担当者名, 先方担当, 先方ご担当者, お客様担当者, お客様担当者名, 顧客担当者, 顧客担当者名, 客先担当者, 取引先担当者, 取引先責任者, 取引先責任者名, 面談者, 面談者名,
    面談相手, 面会者, 面会相手, 先方面談者, 先方出席者, 先方参加者, 相手参加者, 相手担当者, 応対者, 対応者(先方), ご担当者, ご担当者名, 連絡先, 連絡先名, コンタクト,
    コンタクト名, 関連付けられたコンタクト`,
  direction: `
    direction, call direction, email direction, message direction, call type, inbound/outbound, inbound outbound, incoming/outgoing, incoming outgoing,
    in/out, side, initiated by, initiator,
    方向, 発着信, 発着, 受発信, 送受信, 発信/受信, 受信/発信, 送信/受信, 受信/送信, 発着区分, 受発信区分, 発着信区分, 送受信区分, 通話の方向, 通話種別, コール種別, 連絡方向`,
  outcome: `
    outcome, call outcome, meeting outcome, activity outcome, call result, result, disposition, call disposition,
    結果, 活動結果, 対応結果, 訪問結果, 商談結果, 面談結果, 架電結果, 通話結果, 通話の結果, コール結果, 電話結果, 接触結果, 成果`,
  done: `
    done, activity done, status, task status, activity status, completed, is completed, complete, call status, outgoing call status,
    meeting status, event status, is closed, closed, activity state,
    完了, 完了フラグ, 状態, ステータス, 活動状況, 活動ステータス, 活動状態, 対応状況, 対応ステータス, 実施状況, 実施フラグ, 予定/実績, 予定・実績, 予実, 予実区分, 予定実績,
    予定実績区分, 実績区分, todoステータス`,
};
