import type { Language } from '../core/deal.ts';
import { wrap } from './layout.ts';
import { rowLines } from './rows.ts';
import type { Block, Topic, TopicFacts, TopicPage } from './topicwords.ts';

/** Each page is loaded only when it is read. */
const PAGES: Readonly<Record<Language, Readonly<Record<Topic, () => Promise<TopicPage>>>>> = {
  en: {
    method: async () => (await import('./en/topics/method.ts')).method,
    dates: async () => (await import('./en/topics/dates.ts')).dates,
    import: async () => (await import('./en/topics/import.ts')).importing,
    'exit-codes': async () => (await import('./en/topics/exitcodes.ts')).exitCodes,
    json: async () => (await import('./en/topics/json.ts')).json,
  },
  ja: {
    method: async () => (await import('./ja/topics/method.ts')).method,
    dates: async () => (await import('./ja/topics/dates.ts')).dates,
    import: async () => (await import('./ja/topics/import.ts')).importing,
    'exit-codes': async () => (await import('./ja/topics/exitcodes.ts')).exitCodes,
    json: async () => (await import('./ja/topics/json.ts')).json,
  },
};

/** Loads the page of a topic in a language. */
export function loadTopic(language: Language, topic: Topic): Promise<TopicPage> {
  return PAGES[language][topic]();
}

/** Returns a topic's page: what is typed is never wrapped, to be copied. */
export function topicView(content: TopicPage, facts: TopicFacts): string {
  const { width, paint } = facts.page;
  const blockLines = (block: Block): string[] => {
    if (typeof block === 'string') return wrap(block, width);
    if ('heading' in block) return wrap(block.heading, width).map((line) => paint.strong(line));
    if ('rows' in block) return rowLines(block.rows, width);
    return block.typed.map((line) => `  ${line}`);
  };
  return content(facts)
    .map((block, index) => {
      const isUnderHeading = index > 0 && isHeading(content(facts)[index - 1]);
      return [...(index === 0 || isUnderHeading ? [] : ['']), ...blockLines(block)].join('\n');
    })
    .join('\n');
}

function isHeading(block: Block | undefined): boolean {
  return typeof block === 'object' && 'heading' in block;
}
