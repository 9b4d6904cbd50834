import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { IMPORT_FIELDS } from '../../../src/core/import/field.ts';
import { headerKey } from '../../../src/exchange/headers/headerkey.ts';
import { customerStandIn, isKnownHeader, mapHeaders } from '../../../src/exchange/headers/headers.ts';
import { ENGLISH_HEADERS } from '../../../src/exchange/headers/headerwords/english.ts';
import { JAPANESE_HEADERS } from '../../../src/exchange/headers/headerwords/japanese.ts';
import { readMaps } from '../../../src/exchange/headers/toldcolumns.ts';

const columnsOf = (headers: readonly string[], ...maps: string[]) => mapHeaders(headers, readMaps(maps, IMPORT_FIELDS));

/** `customer title - state:status`: what each column is, in order. */
function fieldsOf(line: string): string {
  const [headers = []] = parse(line) as string[][];
  return columnsOf(headers)
    .map(({ field, part }) => (field === null ? '-' : part ? `${field}:${part}` : field))
    .join(' ');
}

/** Header lines of real exports, and what each column is. */
const LINES: readonly (readonly [system: string, line: string, fields: string])[] = [
  [
    'HubSpot',
    'Record ID,Deal Name,Associated Company,Deal Stage,Amount,Close Date,Deal Owner',
    'external-id title customer state amount expected-close owner',
  ],
  [
    'HubSpot',
    'Record ID,Deal Name,Amount,Deal Stage,Close Date,Deal Owner,Company Name,Pipeline,Create Date',
    'external-id title amount state expected-close owner customer - -',
  ],
  [
    'HubSpot',
    'Record ID,Deal Name,Region,Deal Stage,Solution,SOW,Active Status,Deal owner,Channel,Amount,Associated Note,Deal Associate,Is closed lost,Associated Note IDs',
    'external-id title - state - - - owner - amount note - state:lost -',
  ],
  [
    'HubSpot',
    'Record ID,Deal Name,Deal Stage,Amount,Deal owner,Close Date,Last Activity Date',
    'external-id title state amount owner expected-close last-contact',
  ],
  [
    'HubSpot',
    'Record ID,Deal Name,Deal Stage,Amount,Deal owner,Associated Company IDs,Associated Contact IDs,Lead source,Dedicated server,Product (event type),Live date,Date entered current stage,Customer tier',
    'external-id title state amount owner - - - - - - - -',
  ],
  [
    'HubSpot',
    'Record ID,Deal Name,Deal Stage,Date entered stage,Original Source,Amount,Deal owner',
    'external-id title state - - amount owner',
  ],
  [
    'HubSpot, internal names',
    'hs_object_id,dealname,dealstage,amount,closedate,hubspot_owner_id,closed_lost_reason,hs_is_closed_won,hs_next_step,description',
    '- title state amount expected-close owner lost-reason state:won next note',
  ],
  ['Salesforce', 'Opportunity ID,Opportunity Name,Stage,Amount', 'external-id title state amount'],
  [
    'Salesforce',
    'Opportunity Name,Stage,Close Date,Amount,Probability,Next Step,Description',
    'title state expected-close amount - next note',
  ],
  [
    'Salesforce, API names',
    'Id,IsDeleted,AccountId,Name,Description,StageName,Amount,Probability,ExpectedRevenue,CloseDate,NextStep,IsClosed,IsWon,CurrencyIsoCode,OwnerId,CreatedDate,LastActivityDate',
    'external-id - - title note state amount - - expected-close next state:closed state:won currency owner - last-contact',
  ],
  [
    'Salesforce, query',
    'Id,Name,Account.Name,Owner.Name,StageName,CloseDate',
    'external-id title customer owner state expected-close',
  ],
  [
    'Salesforce ja',
    '商談 所有者,取引先名,商談名,フェーズ,金額,完了予定日,確度(%),次のステップ,失注理由,最終活動日',
    'owner customer title state amount expected-close - next lost-reason last-contact',
  ],
  [
    'Pipedrive',
    'Person - Name*,Person - First name,Person - Last name,Person - Phone,Person - Email (Work),Person - Email (Home),Organization - Name*,Organization - Address,Deal - Title,Deal - Value,Activity - Subject*,Activity - Due date,Note - Content*',
    'contact - - phone email - customer - title amount next next-on note',
  ],
  [
    'Pipedrive',
    'Deal - Title,Deal - Value,Deal - Organization,Deal - Contact person,Deal - Expected close date,Deal - Next activity date,Deal - Owner,Deal - Lead Source,Deal - Lost reason,Deal - Lost time,Deal - Status,Deal - Deal created',
    'title amount customer contact expected-close next-on owner - lost-reason closed-on:lost state:status -',
  ],
  [
    'Pipedrive',
    'Deal - Title,Deal - Label,Deal - Stage,Organization - Won deals,Deal - Expected close date,Deal - Value,Deal - Deal created,Deal - Lost reason,Deal - Organization',
    'title - state - expected-close amount - lost-reason customer',
  ],
  [
    'Pipedrive, activities',
    'Activity - Subject,Activity - Type,Activity - Due date,Activity - Due time,Activity - Done,Activity - Note,Activity - Assigned to user,Deal - Title,Person - Name,Person - Email,Organization - Name',
    '- - - - - - - title contact email customer',
  ],
  [
    'Odoo, technical names',
    '"id","active","contact_name","company_id/id","country_id/id","create_uid/id","partner_name","date_field","email_from","how_met","mobile","description","payment_mode/id","phone","lead_type","account_type","type","title/id","probability","user_id/id","ref","street","street2","name","source_id/id","priority","message_bounce","medium_id/id","city","date_deadline","planned_revenue","fax","partner_id/id"',
    'external-id state:active contact - - - customer - email - - note - phone - - - - - owner - - - title - - - - - expected-close amount - -',
  ],
  [
    'Odoo',
    'Opportunity,Customer,Email,Expected Revenue,Prorated Revenue,Expected Closing,Stage,Salesperson,Lost Reason',
    'title customer email amount - expected-close state owner lost-reason',
  ],
  [
    'Bitrix24',
    'ID,STAGE_ID,ASSIGNED_BY_ID,OPPORTUNITY,BEGINDATE,CLOSEDATE,CLOSED,SOURCE_ID,SOURCE_DESCRIPTION,UTM_SOURCE,TITLE,DATE_CREATE,UF_CRM_1579180371132,UF_CRM_5E20307D5B33E,URL',
    'external-id state owner amount - expected-close state:closed - - - title - - - -',
  ],
  [
    'Zoho',
    'Record Id,Deal Name,Account Name,Contact Name,Stage,Amount,Closing Date,Deal Owner,Expected Revenue,Probability,Reason For Loss',
    'external-id title customer contact state amount expected-close owner - - lost-reason',
  ],
  [
    'Dynamics 365',
    '(Do Not Modify) Opportunity,Topic,Potential Customer,Est. Close Date,Est. Revenue,Actual Revenue,Status,Status Reason,Owner,Probability',
    'external-id title customer expected-close amount - state:status - owner -',
  ],
  [
    'Close',
    'id,lead_name,contact_name,status_label,status_type,value,value_currency,confidence,expected_value,date_won,note,user_name',
    'external-id customer contact state state:status amount currency - - closed-on:won note owner',
  ],
  [
    'Freshsales',
    'Deal name,Deal value,Account name,Related contacts,Deal stage,Sales owner,Expected close date,Closed date,Lost reason',
    'title amount customer contact state owner expected-close closed-on lost-reason',
  ],
  [
    'SuiteCRM',
    'id,name,account_name,sales_stage,amount,amount_usdollar,probability,date_closed,next_step,assigned_user_name,date_entered',
    'external-id title customer state amount - - expected-close next owner -',
  ],
  [
    'SugarCRM ja',
    '商談名,取引先,受注予定日,商談ステージ,金額,確度 (%),次ステップ,リードソース',
    'title customer expected-close state amount - next -',
  ],
  ['Zoho ja', '商談名,商談ステージ,商談金額,取引先名,商談完了予定日', 'title state amount customer expected-close'],
  [
    'a Japanese app',
    'ID,商談名,ステージ,金額,完了予定日,確度(%),取引先名,説明',
    'external-id title state amount expected-close - customer note',
  ],
  [
    'a Japanese app',
    'ID,商談名,ステージ,金額,完了予定日,確度(%),説明,取引区分,仲介手数料,仲介種別,その他利益',
    'external-id title state amount expected-close - note - - - -',
  ],
  [
    'a Japanese app',
    '商談名,取引先,責任者,ステージ,金額,入金日,商談開始日,配送種別,インコタームズ,前払い%,メモ',
    'title customer owner state amount - - - - - note',
  ],
  [
    'a Japanese app',
    'ID,案件名,会社名,営業ステージ,案件金額（円）,受注確度（%）,確度加重見込み金額（円）,受注予定日,ステータス,作成日',
    'external-id title customer state amount - - expected-close state:status -',
  ],
  [
    'a Japanese app',
    '顧客名,担当者名,メールアドレス,案件名,案件金額,ステータス,担当部署,登録日,受注予定日,備考',
    'customer - email title amount state:status - - expected-close note',
  ],
  [
    'a Japanese app',
    '案件名,顧客名,ステータス,税抜金額,担当者,期間,作成日',
    'title customer state:status amount owner - -',
  ],
  [
    'a Japanese app',
    '案件名,顧客名,金額,参画者,担当営業,案件タイプ,業務内容,ステータス,期限',
    'title customer amount - owner - - state:status -',
  ],
  [
    'a Japanese app',
    '企業名,担当者名,役職,メール,電話番号,ステータス,リードソース,自社担当,次回アクション,次回アクション日,アポ日,メモ',
    'customer contact - email phone state:status - owner next next-on - note',
  ],
  ['a Japanese app', '管理番号,項番,案件名,65期4月計画', 'external-id - title -'],
  [
    'kintone',
    'レコード番号,更新者,作成者,更新日時,作成日時,ステータス,作業者,会社名,部署名,先方担当者名,TEL,FAX,メールアドレス,見込み時期,確度,製品名,単価,ユーザー数,小計',
    'external-id - - - - state:status - customer - contact phone - email expected-close - title - - amount',
  ],
  [
    'an Excel board',
    '計上月,担当者,区分,カテゴリー,案件名,確度,売上,仕入,見込み工数,対応工数,備考',
    '- owner - - title - amount - - - note',
  ],
  [
    'an Excel board',
    '見積番号,顧客名,見積日,見積金額,担当者,最終接触日,次回アクション日,ステータス',
    'external-id customer proposed amount owner last-contact next-on state:status',
  ],
  ['a list of goods', '商品名,数量,日付,備考', 'title - - note'],
  [
    'a board',
    'deal_name,stage,amount,owner_id,lead_source,close_date,next_step',
    'title state amount owner - expected-close next',
  ],
  [
    'a board',
    'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value',
    'external-id owner title customer state - expected-close amount',
  ],
  [
    'a board',
    'deal_id,account_name,segment,region,rep_id,stage,deal_value,close_date,created_date,product_line,loss_reason',
    'external-id customer - - owner state amount expected-close - title lost-reason',
  ],
];

