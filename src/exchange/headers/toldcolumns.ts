import { BadInput } from '../../core/failure.ts';
import { headerKey } from './headerkey.ts';

/**
 * Reads `Header=field` pairs; an empty field (`Header=`) leaves a column out. Throws BadInput for what is no pair or no field.
 */
export function readMaps<Field extends string>(
  maps: readonly string[],
  fields: readonly Field[],
): ReadonlyMap<string, Field | null> {
  return new Map(
    maps.map((map) => {
      const at = map.lastIndexOf('=');
      if (at < 1) throw new BadInput('bad_map', { value: map });
      const header = map.slice(0, at).trim();
      const name = map
        .slice(at + 1)
        .trim()
        .replace(/^--/, '');
      if (name === '') return [header, null] as const;
      const field = fields.find((it) => it === name);
      if (field === undefined) throw new BadInput('unknown_field', { value: name, choices: fields });
      return [header, field] as const;
    }),
  );
}

/**
 * Returns the fields of the columns that `maps` names, by index; `Name#2` is the second column of that name. Throws BadInput where
 * a column is not there, or where two are told to be one field that is not `shared`.
 */
export function toldColumns<Field extends string>(
  headers: readonly string[],
  maps: ReadonlyMap<string, Field | null>,
  shared: readonly Field[],
): ReadonlyMap<number, Field | null> {
  const told = new Map([...maps].map(([header, field]) => [indexOfHeader(headers, header), field] as const));
  const taken = new Map<Field, string>();
  for (const [index, field] of told) {
    const header = headers[index] ?? '';
    const other = field === null ? undefined : taken.get(field);
    if (field !== null && other !== undefined && !shared.includes(field))
      throw new BadInput('mapped_twice', { field, headers: [other, header] });
    if (field !== null) taken.set(field, header);
  }
  return told;
}

function indexOfHeader(headers: readonly string[], wanted: string): number {
  const exact = headers.indexOf(wanted);
  if (exact >= 0) return exact;
  const [, name = wanted, count = '1'] = /^(.*)#(\d+)$/.exec(wanted) ?? [];
  const named = headers.flatMap((header, index) => (headerKey(header) === headerKey(name) ? [index] : []));
  const index = named[Number(count) - 1];
  if (index === undefined) throw new BadInput('unknown_header', { header: wanted, headers });
  return index;
}
