/** What `completion` says. */
export interface CompletionWords {
  /** Where the line goes that makes the shell complete, in two lines. */
  install(into: { readonly file: string; readonly line: string }): string;
}