test.each(LINES)('a header of %s: %s', (_system, line, fields) => {
  expect(fieldsOf(line)).toBe(fields);
});

test.each([
  [
    'Customer',
    'DEAL NAME',
    '  close_date ',
    'CloseDate',
    'ＡＭＯＵＮＴ',
    '金額',
    '案件\n名',
    '■顧客名',
    '取引先名 *',
    'Stage:',
    '【必須】金額',
  ],
])('signs, width and case of a header do not matter', (...headers) => {
  for (const header of headers) expect(columnsOf([header])[0]?.field).not.toBeNull();
});

test('every field is known by its own name, as our own export writes it', () => {
  expect(columnsOf(IMPORT_FIELDS).map(({ field }) => field)).toEqual(IMPORT_FIELDS);
});

test('no header stands for two things', () => {
  const keys = [ENGLISH_HEADERS, JAPANESE_HEADERS].flatMap((words) =>
    Object.entries(words).flatMap(([target, names]) =>
      names
        .split(/[,\n]/)
        .map((name) => headerKey(name))
        .filter((key) => key !== '')
        .map((key) => [key, target] as const),
    ),
  );
  const targets = new Map<string, Set<string>>();
  for (const [key, target] of keys) targets.set(key, (targets.get(key) ?? new Set()).add(target));
  expect([...targets].filter(([, found]) => found.size > 1).map(([key]) => key)).toEqual([]);
});

