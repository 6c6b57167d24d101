import { pause } from '../installation.ts';
import { underFire, type Result, type Scene } from '../fire.ts';

/** F1: the application is killed (SIGKILL) at a moment nobody chose, and started again; the database goes on. */
export async function appKill(scene: Scene, times: number): Promise<Result> {
  const starts: number[] = [];
  const result = await underFire(scene, 'application killed', times, async () => {
    await pause(Math.random() * 600);
    await scene.town.kill();
    starts.push(await scene.town.start());
  });
  return { ...result, back: starts };
}

/** F2: PostgreSQL and all its processes are killed (SIGKILL); Huiyin, still running, starts it again by itself. */
export async function databaseKill(scene: Scene, times: number): Promise<Result> {
  return underFire(scene, 'PostgreSQL killed', times, async () => {
    await pause(Math.random() * 600);
    scene.town.killDatabase();
    // Until somebody has noticed, the question whether all is well would be answered from before.
    await pause(30);
  });
}

/** Both at once, as when the power goes: whatever was on its way is gone, only the disk remains. */
export async function bothKill(scene: Scene, times: number): Promise<Result> {
  const starts: number[] = [];
  const result = await underFire(scene, 'both killed at once', times, async () => {
    await pause(Math.random() * 600);
    scene.town.killDatabase();
    await scene.town.kill();
    starts.push(await scene.town.start());
  });
  return { ...result, back: starts };
}
