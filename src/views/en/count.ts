/** Returns a number with its noun: "1 row", "2 rows". */
export const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;