test.each([
  ...[
    'Probability',
    'Weighted amount',
    '確度',
    '確度加重金額',
    '加重金額',
    '仕入',
    '原価',
    '粗利',
    'Cost',
    'Create Date',
    '作成日',
    '登録日',
  ],
  ...[
    'No.',
    'No',
    '#',
    '項番',
    '番号',
    '顧客番号',
    'Customer ID',
    'Deal - Weighted value',
    'Amount (weighted)',
    'Channel',
    'Lead',
    '計上月',
  ],
  ...['Annual Revenue', 'Lead Source', '単価', '納期', '期限', '連絡先', '役職', '部署名', '住所', ''],
])('%j is left to the rep', (header) => expect(columnsOf([header])[0]?.field).toBeNull());

test.each([
  ...['状況', '現況', '判定', '受注区分', '進捗区分', '失注区分', '案件の状態', 'フェーズ（営業）', 'ステージ（現在）'],
  ...['Progress', 'Opp Stage', 'Current Status', 'Sales Status', 'Deal Stage Name', 'Status (Deal)', 'Stufe', 'Étape'],
  ...['Active', 'Archived', 'Is archived'],
])('%j tells the state', (header) => expect(columnsOf([header])[0]?.field).toBe('state'));

test.each([
  ...['金額 通貨', '金額の通貨', '通貨', '通貨コード'],
  ...['Amount Currency', 'Currency Code', 'CurrencyIsoCode', 'Opportunity Currency'],
])('%j tells the currency', (header) => {
  expect(columnsOf(['Amount', header])[1]?.field).toBe('currency');
});

