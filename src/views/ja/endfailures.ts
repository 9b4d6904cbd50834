import type { Facts } from '../../core/failure.ts';
import type { FailureWords } from '../failurewords.ts';

/** その結果では終えられない理由と、正直な次の一手。 */
export const endFailures = (): FailureWords => ({
  lost_needs: (facts) => ({
    message: `失注を決めるのはお客様です。お客様ご自身のお言葉、どなたが、いつ、どの手段で、そして理由が要ります。足りないもの: ${list(facts.missing)}`,
    hint: waysOn(facts),
  }),
  lost_needs_reason: ({ id, missing }) => ({
    message: `お断りは受領済みです。失注には、お客様ご自身の言葉による理由が要ります。足りないもの: ${list(missing)}`,
    hint: `一度だけ控えめに伺いましょう: followup draft ${id} --angle lossreason。お答えいただけなければ followup close ${id} lost --reason undisclosed。それまではお断り受領のままです。`,
  }),
  declined_needs: ({ id, missing }) => ({
    message: `お断りには、どなたからどのように伺ったかが要ります。足りないもの: ${list(missing)}`,
    hint: `例: followup close ${id} declined --who 佐藤様 --channel phone。どなたも断っていないなら、商談中のままです。`,
  }),
  words_placeholder: (facts) => ({
    message: `${facts.flag}:「${facts.value}」は欄を埋めただけの言葉です。実際のお言葉、実際に起きたことを残してください。`,
    hint: waysOn(facts),
  }),
  words_silence: (facts) => ({
    message: `${facts.flag}:「${facts.value}」はお返事がないこと、またはこちらの印象です。回答期日の超過、返信の遅れ、メールの無返信、電話の不通はお客様のお返事ではなく、終える理由になりません。`,
    hint: waysOn(facts),
  }),
  words_ours: (facts) => ({
    message: `${facts.flag}:「${facts.value}」はこちらの文章で、お客様のお言葉ではありません。`,
    hint: waysOn(facts),
  }),
  who_placeholder: ({ value }) => ({
    message: `--who:「${value}」ではどなたか分かりません。`,
    hint: '「佐藤様」「人事部長」のように、お名前か役職を書いてください。',
  }),
  other_needs_fact: ({ id }) => ({
    message: '「その他」には内容が要ります。',
    hint: `--fact <内容> を付けてください: followup close ${id} lost … --reason other --fact "…"`,
  }),
  undisclosed_unasked: ({ id }) => ({
    message: '「非開示」にできるのは、一度お尋ねして、お答えいただけなかったときだけです。',
    hint: `一度だけ控えめに伺い（followup draft ${id} --angle lossreason）、記録してください: followup note ${id} "…" --angle lossreason。それまでは followup close ${id} declined --who <お名前> --channel <手段>`,
  }),
  withdrawn_no_day: ({ id }) => ({
    message: '最終有効日が分からないため、過ぎたとは言えません。',
    hint: `いつまでに終えたいかを伺う（followup ask ${id}）、こちらの事情を --fact に書く（例: "5月まで人手がない"）、または商談中のままにしてください。`,
  }),
  withdrawn_early: ({ id, day }) => ({
    message: `今お決めいただいても、まだ目標に間に合います（最終有効日は${day}）。`,
    hint: `その日をお伝えする（followup draft ${id} --angle workback）、こちらの事情を --fact に書く、または商談中のままにしてください。`,
  }),
  withdrawn_untold: ({ id, day }) => ({
    message: `最終有効日（${day}）は過ぎましたが、お客様にお伝えしていません。`,
    hint: `お伝えして（followup draft ${id} --angle withdraw）記録してください: followup note ${id} "…" --angle withdraw。こちらの事情なら --fact に書いてください。`,
  }),
  dormant_no_closefile: ({ id }) => ({
    message:
      '休眠にできるのは、区切りのご連絡の後だけです。ご連絡をやめること、いつでもお声がけいただけることを、先にお伝えします。',
    hint: `お送りして（followup draft ${id} --angle closefile）記録し（followup note ${id} "…" --angle closefile）、--revisit <日付> を付けて終えてください。または商談中のままに。`,
  }),
  dormant_needs: ({ id }) => ({
    message: '休眠には、改めて見る日が要ります。足りないもの: --revisit',
    hint: `followup close ${id} dormant --revisit 2026-04-01`,
  }),
  void_needs: ({ id, missing }) => ({
    message: `案件消滅には、起きたことと、その出どころ（どなたの何という言葉か）が要ります。足りないもの: ${list(missing)}`,
    hint: `followup close ${id} void --fact "計画の中止" --words "伺ったお言葉、または通知の文面"。重複なら --fact "#2と重複"。どれでもなければ商談中のままです。`,
  }),
  revisit_unwanted: ({ id }) => ({
    message: '連絡不要とのご意向ですので、改めてご連絡する日は置けません。',
    hint: `--revisit を外してください。このご意向はお断りです: followup close ${id} declined --who <お名前> --channel <手段>`,
  }),
  unlawful_end: ({ id, state }) => ({
    message: `裏づけのないまま案件${id}が終了${state ? `（${STATE_NAMES[String(state)] ?? state}）` : ''}になるため、何も変更していません。`,
    hint: `案件を終える方法は一つです: followup close ${id} <結果>`,
  }),
  only_for: ({ flag, state, states }) => ({
    message: `${flag} は ${state} には使えません。`,
    hint: `使える結果: ${list(states)}`,
  }),
  bad_reason: ({ value, choices }) => ({
    message: `--reason:「${value}」という理由はありません。`,
    hint: `使える値: ${list(choices)}。ご自身の仮説は --factor に書けます。`,
  }),
  ended_already: ({ id, state }) => ({
    message: `案件${id}はすでに終了しています（${STATE_NAMES[String(state)] ?? state}）。`,
    hint: `先に商談中へ戻してください: followup reopen ${id}`,
  }),
  not_ended: ({ id }) => ({ message: `案件${id}は商談中です。`, hint: '戻せるのは終了した案件だけです。' }),
});

const STATE_NAMES: Readonly<Record<string, string>> = {
  won: '受注',
  lost: '失注',
  declined: 'お断り受領',
  withdrawn: '自社撤退',
  dormant: '休眠',
  void: '案件消滅',
};

/** 出口のない関所は作り話を生む。どの断りにも、お言葉の要らない終え方を添える。 */
function waysOn({ id = '<案件>' }: Facts): string {
  return [
    '正直な進め方:',
    `  断られた　　　　　　followup close ${id} declined --who <お名前> --channel <手段>`,
    `  お返事がない　　　　区切りのご連絡（--angle closefile）の後に followup close ${id} dormant --revisit <日付>`,
    `  もう間に合わない　　お伝え済みの最終有効日が過ぎたら followup close ${id} withdrawn`,
    `  こちらの事情　　　　followup close ${id} withdrawn --fact <事情>`,
    '  どれでもない　　　　商談中のまま。沈黙で案件は終わりません',
  ].join('\n');
}

function list(items: unknown): string {
  return Array.isArray(items) ? items.join('、') : String(items);
}
