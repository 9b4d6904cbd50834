/** The options of every command, read before the command line is: errors and help are already in the right language. */
export interface Globals {
  readonly db?: string;
  readonly lang?: string;
  readonly today?: string;
  readonly json: boolean;
  readonly input: boolean;
  readonly color: boolean;
  readonly quiet: boolean;
  readonly pager: boolean;
}

const WITH_VALUE = ['--db', '--lang', '--today'] as const;

/** Returns the global options in a command line, wherever they stand before `--`. */
export function readGlobals(argv: readonly string[]): Globals {
  const words = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv;
  const givenTo = (name: (typeof WITH_VALUE)[number]): string | undefined => {
    const at = words.lastIndexOf(name);
    const joined = words.findLast((word) => word.startsWith(`${name}=`));
    return joined ? joined.slice(name.length + 1) : at >= 0 ? words[at + 1] : undefined;
  };
  const [db, lang, today] = WITH_VALUE.map(givenTo);
  return {
    ...(db === undefined ? {} : { db }),
    ...(lang === undefined ? {} : { lang }),
    ...(today === undefined ? {} : { today }),
    json: words.includes('--json'),
    input: !words.includes('--no-input'),
    color: !words.includes('--no-color'),
    quiet: words.includes('--quiet'),
    pager: !words.includes('--no-pager'),
  };
}