test.each([
  ['営業NG', 'do-not-contact'],
  ['連絡可否', 'do-not-contact:allowed'],
  ['Do Not Call', 'do-not-contact'],
  ['"Do Not Call",Email Opt Out', 'do-not-contact do-not-contact'],
  ['メール配信停止', 'do-not-contact'],
  ['Opt Out', 'do-not-contact'],
  ['売価', 'amount'],
  ['最終活動(日)', 'last-contact'],
  ['最終活動', 'last-contact'],
  ['Last contacted time', 'last-contact'],
  ['Income', 'amount'],
  ['Likely', 'amount'],
  ['決裁予定日', 'decision-date'],
  ['決定予定日', 'decision-date'],
  ['意思決定予定日', 'decision-date'],
  ['決定日,決裁日', '- -'],
  ['種別', '-'],
  ['First Name,Last Name,Title,Company', '- - - customer'],
  ['Name,Title,Email', '- - email'],
  ['Title,Customer,Amount,Email', 'title customer amount email'],
  ['Expected Revenue,Probability', '- -'],
  ['Expected Revenue,確度', '- -'],
  ['Expected Revenue,Probability,Salesperson', 'amount - owner'],
  ['Amount (converted),Amount', '- amount'],
  ['Amount (annual)', 'amount'],
])('%s is %s', (line, fields) => expect(fieldsOf(line)).toBe(fields));

describe('several headers that want one field', () => {
  test.each([
    [
      ['Company', 'Customer'],
      ['-', 'customer'],
    ],
    [
      ['Value', 'Amount'],
      ['-', 'amount'],
    ],
    [
      ['売上', '見積金額'],
      ['-', 'amount'],
    ],
    [
      ['Name', 'Opportunity Name'],
      ['-', 'title'],
    ],
    [
      ['Product', 'Account', 'Deal'],
      ['-', 'customer', 'title'],
    ],
    [
      ['Amount', 'Amount'],
      ['amount', '-'],
    ],
    [
      ['Mobile', 'Phone'],
      ['-', 'phone'],
    ],
    [
      ['Email (Home)', 'Email (Work)'],
      ['-', 'email'],
    ],
    [
      ['Deal Name', 'Contact Name', 'Title'],
      ['title', 'contact', '-'],
    ],
    [
      ['Expected Close Date', 'Close Date'],
      ['expected-close', '-'],
    ],
    [
      ['Stage', 'Pipeline Stage', 'Status', 'Deal Status'],
      ['state', '-', '-', 'state'],
    ],
    [
      ['担当者', '営業担当'],
      ['-', 'owner'],
    ],
    [
      ['案件名', '顧客名', '担当者コード', '担当者名'],
      ['title', 'customer', '-', 'owner'],
    ],
    [
      ['責任者', '担当者'],
      ['owner', '-'],
    ],
    [
      ['主担当', '担当'],
      ['owner', '-'],
    ],
    [
      ['商談所有者', '担当者'],
      ['owner', '-'],
    ],
    [
      ['担当者', 'メールアドレス'],
      ['-', 'email'],
    ],
    [
      ['担当者', 'メールアドレス', '電話'],
      ['contact', 'email', 'phone'],
    ],
    [
      ['自社担当', '担当者名', '役職'],
      ['owner', 'contact', '-'],
    ],
    [
      ['Customer', 'Contact Name', 'Company', 'Salesperson'],
      ['customer', 'contact', '-', 'owner'],
    ],
    [
      ['代理店', '広告主'],
      ['-', 'customer'],
    ],
    [
      ['Partner', 'End Customer'],
      ['-', 'customer'],
    ],
    [
      ['Partner Name', 'End Customer'],
      ['-', 'customer'],
    ],
    [
      ['販売店', 'エンドユーザー'],
      ['-', 'customer'],
    ],
    [
      ['取引先: 取引先名', '商談 所有者: 氏名'],
      ['customer', 'owner'],
    ],
    [
      ['Account Name: Account Name', 'Opportunity Owner: Full Name'],
      ['customer', 'owner'],
    ],
    [
      ['Account: Account Name', 'Account: Type', 'Created By: Full Name', 'Contact: Email'],
      ['customer', '-', '-', 'email'],
    ],
    [
      ['担当者', '先方担当者'],
      ['owner', 'contact'],
    ],
    [
      ['担当者', '電話番号'],
      ['contact', 'phone'],
    ],
    [
      ['担当者名', '金額'],
      ['owner', 'amount'],
    ],
    [
      ['担当者(先方)', '担当者(自社)'],
      ['contact', 'owner'],
    ],
    [
      ['Name', 'Email'],
      ['-', 'email'],
    ],
    [
      ['Name', 'Email', 'Deal value'],
      ['title', 'email', 'amount'],
    ],
    [
      ['Customer', 'City', 'State'],
      ['customer', '-', '-'],
    ],
    [
      ['Price', 'Quantity'],
      ['-', '-'],
    ],
    [
      ['Opportunity', 'Title'],
      ['amount', 'title'],
    ],
    [
      ['Opportunity', 'Amount'],
      ['title', 'amount'],
    ],
  ])('%j are %j', (headers, fields) => {
    expect(columnsOf(headers).map(({ field }) => field ?? '-')).toEqual(fields);
  });
});

