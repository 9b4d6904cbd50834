import { IMPORT_FIELDS, type ImportField } from '../core/import/field.ts';
import type { Row } from './topicwords.ts';

/** Some of the headers by which a field is recognised, parted by commas. */
export type HeaderSamples = Readonly<Partial<Record<ImportField, string>>>;

/** Returns the fields with headers they are recognised by. */
export function sampleRows(samples: HeaderSamples): Row[] {
  return Object.entries(samples);
}

/** Returns the fields that only their own name, as in an export, is recognised by. */
export function otherFields(samples: HeaderSamples): string {
  return IMPORT_FIELDS.filter((field) => samples[field] === undefined).join(' ');
}
