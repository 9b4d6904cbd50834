import type { FailureWords } from '../failurewords.ts';

const instead = (open: unknown, none: string): string => (open ? `代わりに使えるもの: ${open}` : none);

export const draftFailures: FailureWords = {
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
};
