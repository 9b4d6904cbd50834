import type { Command } from 'commander';
import { addBusinessDays } from '../core/calendar.ts';
import type { Day } from '../core/day.ts';
import { BadInput } from '../core/failure.ts';
import { daysPeriod, monthPeriod, type Period, previousPeriod, readMonth, usualPeriod } from '../core/period.ts';
import { plan } from '../core/plan.ts';
import { practiceOf } from '../core/practice.ts';
import { REPLY_WITHIN_BUSINESS_DAYS } from '../core/replies.ts';
import { readDay } from '../core/spokenday.ts';
import { reviewView } from '../views/review.ts';
import { answer, type Context, groundOf, scopeOf } from './context.ts';
import { declare, withOptions } from './option.ts';
import { asOwner } from './owner.ts';

interface ReviewOptions {
  readonly month?: string;
  readonly from?: string;
  readonly to?: string;
  readonly owner?: string;
}

export function addReview(program: Command, context: Context): void {
  const command = declare(program, context, 'review');
  withOptions(command, context, '--month <month>', '--from <day>', '--to <day>', '--owner <name>').action(
    (options: ReviewOptions) => review(context, options),
  );
}

/** The rep's own practice over a period: the period's events, and what is open today. */
export async function review(own: Context, options: ReviewOptions): Promise<void> {
  const period = readPeriod(options, own.today);
  const context = await asOwner(own, options.owner);
  const ground = await groundOf(context);
  const { today, calendar, rule } = ground;
  const store = await context.store();
  const record = await store.practiceOf({
    ...period,
    contactsFrom: previousPeriod(period).from,
    // Replies to the last messages of the period come after it.
    contactsTo: addBusinessDays(calendar, period.to, REPLY_WITHIN_BUSINESS_DAYS),
    owner: context.settings.owner,
  });
  const day = plan(await store.dealsOfDay(scopeOf(context, ground)), ground);
  const practice = practiceOf(record, day, { period, today, calendar, rule });
  answer(
    context,
    () => practice,
    () => reviewView(practice, context.page),
  );
}

function readPeriod({ month, from, to }: ReviewOptions, today: Day): Period {
  if (month !== undefined) {
    if (from !== undefined || to !== undefined)
      throw new BadInput('flags_apart', { flag: '--month', other: '--from, --to' });
    return monthPeriod(readMonth(month, today), today);
  }
  if (from === undefined) {
    if (to !== undefined) throw new BadInput('flag_needs', { flag: '--to', needs: '--from' });
    return usualPeriod(today);
  }
  return daysPeriod(readDay(from, today, 'behind'), to === undefined ? today : readDay(to, today, 'behind'), today);
}
