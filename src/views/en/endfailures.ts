import type { Facts } from '../../core/failure.ts';
import type { FailureWords } from '../failurewords.ts';

/** Why a deal does not end so, and the honest ways on. */
export const endFailures = (): FailureWords => ({
  lost_needs: (facts) => ({
    message: `A loss is told by the customer: their own words, who said them, when, how they reached you, and their reason. Missing: ${list(facts.missing)}.`,
    hint: waysOn(facts),
  }),
  lost_needs_reason: ({ id, missing }) => ({
    message: `They said no; a loss also takes their reason, in their own words. Missing: ${list(missing)}.`,
    hint: `Ask once, gently: followup draft ${id} --angle lossreason. If they keep it to themselves: followup close ${id} lost --reason undisclosed. Until then it stays declined.`,
  }),
  declined_needs: ({ id, missing }) => ({
    message: `A “no” is known through somebody. Missing: ${list(missing)}.`,
    hint: `Say who told you and how: followup close ${id} declined --who <name> --channel phone. Nobody said no? Then it stays open.`,
  }),
  words_placeholder: (facts) => ({
    message: `${facts.flag}: “${facts.value}” only fills the place. What is kept here is what was really said or what really happened.`,
    hint: waysOn(facts),
  }),
  words_silence: (facts) => ({
    message: `${facts.flag}: “${facts.value}” tells of silence, or of our own impression. A date that passed, a late reply, an unanswered mail or call is no answer of theirs, and no deal ends on it.`,
    hint: waysOn(facts),
  }),
  words_ours: (facts) => ({
    message: `${facts.flag}: “${facts.value}” is a sentence of ours, not of the customer’s.`,
    hint: waysOn(facts),
  }),
  who_placeholder: ({ value }) => ({
    message: `--who: “${value}” is nobody.`,
    hint: 'Name the person who said it, or their role: "Ms Sato", "head of HR".',
  }),
  other_needs_fact: ({ id }) => ({
    message: 'The reason “other” needs to be told.',
    hint: `Add --fact <text>: followup close ${id} lost … --reason other --fact "…"`,
  }),
  undisclosed_unasked: ({ id }) => ({
    message: 'A reason is undisclosed only once they were asked for it and kept it to themselves.',
    hint: `Ask once, gently (followup draft ${id} --angle lossreason), and record it: followup note ${id} "…" --angle lossreason. Until then: followup close ${id} declined --who <name> --channel <channel>`,
  }),
  withdrawn_no_day: ({ id }) => ({
    message: 'Their last useful day is not known, so it cannot be over.',
    hint: `Ask by when they want to be done (followup ask ${id}), give a reason of ours (--fact "no capacity until May"), or leave it open.`,
  }),
  withdrawn_early: ({ id, day }) => ({
    message: `Deciding still serves their goal: ${day} is the last useful day, and it is not over.`,
    hint: `Tell them that day (followup draft ${id} --angle workback), give a reason of ours (--fact), or leave it open.`,
  }),
  withdrawn_untold: ({ id, day }) => ({
    message: `Their last useful day, ${day}, is over, but nobody has told them of it.`,
    hint: `Tell them (followup draft ${id} --angle withdraw) and record it: followup note ${id} "…" --angle withdraw. Or give a reason of ours with --fact.`,
  }),
  dormant_no_closefile: ({ id }) => ({
    message:
      'A deal sleeps only after a closing note: they must know that you stop writing, and that the door is open.',
    hint: `Send one (followup draft ${id} --angle closefile), record it (followup note ${id} "…" --angle closefile), then close it with --revisit <day>. Or leave it open.`,
  }),
  dormant_needs: ({ id }) => ({
    message: 'A sleeping deal needs the day on which you look at it again. Missing: --revisit.',
    hint: `followup close ${id} dormant --revisit 2026-04-01`,
  }),
  void_needs: ({ id, missing }) => ({
    message: `There is nothing left to decide only if something happened and somebody said so. Missing: ${list(missing)}.`,
    hint: `followup close ${id} void --fact "project cancelled" --words "what they said, or the notice" — or --fact "duplicate of #2". Otherwise leave it open.`,
  }),
  revisit_unwanted: ({ id }) => ({
    message: 'They asked not to be contacted, so there is no day to come back to them.',
    hint: `Leave --revisit out. Their wish is a “no”: followup close ${id} declined --who <name> --channel <channel>`,
  }),
  unlawful_end: ({ id, state }) => ({
    message: `Deal ${id} would end${state ? ` (${state})` : ''} without an outcome that says so, so nothing was changed.`,
    hint: `A deal ends in one way only: followup close ${id} <outcome>, with what that outcome needs.`,
  }),
  only_for: ({ flag, state, states }) => ({
    message: `${flag} does not go with ${state}.`,
    hint: `It goes with: ${list(states)}.`,
  }),
  bad_reason: ({ value, choices }) => ({
    message: `--reason: there is no reason “${value}”.`,
    hint: `It can be: ${list(choices)}. Your own guess goes to --factor.`,
  }),
  ended_already: ({ id, state }) => ({
    message: `Deal ${id} has ended already (${state}).`,
    hint: `Open it again first: followup reopen ${id}`,
  }),
  not_ended: ({ id }) => ({ message: `Deal ${id} is open.`, hint: 'Only a deal that has ended can be opened again.' }),
});

/** A gate without an exit makes people invent quotes: every refusal names the ends that need none. */
function waysOn({ id = '<deal>' }: Facts): string {
  return [
    'Honest ways on:',
    `  they said no        followup close ${id} declined --who <name> --channel <channel>`,
    `  no answer at all    send a closing note (--angle closefile), then: followup close ${id} dormant --revisit <day>`,
    `  too late for them   their last useful day is over and they knew it: followup close ${id} withdrawn`,
    `  our own reason      followup close ${id} withdrawn --fact <text>`,
    '  none of these       it stays open: silence closes nothing',
  ].join('\n');
}

function list(items: unknown): string {
  return Array.isArray(items) ? items.join(', ') : String(items);
}
