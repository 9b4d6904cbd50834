import { decode } from './decode.ts';
import type { Text } from './records.ts';
import type { Source } from './source.ts';

/** The beginning of a file, from which its shape is told. */
export interface Sample {
  readonly text: string;
  /** The file is no longer than this. */
  readonly isWhole: boolean;
}

const SAMPLE_LENGTH = 64 * 1024;

/** Returns the first 64 K characters of a file. */
export async function sampleOf(source: Source, encoding: string): Promise<Sample> {
  let text = '';
  for await (const piece of decode(source, encoding)) {
    text += piece;
    if (text.length > SAMPLE_LENGTH) break;
  }
  return { text: text.slice(0, SAMPLE_LENGTH), isWhole: text.length <= SAMPLE_LENGTH };
}

/** Returns the text of a file from the line behind the first `skip` ones. */
export function textOf(source: Source, encoding: string, skip: number): Text {
  return { file: source.name, firstLine: skip + 1, pieces: withoutLines(decode(source, encoding), skip) };
}

/** Returns a sample as a text, from the line behind the first `skip` ones. */
export function sampleToText(file: string, { text }: Sample, skip: number): Text {
  return { file, firstLine: skip + 1, pieces: withoutLines(once(text), skip) };
}

/** Leaves out whole lines, whichever way they end; a return may have its line feed in the next piece. */
async function* withoutLines(pieces: AsyncIterable<string>, count: number): AsyncGenerator<string> {
  const above = new RegExp(`^(?:[^\\r\\n]*(?:\\r\\n|\\n|\\r(?=[^\\n]))){${count}}`);
  let head = '';
  let isBelow = false;
  for await (const piece of pieces) {
    if (isBelow) yield piece;
    else {
      head += piece;
      const lines = above.exec(head)?.[0];
      isBelow = lines !== undefined;
      if (lines !== undefined) yield head.slice(lines.length);
    }
  }
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
