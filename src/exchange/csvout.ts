/** Returns rows as lines of CSV (RFC 4180, CRLF). */
export async function csvLines(rows: readonly (readonly string[])[]): Promise<string> {
  const { stringify } = await import('csv-stringify/sync');
  return stringify([...rows], { record_delimiter: 'windows', quote_record_delimiter: true });
}
