/** Why a row of an activity export cannot go into a history, and what to do about it. */
export const contactProblems = (): Readonly<Record<string, string>> => ({
  bad_type:
    'a type of activity I do not know: say what it is with --type "word=phone" (or email, visit, meeting, online, chat, letter; "word=" leaves such rows out)',
  type_missing:
    'no type, and the subject does not say how they were reached (fill it in, or say --type "=phone" for all such rows)',
  bad_direction: 'not a direction I know (write us or them)',
  bad_done: 'not a status I know (write done or to do, or leave the column out with --map "Header=")',
  day_missing: 'no day (fill in the day of the contact)',
  deal_missing: 'no deal is named (fill in its external id or title)',
  deal_unknown: 'no such deal in your book (import or add the deal first, or correct its name)',
  many_deals: 'several deals may be meant (name the deal by its external id)',
});
