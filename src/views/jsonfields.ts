import type { ListName } from '../core/lists.ts';
import type { Row } from './topicwords.ts';

/** What the fields of `--json` mean, by the object they stand in. */
export interface JsonFields {
  readonly today: Fields<'today' | 'lists'>;
  readonly lists: Fields<ListName>;
  readonly entry: Fields<
    'deal' | 'score' | 'owed' | 'terms' | 'angle' | 'milestone' | 'gate' | 'until' | 'conflict' | 'plannedOn'
  >;
  readonly deal: Fields<
    'id' | 'externalId' | 'customer' | 'contact' | 'title' | 'amount' | 'currency' | 'owner' | 'state'
  >;
  readonly term: Fields<'code' | 'group' | 'points' | 'on' | 'value' | 'unit'>;
  readonly show: Fields<
    | 'deal'
    | 'chain'
    | 'latestUsefulOn'
    | 'approvalStartOn'
    | 'milestone'
    | 'materials'
    | 'questions'
    | 'promises'
    | 'contacts'
    | 'slips'
    | 'outcome'
    | 'earlierOutcomes'
  >;
  readonly handover: Fields<'deal' | 'decision' | 'promised' | 'asked' | 'waiting' | 'supplied' | 'agreed' | 'said'>;
  readonly handing: Fields<'owner' | 'count' | 'dryRun' | 'deals'>;
  readonly team: Fields<'today' | 'period' | 'reps' | 'neediest'>;
  readonly rep: Fields<
    | 'owner'
    | 'open'
    | 'owed'
    | 'overdue'
    | 'outstanding'
    | 'collected'
    | 'undated'
    | 'contacts'
    | 'statusOnly'
    | 'statusOnlyShare'
  >;
  readonly draft: Fields<
    'angle' | 'kind' | 'language' | 'subject' | 'body' | 'missing' | 'sendable' | 'findings' | 'spoken'
  >;
  readonly check: Fields<'verdict' | 'findings'>;
  readonly finding: Fields<'code' | 'from' | 'to' | 'text' | 'suggestion'>;
  readonly import: Fields<
    | 'read'
    | 'created'
    | 'updated'
    | 'unchanged'
    | 'rejected'
    | 'batch'
    | 'rejects'
    | 'moreRejects'
    | 'declined'
    | 'keptOpen'
    | 'keptEnded'
    | 'leftOut'
    | 'notices'
    | 'file'
  >;
  readonly reject: Fields<'line' | 'column' | 'value' | 'problem'>;
  readonly move: Fields<'from' | 'to' | 'owner' | 'rows' | 'digest' | 'stepsLeftOut' | 'wasThere' | 'dryRun'>;
  readonly error: Fields<'code' | 'message' | 'hint'>;
}

type Fields<Name extends string> = Readonly<Record<Name, string>>;

/** Returns fields as the rows of a table. */
export function fieldRows(fields: Fields<string>): Row[] {
  return Object.entries(fields);
}
