import { composed } from '../core/composed.ts';
import { Failure } from '../core/failure.ts';
import type { Context } from './context.ts';

/** Returns the context as the owner of this name would have it. Throws Failure where no deal is theirs. */
export async function asOwner(context: Context, name: string | undefined): Promise<Context> {
  if (name === undefined) return context;
  const owner = await knownOwner(context, name);
  return { ...context, settings: { ...context.settings, owner }, page: { ...context.page, whose: owner } };
}

/** Returns the owner's name as the book has it. Throws Failure where no deal is theirs. */
export async function knownOwner({ store }: Context, name: string): Promise<string> {
  const book = await store();
  const owner = composed(name.trim());
  if (await book.isOwner(owner)) return owner;
  throw new Failure('no_owner', { value: owner, choices: await book.ownerNames() });
}