test.each([
  ['Potential Customer,Account', 'customer:fallback customer'],
  ['partner_id,partner_name', 'customer:fallback customer'],
  ['Account Name,Account', 'customer customer:fallback'],
  ['Account Name,Account,Customer', 'customer:fallback - customer'],
  ['Company,Customer', '- customer'],
])('two names of the customer stand in for each other: %s', (line, fields) => {
  expect(fieldsOf(line)).toBe(fields);
});

describe('a unit in the header', () => {
  test.each([
    ['金額（円）', 1, 'JPY'],
    ['金額(千円)', 1e3, 'JPY'],
    ['見積金額（税抜・千円）', 1e3, 'JPY'],
    ['売上（単位：百万円）', 1e6, 'JPY'],
    ['金額（税抜）（万円）', 1e4, 'JPY'],
    ['金額_千円', 1e3, 'JPY'],
    ['金額千円', 1e3, 'JPY'],
    ['Amount (USD)', 1, 'USD'],
    ['Amount USD', 1, 'USD'],
    ['amount_usd', 1, 'USD'],
    ['Value [k€]', 1e3, 'EUR'],
    ['Deal - Value (EUR)', 1, 'EUR'],
    ['Amount (k)', 1e3, null],
    ['Amount (thousands)', 1e3, null],
    ['Amount in USD', 1, 'USD'],
  ])('%j counts in %d %s', (header, factor, currency) => {
    expect(columnsOf([header])[0]).toMatchObject({ field: 'amount', unit: { factor, currency }, isUnclear: false });
  });

  test.each([
    '金額',
    '金額(税抜)',
    '金額（税込）',
    'Amount (excl. VAT)',
    'Amount*',
    '金額（必須）',
    'Amount (converted)',
    '金額 (換算値)',
    'Amount (new)',
  ])('%j names none', (header) => {
    expect(columnsOf([header])[0]).toMatchObject({ field: 'amount', unit: null, isUnclear: false });
  });

  test.each(['Amount (kr)', 'Amount (foo)', '金額（月額）', 'Amount (monthly)', 'Value (T)'])(
    '%j is unclear until told',
    (header) => {
      expect(columnsOf([header])[0]).toMatchObject({ field: 'amount', isUnclear: true });
      expect(columnsOf([header], `${header}=amount`)[0]).toMatchObject({
        field: 'amount',
        isUnclear: false,
        isTold: true,
      });
    },
  );

  test.each([
    [['金額', '単位'], true],
    [['Unit', 'Amount'], true],
    [['小計', '数量', '単位'], false],
    [['Amount', 'Business Unit'], false],
  ])('may stand in a column of its own, and is asked about: %j', (headers, isUnclear) => {
    expect(columnsOf(headers).find(({ field }) => field === 'amount')?.isUnclear).toBe(isUnclear);
  });

  test('in a column of its own is left out by the rep', () => {
    expect(columnsOf(['金額', '単位'], '単位=')[0]?.isUnclear).toBe(false);
  });

  test('counts as well where the column is told', () => {
    expect(columnsOf(['金額（千円）'], '金額（千円）=amount')[0]?.unit).toEqual({ factor: 1e3, currency: 'JPY' });
    expect(columnsOf(['予算（千円）'], '予算（千円）=amount')[0]?.unit).toEqual({ factor: 1e3, currency: 'JPY' });
  });
});

