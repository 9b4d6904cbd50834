import type { SettingKey } from '../core/settings.ts';

/** The words of `--help`: what each command does, what each option and argument means. */
export interface HelpWords {
  readonly program: string;
  readonly headings: {
    readonly usage: string;
    readonly arguments: string;
    readonly options: string;
    readonly commands: string;
    readonly globalOptions: string;
  };
  readonly help: string;
  readonly version: string;
  readonly commands: Readonly<Record<string, string>>;
  /** By flag name without dashes; a command's own wording as `command.flag`. */
  readonly options: Readonly<Record<string, string>>;
  readonly arguments: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<SettingKey, string>>;
  readonly examples: Readonly<Record<string, readonly string[]>>;
  readonly exampleHeading: string;
  readonly exitCodes: string;
}
