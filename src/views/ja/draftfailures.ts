import type { FailureWords } from '../failurewords.ts';

const PLAYBOOK_PROBLEMS: Readonly<Record<string, (value: unknown) => string>> = {
  syntax: (value) => `YAML として読めません（${value}）`,
  unknown_field: (value) => `「${value}」という項目はここにありません`,
  unknown_slot: (value) => `{${value}} という差し込みはありません`,
  bad_template: (value) => `{差し込み} でない波括弧があります（${value}）`,
  bad_choice: (value) => `使える値: ${value}`,
  bad_duration: (value) => `「${value}」は期間として読めません（10d、2w、1mo、10bd）`,
  bad_day: (value) => `「${value}」は日付として読めません（2026-09-30）`,
  unseen_sign: (value) => `目に見えない文字（${value}）が含まれています。取り除いてください`,
  missing: () => '項目がありません',
  wrong_type: () => '空か、ここに書けない種類の値です',
  must_missing: (value) => `{${value}} がないと、連絡する理由が伝わりません`,
  status: (value) => `状況を尋ねるだけの文です（「${value}」）`,
  manipulative: (value) => `急かす、または責める文です（「${value}」）`,
};

const instead = (open: unknown, none: string): string => (open ? `代わりに使えるもの: ${open}` : none);

export const draftFailures = (): FailureWords => ({
  draft_do_not_contact: ({ id }) => ({
    message: '連絡不要とのご意向のため、文案は作りません。',
    hint: `ご意向が変わったと伺った場合: followup edit ${id} --clear do-not-contact`,
  }),
  draft_closed: ({ id, state }) => ({
    message: `終了した案件です（${state}）。お伝えすることは残っていません。`,
    hint: `お客様から改めてお話があれば: followup reopen ${id}`,
  }),
  draft_hold: ({ id, until, open }) => ({
    message: `${until}まで控えてほしいとのご希望です。`,
    hint: instead(open, `その日までお待ちください。先方からご連絡があれば: followup note ${id} --from them …`),
  }),
  draft_rest: ({ id, until, open }) => ({
    message: until
      ? `「ご連絡はここまで」とお伝えしたので、${until}までは控えます。`
      : '取り下げをお伝えした後、先方からのご連絡がまだありません。',
    hint: instead(open, `お伝えしたとおりにします。先方からご連絡があれば: followup note ${id} --from them …`),
  }),
  draft_waiting: ({ until, open }) => ({
    message: `連絡したばかりです。次のご連絡は${until}からにします。`,
    hint: instead(open, 'それまでに、お役に立つものを用意しましょう。'),
  }),
  draft_condition: ({ name, when, open }) => ({
    message: `「${name}」を使う事情が記録にありません。使うのは次の場合です: ${when}。`,
    hint: instead(open, '事情がある場合は、先に記録してください: followup note、followup edit'),
  }),
  draft_brake: ({ name, why, until, open }) => ({
    message: `今は「${name}」を控えます: ${why}${until ? `（${until}まで）` : ''}。`,
    hint: instead(open, '待つか、お渡しするものを用意しましょう。'),
  }),
  draft_nothing: ({ id }) => ({
    message: '今日は連絡する理由がありません。これまでのご連絡のため、どの切り口も控えます。',
    hint: `理由を見る: followup why ${id}`,
  }),
  bad_playbook: ({ file, line, field, problem, value }) => ({
    message: `ご自身のプレイブックが使えません: ${file} ${line}行目${field ? `、${field}` : ''}: ${PLAYBOOK_PROBLEMS[String(problem)]?.(value) ?? problem}。`,
    hint: '直すか、ファイルを移せば既定に戻ります。案件には触れていません。',
  }),
  no_clipboard: () => ({
    message: 'クリップボードのプログラムが見つかりません。',
    hint: 'wl-clipboard、xclip、xsel のどれかを入れるか、--eml <ファイル> で書き出してください。',
  }),
  no_editor: () => ({
    message: 'エディターが設定されていません。',
    hint: 'VISUAL または EDITOR を設定してください（例: EDITOR="code --wait"）。',
  }),
  editor_failed: ({ editor }) => ({
    message: `エディターが正しく終わりませんでした: ${editor}`,
    hint: '文案は元のままです。VISUAL と EDITOR を確かめてください。',
  }),
  file_exists: ({ file }) => ({
    message: `${file} はすでにあります。`,
    hint: '--force で置き換えるか、別の名前にしてください。',
  }),
  bad_fill: ({ value, choices }) => ({
    message: `--fill ${value} は使えません。`,
    hint: `--fill 項目="文" の形で書いてください。項目: ${Array.isArray(choices) ? choices.join('、') : choices}`,
  }),
  status_draft: () => ({
    message: '状況を尋ねるだけの文面になっているため、お勧めできません。',
    hint: '先にお渡しするものを書くか、その問いを外してください。',
  }),
  manipulative_draft: () => ({
    message: '急かす、または責める文面になっているため、お勧めできません。',
    hint: 'その言葉を外してください。期日はお客様ご自身の目標からだけ導きます。',
  }),
});