test('a header may say the order of its dates', () => {
  expect(columnsOf(['Close Date (DD/MM/YYYY)'])[0]).toMatchObject({ field: 'expected-close', order: 'dmy' });
  expect(columnsOf(['提案日（yyyy/mm/dd）'])[0]).toMatchObject({ field: 'proposed', order: 'ymd' });
  expect(columnsOf(['Close Date (original)'])[0]?.field).toBeNull();
});

describe('columns that are told', () => {
  test('outrank all others, and leave nothing of their field', () => {
    const fields = columnsOf(['Customer', 'Company', 'Firm'], 'Firm=customer').map(({ field }) => field);
    expect(fields).toEqual([null, null, 'customer']);
  });

  test('may be the second of their name', () => {
    const columns = columnsOf(['Name', 'Name', 'Name'], 'Name#2=customer', 'Name#3=');
    expect(columns.map(({ field, isTold }) => [field, isTold])).toEqual([
      ['title', false],
      ['customer', true],
      [null, true],
    ]);
    expect(columnsOf(['Name', 'Name#2'], 'Name#2=customer').map(({ field }) => field)).toEqual(['title', 'customer']);
  });

  test('may be two for the state, but for no other field', () => {
    expect(columnsOf(['A', 'B'], 'A=state', 'B=state').map(({ field }) => field)).toEqual(['state', 'state']);
    expect(() => columnsOf(['A', 'B'], 'A=title', 'B=title')).toThrow(
      expect.objectContaining({ code: 'mapped_twice' }),
    );
  });

  test.each(['Nome=customer', 'Name#2=customer', 'Name#0=customer'])('must be there: %s', (map) => {
    expect(() => columnsOf(['Name'], map)).toThrow(expect.objectContaining({ code: 'unknown_header' }));
  });
});

describe('the column that stands for the customer', () => {
  test.each([
    [['Deal Name', 'Amount'], 0],
    [['金額', '案件名'], 1],
    [['商談名'], 0],
    [['Opportunity Name', 'Stage'], 0],
    [['件名'], 0],
    [['TITLE', 'OPPORTUNITY'], 0],
    [['商品名', '数量'], -1],
    [['Product', 'Amount'], -1],
    [['案件名', '顧客名'], -1],
    [['金額'], -1],
    [['案件名', '取引先コード名'], -1],
    [['Deal Name', 'Bill-to Account'], -1],
    [['Deal Name', 'Account Manager', 'Owner'], 0],
  ])('of %j is %d', (headers, index) => expect(customerStandIn(columnsOf(headers))).toBe(index));
});

test('words of a header row are told from values', () => {
  for (const header of ['顧客名', 'Deal - Title', '金額（千円）', '担当者', 'Close Date'])
    expect(isKnownHeader(header)).toBe(true);
  for (const value of ['', 'Aoki', '2026-09-30', '500', '提案中', '青木工業', 'Closed Won'])
    expect(isKnownHeader(value)).toBe(false);
});

test('any headers give columns', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('Amount ((', '担当者', '[k', 'Name#2'))),
      (headers) => {
        const columns = columnsOf(headers);
        expect(columns.map(({ header }) => header)).toEqual(headers);
        const claimed = columns.filter(({ field }) => field !== null).map(({ field, part }) => `${field}:${part}`);
        expect(new Set(claimed).size).toBe(claimed.length);
      },
    ),
  );
});

test.each([
  [['Record ID', 'Deal Name', 'Associated Company IDs', 'Customer tier'], 1],
  [['案件名', '取引先コード', '顧客ランク'], 0],
  [['Deal Name', 'Buying company (legal)'], -1],
])('of %j, column %d is the deal name that stands for the customer', (headers, index) => {
  expect(customerStandIn(mapHeaders(headers, new Map()))).toBe(index);
});
