import { LANGUAGES } from '../core/deal.ts';
import { readChoice } from '../core/dealfield.ts';
import { BadInput } from '../core/failure.ts';
import { handoverOf } from '../core/handover.ts';
import { place } from '../core/priority.ts';
import type { Dossier } from '../store/dossier.ts';
import { handoverPages } from '../views/handoverpage.ts';
import { handoverJson } from '../views/json.ts';
import { createPage, type Page } from '../views/page.ts';
import { readConditions } from './condition.ts';
import { answer, type Context, groundOf, weighedGround } from './context.ts';
import { findDeal } from './find.ts';

interface PageOptions {
  readonly where?: readonly string[];
  readonly language?: string;
}

/** Shows what the next owner has to know: of one deal, or a page on each that the conditions mean. */
export async function showHandover(
  context: Context,
  query: string | undefined,
  { where, language }: PageOptions,
): Promise<void> {
  const page = await pageIn(context, language);
  if (where && query !== undefined) throw new BadInput('flags_apart', { flag: '--where', other: '<deal>' });
  const dossiers = where ? await dossiersWhere(context, where) : [await findDeal(context, query)];
  const ground = await weighedGround(await context.store(), await groundOf(context), context.settings.owner);
  const pages = dossiers.map((dossier) => handoverOf(dossier, place(dossier.deal, ground).situation));
  answer(
    context,
    () => ({ pages: pages.map(handoverJson) }),
    () => handoverPages(pages, page),
  );
}

async function dossiersWhere(context: Context, where: readonly string[]): Promise<Dossier[]> {
  const filter = await readConditions(context, where);
  const store = await context.store();
  const deals = await store.deals(filter);
  return store.dossiers(deals.map(({ id }) => id));
}

/** The one who takes over may read another language than the one who prints. */
async function pageIn({ page, speak }: Context, named: string | undefined): Promise<Page> {
  if (named === undefined) return page;
  const language = readChoice(named, LANGUAGES, '--language');
  await speak([language]);
  return createPage({ ...page, language });
}
