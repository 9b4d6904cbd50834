import { composed } from '../core/composed.ts';
import { Failure } from '../core/failure.ts';
import { namesLike } from '../core/team.ts';
import { printable } from '../views/printable.ts';
import { type Context, remark } from './context.ts';

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

/** Returns what to say of somebody who is to get deals: that nobody in the team has this name or, without a team, that no deal is theirs yet. */
export async function doubtOf({ store, words }: Context, owner: string): Promise<string | null> {
  const book = await store();
  const names = await book.memberNames();
  if (names === null) return (await book.isOwner(owner)) ? null : words.handover.newOwner(printable(owner));
  return names.includes(owner) ? null : words.team.noMember(printable(owner), namesLike(owner, names).map(printable));
}

/** On the book of a team, says where a deal has a name that nobody in it has: no rep sees it. */
export async function remarkStranger(context: Context, owner: string | null | undefined): Promise<void> {
  if (!owner || (await (await context.store()).memberNames()) === null) return;
  const doubt = await doubtOf(context, owner);
  if (doubt !== null) remark(context, doubt);
}
