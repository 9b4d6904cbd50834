import type { SettingKey } from '../core/settings.ts';
import type { Topic } from './topicwords.ts';

/** What a rep does with a command: the headings of `--help`, in its order. */
export type CommandGroup = 'day' | 'deals' | 'talk' | 'book' | 'program';

/** Command lines as a rep may type them, by the command's path: `note`, `config.set`. */
export type ExampleWords = Readonly<Record<string, readonly string[]>>;

/** The words of `--help`: what each command does, what each option and argument means. */
export interface HelpWords {
  readonly program: string;
  readonly headings: {
    readonly usage: string;
    readonly arguments: string;
    readonly options: string;
    readonly commands: string;
    readonly globalOptions: string;
    readonly examples: string;
    readonly topics: string;
  };
  readonly groups: Readonly<Record<CommandGroup, string>>;
  /** The option, which stands on every command. */
  readonly help: string;
  readonly version: string;
  readonly commands: Readonly<Record<string, string>>;
  /** By flag name without dashes; a command's own wording as `command.flag`. */
  readonly options: Readonly<Record<string, string>>;
  readonly arguments: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<SettingKey, string>>;
  /** What each page of `followup help <topic>` is about. */
  readonly topics: Readonly<Record<Topic, string>>;
  /** Where a command's help leads on to. */
  readonly more: (topics: readonly Topic[]) => string;
  readonly exitCodes: string;
  /** Put before what else can be done. */
  readonly didYouMean: (meant: string, hint: string) => string;
}
