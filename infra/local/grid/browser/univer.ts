/** Univer with the parts the grid uses, in Vietnamese. */
import { LocaleType, LogLevel, mergeLocales, type Plugin, type PluginCtor, Univer } from '@univerjs/core';
import { FUniver } from '@univerjs/core/lib/facade';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreVi from '@univerjs/preset-sheets-core/locales/vi-VN';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import validationVi from '@univerjs/preset-sheets-data-validation/locales/vi-VN';
import { UniverSheetsNotePreset } from '@univerjs/preset-sheets-note';
import noteVi from '@univerjs/preset-sheets-note/locales/vi-VN';
import { hiddenMenus } from './menus.ts';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';
import '@univerjs/preset-sheets-note/lib/index.css';

export function createGridApi(container: string): FUniver {
  const univer = new Univer({
    locale: LocaleType.VI_VN,
    locales: { [LocaleType.VI_VN]: mergeLocales(coreVi, validationVi, noteVi) },
    logLevel: LogLevel.ERROR,
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      header: true,
      toolbar: false,
      footer: { addSheetButtonConfig: { show: false }, menus: false },
      menu: hiddenMenus,
      disableTextFormatAlert: true,
      disableTextFormatMark: true,
      sheets: { disableForceStringAlert: true, disableForceStringMark: true },
    }),
    UniverSheetsDataValidationPreset({ showEditOnDropdown: false, showSearchOnDropdown: false }),
    UniverSheetsNotePreset(),
  ];
  // Presets bring the same plugin twice, which Univer refuses.
  const registered = new Set<string>();
  for (const { plugins } of presets)
    for (const plugin of plugins) {
      const [plugged, options] = Array.isArray(plugin) ? plugin : [plugin, undefined];
      const { pluginName } = plugged as { pluginName: string };
      if (registered.has(pluginName)) continue;
      registered.add(pluginName);
      univer.registerPlugin(plugged as PluginCtor<Plugin>, options as object);
    }
  return FUniver.newAPI(univer);
}
