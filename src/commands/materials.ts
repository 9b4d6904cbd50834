import type { MaterialCode } from '../core/codes.ts';
import { materialName } from '../views/reason.ts';
import type { Dialogue } from './dialogue.ts';

/** Asks which of these materials were handed over. */
export function askMaterials(
  { context, ask }: Dialogue,
  codes: readonly MaterialCode[],
  checked: readonly MaterialCode[] = [],
): Promise<MaterialCode[]> {
  const choices = codes.map((code) => ({
    value: code,
    name: materialName(code, context.page),
    checked: checked.includes(code),
  }));
  return ask.pick(context.words.screens.ask.whatSupplied, choices);
}
