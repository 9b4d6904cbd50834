import { MATERIAL_CODES, type MaterialCode } from '../core/codes.ts';
import type { MaterialFinder } from '../core/entry.ts';
import { once } from '../core/ondemand.ts';
import type { Playbook } from '../core/playbook.ts';
import { searchKey } from '../core/text.ts';

/**
 * Returns a finder of materials by code, name or other name, in every playbook given. A longer text names a material where
 * it holds exactly one of them: "the security sheet, revised" is the security sheet.
 */
export function materialFinder(playbooks: () => readonly Playbook[]): MaterialFinder {
  const known = once(() => namesIn(playbooks()));
  return (text) => {
    const { names, exact } = known();
    const key = searchKey(text);
    const found = exact.get(key);
    if (found) return found;
    // The longest name counts, so that "cost comparison table" is not also the "table".
    const within = names
      .filter(([name]) => name.length > 2 && occursIn(key, name))
      .sort(([a], [b]) => b.length - a.length);
    const [longest] = within;
    const codes = new Set(within.filter(([name]) => !longest?.[0].includes(name)).map(([, code]) => code));
    codes.delete(longest?.[1] as MaterialCode);
    return longest && codes.size === 0 ? longest[1] : null;
  };
}

function namesIn(playbooks: readonly Playbook[]) {
  const names = playbooks.flatMap(({ materials }) =>
    MATERIAL_CODES.flatMap((code) =>
      [materials[code].name, ...materials[code].aliases].map((name) => [searchKey(name), code] as const),
    ),
  );
  return { names, exact: new Map<string, MaterialCode>([...names, ...MATERIAL_CODES.map((it) => [it, it] as const)]) };
}

/** Latin names must stand as whole words; Japanese has none to go by. */
function occursIn(text: string, name: string): boolean {
  if (!/^[ -~]+$/.test(name)) return text.includes(name);
  const at = text.indexOf(name);
  const isLetter = (character: string | undefined): boolean => character !== undefined && /[a-z0-9]/.test(character);
  return at >= 0 && !isLetter(text[at - 1]) && !isLetter(text[at + name.length]);
}
