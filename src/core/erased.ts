/** What stands where something was erased. It still says that something was told: only what, and by whom, is gone. */
export const ERASED = '[erased]';

/** Returns whether something was taken out of a text: what is left is nobody's words any more. */
export function isErased(text: string): boolean {
  return text.includes(ERASED);
}
