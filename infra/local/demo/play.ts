/** Plays scenes one after the other and keeps what each promised. */
import type { Scene } from './scene.ts';
import type { Shown } from './shown.ts';
import { createStage, type Stage, type StageOptions } from './stage.ts';

export async function playScenes(
  scenes: readonly Scene[],
  setting: Omit<StageOptions, 'onPromise'>,
): Promise<Shown[]> {
  const shown: Shown[] = [];
  let sceneIds: readonly string[] = [];
  const stage: Stage = createStage({
    ...setting,
    onPromise: (isKept, promise, ids = sceneIds) => shown.push({ ids, isKept, promise }),
  });
  for (const { ids, title, play } of scenes) {
    const begun = performance.now();
    sceneIds = ids;
    setting.print(`\n${ids.join(', ')}  ${title}`);
    await play(stage);
    stage.say(`(${((performance.now() - begun) / 1000).toFixed(1)} giây)`);
  }
  return shown;
}
