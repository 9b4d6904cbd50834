import { onDemand } from '../../core/ondemand.ts';
import type { Words } from '../wordbook.ts';
import { backup } from './backup.ts';
import { check, checkFailures } from './check.ts';
import { close } from './close.ts';
import { completion } from './completion.ts';
import { doctor } from './doctor.ts';
import { draft } from './draft.ts';
import { draftFailures } from './draftfailures.ts';
import { exporting } from './export.ts';
import { exportFailures } from './exportfailures.ts';
import { failures } from './failures.ts';
import { forget, forgetFailures } from './forget.ts';
import { go, goFailures, picking } from './go.ts';
import { handover, handoverFailures } from './handover.ts';
import { help } from './help.ts';
import { importing } from './import.ts';
import { importFailures } from './importfailures.ts';
import { move, moveFailures } from './move.ts';
import { review } from './review.ts';
import { screens } from './screens.ts';
import { spread } from './spread.ts';
import { team, teamFailures } from './team.ts';
import { teamPage } from './teampage.ts';
import { terms } from './terms.ts';
import { undo, undoFailures } from './undo.ts';

export const en: Words = onDemand<Words>({
  language: () => 'en',
  terms,
  screens,
  spread,
  review,
  close,
  completion,
  importing,
  check,
  draft,
  undo,
  backup,
  move,
  forget,
  picking,
  go,
  teamPage,
  handover,
  doctor,
  team,
  failures: () => ({
    ...failures(),
    ...checkFailures(),
    ...draftFailures(),
    ...undoFailures(),
    ...exportFailures(),
    ...importFailures(),
    ...forgetFailures(),
    ...goFailures(),
    ...moveFailures(),
    ...teamFailures(),
    ...handoverFailures(),
  }),
  help,
  export: exporting,
});
