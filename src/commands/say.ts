import type { Dossier } from '../store/dossier.ts';
import { shownJson } from '../views/json.ts';
import { placeView } from '../views/place.ts';
import type { ShownDeal } from '../views/show.ts';
import { answer, type Context, placementOf } from './context.ts';

/** Returns a deal ready for its views: with the place it has today. */
export async function shownDeal(context: Context, dossier: Dossier): Promise<ShownDeal> {
  const { deal, ...recorded } = dossier;
  return { ...recorded, placement: await placementOf(context, deal) };
}

/** Says a changed deal: as JSON whole, as text in a line or two with where it stands now. */
export async function sayDeal(context: Context, dossier: Dossier): Promise<void> {
  const shown = await shownDeal(context, dossier);
  answer(
    context,
    () => shownJson(shown),
    () => placeView(shown.placement, context.page),
  );
}
