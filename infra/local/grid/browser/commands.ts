/** What becomes of each of Univer's commands: done on the screen, handed to the workspace, or refused. Pure. */

export type Decision =
  | 'allow'
  | { kind: 'paste'; text: string | undefined }
  | { kind: 'insertRows'; below: boolean }
  | { kind: 'deleteRows' }
  | { kind: 'refuse' };

const inserting: Record<string, boolean> = {
  'sheet.command.insert-row-before': false,
  'sheet.command.insert-row-after': true,
  'sheet.command.insert-multi-rows-above': false,
  'sheet.command.insert-multi-rows-after': true,
};

const deleting = new Set(['sheet.command.remove-row-confirm', 'sheet.command.remove-row']);

/** Change the sheet in ways that are not carried to the workspace: better refused than lost at the next reload. */
const unknownToWorkspace =
  /^sheet\.command\.(insert|remove|delete|move-(range|rows|cols)|add|merge|set-(style|range-(?!values)|background|text|border|frozen|tab|worksheet-(name|order|hide|show)|.*(hidden|visible|frozen|color|protection))|bold|cut|clear-selection-(all|format)|copy-(sheet|worksheet|down|right)|reset|split|text-to|numfmt|sort|reorder|.*(cut|protection|theme|rename))/;

/** Only the width on this screen: harmless, and gone with the next drawing. */
const local =
  /^sheet\.command\.(delta-|set-worksheet-(col-width|row-height)|set-row-is-auto-height|set-col-is-auto-width|set-worksheet-activ|set-range-values|clear-selection-content)/;

export function decide(id: string, params: unknown): Decision {
  if (id === 'sheet.command.paste-by-short-key')
    return { kind: 'paste', text: (params as { textContent?: string } | undefined)?.textContent };
  if (id === 'univer.command.paste' || id === 'sheet.command.paste' || id === 'sheet.command.paste-value')
    return { kind: 'paste', text: undefined };
  const below = inserting[id];
  if (below !== undefined) return { kind: 'insertRows', below };
  if (deleting.has(id)) return { kind: 'deleteRows' };
  if (id === 'univer.command.cut') return { kind: 'refuse' };
  if (id === 'sheet.operation.rename-sheet') return { kind: 'refuse' };
  return !local.test(id) && unknownToWorkspace.test(id) ? { kind: 'refuse' } : 'allow';
}
