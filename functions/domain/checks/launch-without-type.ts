/**
 * WHAT: a paper that launches a movement says which kind of movement it is.
 * WHY: KH 282/KH-UBND of Hà Nội counts movements by three kinds: regular, by phases, by theme.
 */
import { launchPaper } from '../forms/unit-document.ts';
import { eachRow, fault, textAt } from './rule.ts';

export const checkLaunchType = eachRow((row) =>
  textAt(row, 'documentKind') === launchPaper && textAt(row, 'movementType') === ''
    ? fault('error', 'launch-without-type', row, 'movementType', { value: launchPaper })
    : undefined,
);
